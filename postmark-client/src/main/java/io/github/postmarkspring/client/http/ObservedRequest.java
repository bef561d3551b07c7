package io.github.postmarkspring.client.http;

import java.io.IOException;

import io.micrometer.observation.Observation;
import org.jspecify.annotations.Nullable;

import org.springframework.http.client.ClientHttpRequest;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.web.client.RestClient.RequestHeadersSpec;

/**
 * A request, observed from where it is made to where its answer has been read.
 */
class ObservedRequest {

	private final RequestObservations observations;

	private final Observation.@Nullable Scope outer;

	private @Nullable RequestObservationContext context;

	private @Nullable CarefulObservation observation;

	ObservedRequest(RequestObservations observations) {
		this.observations = observations;
		this.outer = observations.registry().getCurrentObservationScope();
	}

	Answer exchange(RequestHeadersSpec<?> request, int limit) {
		// Only there is the request that headers of traces are added to.
		request.httpRequest(this::start);
		try {
			return request.exchangeForRequiredValue((sent, response) -> read(response, limit));
		}
		catch (Throwable ex) {
			if (this.observation != null) {
				this.observation.error(ex);
			}
			throw ex;
		}
		finally {
			if (this.observation != null) {
				this.observation.leave();
				// It was opened within that of the client, which has been closed before.
				this.observations.registry().setCurrentObservationScope(this.outer);
			}
		}
	}

	private void start(ClientHttpRequest request) {
		String uriTemplate = (String) request.getAttributes().get(Requests.URI_TEMPLATE);
		this.context = new RequestObservationContext(
				new CarriedRequest(request, this.observations.uri(request, uriTemplate)));
		this.context.setUriTemplate(uriTemplate);
		if (this.outer != null) {
			// A client that does not observe hides it by one that does nothing.
			this.context.setParentObservation(this.outer.getCurrentObservation());
		}
		this.observation = this.observations.start(this.context);
		this.observation.enter();
	}

	private Answer read(ClientHttpResponse response, int limit) throws IOException {
		if (this.context != null) {
			this.context.setResponse(response);
		}
		return Answer.read(response, limit);
	}

}

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

	/**
	 * Create an instance.
	 * @param observations where it is observed
	 * @param request the request as yet without headers: those that observing adds must
	 * not take the place of others
	 */
	ObservedRequest(RequestObservations observations, RequestHeadersSpec<?> request) {
		this.observations = observations;
		this.outer = observations.registry().getCurrentObservationScope();
		request.httpRequest(this::start);
	}

	Answer exchange(RequestHeadersSpec<?> request, int limit) {
		try {
			return request.exchangeForRequiredValue((sent, response) -> read(response, limit));
		}
		catch (Throwable ex) {
			if (this.observation != null) {
				// That of the client has been closed, to which ours came later.
				this.observation.resume();
				this.observation.requestError(ex);
			}
			throw ex;
		}
		finally {
			end();
		}
	}

	private void start(ClientHttpRequest request) {
		String uriTemplate = (String) request.getAttributes().get(Requests.URI_TEMPLATE);
		this.context = new RequestObservationContext(
				new CarriedRequest(request, this.observations.uri(request, uriTemplate)));
		this.context.setUriTemplate(uriTemplate);
		// A client that does not observe hides it by one that does nothing.
		this.observations.registry().setCurrentObservationScope(this.outer);
		this.observation = this.observations.start(this.context);
		this.observation.enter();
	}

	private Answer read(ClientHttpResponse response, int limit) throws IOException {
		if (this.context != null) {
			this.context.setResponse(response);
		}
		Answer answer = Answer.read(response, limit);
		end();
		return answer;
	}

	private void end() {
		if (this.observation != null) {
			this.observation.leave();
			this.observation = null;
		}
	}

}

package io.github.postmarkspring.client.http;

import java.net.URI;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationConvention;
import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;

import org.springframework.http.client.ClientHttpRequest;
import org.springframework.http.client.observation.ClientHttpObservationDocumentation;
import org.springframework.http.client.observation.ClientRequestObservationContext;
import org.springframework.http.client.observation.ClientRequestObservationConvention;
import org.springframework.http.client.observation.DefaultClientRequestObservationConvention;
import org.springframework.web.client.RestClient.RequestHeadersSpec;

/**
 * Observes HTTP requests as {@link org.springframework.web.client.RestClient} does, with
 * {@link ClientHttpObservationDocumentation#HTTP_CLIENT_EXCHANGES}, at half the cost: it
 * costs more than to write a small mail. And what an observation fails with does not fail
 * the request.
 *
 * @since 0.1.0
 */
public final class RequestObservations {

	/** Observes nothing: what the client does of its own accord is left to it. */
	public static final RequestObservations NONE = new RequestObservations(ObservationRegistry.NOOP,
			new DefaultClientRequestObservationConvention());

	private static final DefaultClientRequestObservationConvention DEFAULT = new DefaultClientRequestObservationConvention();

	private final ObservationRegistry registry;

	private final ObservationConvention<ClientRequestObservationContext> convention;

	private volatile URI lastUri = URI.create("");

	/**
	 * Create an instance.
	 * @param registry where to observe
	 * @param convention what to tell
	 */
	public RequestObservations(ObservationRegistry registry, ClientRequestObservationConvention convention) {
		this.registry = registry;
		this.convention = new CarefulConvention<>(convention);
	}

	/**
	 * Observe a request.
	 * @param request the request as yet without headers, of a client that does not
	 * observe
	 * @return the request, {@code null} if it is not observed
	 */
	@Nullable ObservedRequest observe(RequestHeadersSpec<?> request) {
		return this.registry.isNoop() ? null : new ObservedRequest(this, request);
	}

	ObservationRegistry registry() {
		return this.registry;
	}

	CarefulObservation start(RequestObservationContext context) {
		return CarefulObservation.start(() -> observation(context));
	}

	/**
	 * Return the URI that is asked for, which may be another than an engine of the user's
	 * asks for in the end. HttpComponents parses it each time it is asked for it.
	 */
	URI uri(ClientHttpRequest request, @Nullable String uriTemplate) {
		URI last = this.lastUri;
		// That of most requests is their template, see Requests.
		if (last.toString().equals(uriTemplate)) {
			return last;
		}
		URI uri = request.getURI();
		this.lastUri = uri;
		return uri;
	}

	private Observation observation(RequestObservationContext context) {
		return ClientHttpObservationDocumentation.HTTP_CLIENT_EXCHANGES.observation(this.convention, DEFAULT,
				() -> context, this.registry);
	}

}

package io.github.postmarkspring.client;

import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.github.postmarkspring.client.http.RememberedValues;
import io.micrometer.common.KeyValues;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.ClientHttpRequest;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.observation.ClientRequestObservationContext;
import org.springframework.http.client.observation.ClientRequestObservationConvention;
import org.springframework.http.client.observation.DefaultClientRequestObservationConvention;

/**
 * Remembers what the default convention tells of requests: it depends on few things with
 * few values, is asked for twice for each request, and takes a regular expression.
 */
final class RememberedConvention implements ClientRequestObservationConvention {

	private final ClientRequestObservationConvention convention;

	private final RememberedValues<Request, KeyValues> low = new RememberedValues<>();

	private final Map<HttpMethod, String> contextualNames = new ConcurrentHashMap<>();

	private volatile @Nullable High high;

	private RememberedConvention(ClientRequestObservationConvention convention) {
		this.convention = convention;
	}

	/**
	 * Make a convention fit for the requests of this library.
	 * @param convention a convention
	 * @return a convention that tells the same, but nothing of what comes after the path
	 * of a URL. It remembers if the given one is the default: what another depends on
	 * nobody knows
	 */
	static ClientRequestObservationConvention of(ClientRequestObservationConvention convention) {
		QuerylessConvention queryless = new QuerylessConvention(convention);
		return (convention.getClass() == DefaultClientRequestObservationConvention.class)
				? new RememberedConvention(queryless) : queryless;
	}

	@Override
	public @Nullable String getName() {
		return this.convention.getName();
	}

	@Override
	public @Nullable String getContextualName(ClientRequestObservationContext context) {
		ClientHttpRequest request = context.getCarrier();
		return (request != null)
				? this.contextualNames.computeIfAbsent(request.getMethod(),
						(method) -> this.convention.getContextualName(context))
				: this.convention.getContextualName(context);
	}

	@Override
	public KeyValues getLowCardinalityKeyValues(ClientRequestObservationContext context) {
		Request request = request(context);
		return (request != null) ? this.low.get(request, (key) -> this.convention.getLowCardinalityKeyValues(context))
				: this.convention.getLowCardinalityKeyValues(context);
	}

	@Override
	public KeyValues getHighCardinalityKeyValues(ClientRequestObservationContext context) {
		ClientHttpRequest request = context.getCarrier();
		URI uri = (request != null) ? request.getURI() : null;
		High last = this.high;
		if (last != null && last.uri == uri) {
			return last.keyValues;
		}
		KeyValues keyValues = this.convention.getHighCardinalityKeyValues(context);
		this.high = (uri != null) ? new High(uri, keyValues) : null;
		return keyValues;
	}

	private static @Nullable Request request(ClientRequestObservationContext context) {
		ClientHttpRequest request = context.getCarrier();
		ClientHttpResponse response = context.getResponse();
		Throwable error = context.getError();
		try {
			return (request != null) ? new Request(request.getMethod(), request.getURI().getHost(),
					context.getUriTemplate(), (response != null) ? response.getStatusCode() : null,
					(error != null) ? error.getClass() : null) : null;
		}
		catch (IOException ex) {
			return null;
		}
	}

	/** What was told last of what depends on the URI, which often is the same. */
	private record High(URI uri, KeyValues keyValues) {

	}

	/** All that the default convention depends on. */
	private record Request(HttpMethod method, @Nullable String host, @Nullable String uriTemplate,
			@Nullable HttpStatusCode status, @Nullable Class<? extends Throwable> error) {

	}

}

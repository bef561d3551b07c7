package io.github.postmarkspring.client.http;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JavaType;

import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.support.RestClientAdapter;
import org.springframework.web.service.invoker.HttpExchangeAdapter;
import org.springframework.web.service.invoker.HttpRequestValues;

/**
 * Carries the calls of an HTTP interface through {@link PostmarkHttp}, so that they end
 * as every other call does: {@link RestClientAdapter} alone would let status handlers,
 * converters and exceptions of the application's into them.
 */
class ResourceAdapter implements HttpExchangeAdapter {

	private final PostmarkHttp http;

	private final ApiToken token;

	ResourceAdapter(PostmarkHttp http, ApiToken token) {
		this.http = http;
		this.token = token;
	}

	@Override
	public boolean supportsRequestAttributes() {
		return true;
	}

	@Override
	public <T> @Nullable T exchangeForBody(HttpRequestValues values, ParameterizedTypeReference<T> bodyType) {
		JavaType type = this.http.jsonMapper().constructType(bodyType.getType());
		ResourceBody body = body(values);
		if (body != null && body.isSending()) {
			return this.http.<T>send(this.token, () -> newRequest(values), body, type).value();
		}
		return this.http.call(this.token, () -> newRequest(values), body, values.getHttpMethod() == HttpMethod.GET,
				type);
	}

	@Override
	public void exchange(HttpRequestValues values) {
		this.http.confirm(this.token, () -> newRequest(values), body(values));
	}

	private static @Nullable ResourceBody body(HttpRequestValues values) {
		return (values.getBodyValue() instanceof ResourceBody body) ? body : null;
	}

	private RestClient.RequestBodySpec newRequest(HttpRequestValues values) {
		return RestClientAdapter.create(this.http.restClient()).newRequest(values);
	}

	@Override
	public HttpHeaders exchangeForHeaders(HttpRequestValues values) {
		throw new UnsupportedOperationException("No resource of Postmark's answers with headers");
	}

	@Override
	public ResponseEntity<Void> exchangeForBodilessEntity(HttpRequestValues values) {
		throw new UnsupportedOperationException("No resource of Postmark's answers with an entity");
	}

	@Override
	public <T> ResponseEntity<T> exchangeForEntity(HttpRequestValues values, ParameterizedTypeReference<T> bodyType) {
		throw new UnsupportedOperationException("No resource of Postmark's answers with an entity");
	}

}

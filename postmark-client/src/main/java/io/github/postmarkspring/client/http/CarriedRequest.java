package io.github.postmarkspring.client.http;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.util.Map;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.ClientHttpRequest;
import org.springframework.http.client.ClientHttpResponse;

/**
 * A request whose URI is known: those of HttpComponents parse it whenever they are asked
 * for it, which observations do six times.
 */
class CarriedRequest implements ClientHttpRequest {

	private final ClientHttpRequest request;

	private final URI uri;

	CarriedRequest(ClientHttpRequest request, URI uri) {
		this.request = request;
		this.uri = uri;
	}

	@Override
	public HttpMethod getMethod() {
		return this.request.getMethod();
	}

	@Override
	public URI getURI() {
		return this.uri;
	}

	@Override
	public Map<String, Object> getAttributes() {
		return this.request.getAttributes();
	}

	@Override
	public HttpHeaders getHeaders() {
		return this.request.getHeaders();
	}

	@Override
	public OutputStream getBody() throws IOException {
		return this.request.getBody();
	}

	@Override
	public ClientHttpResponse execute() throws IOException {
		return this.request.execute();
	}

}

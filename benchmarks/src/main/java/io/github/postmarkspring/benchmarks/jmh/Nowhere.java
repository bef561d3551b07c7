package io.github.postmarkspring.benchmarks.jmh;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.StreamingHttpOutputMessage;
import org.springframework.http.client.ClientHttpRequest;
import org.springframework.http.client.ClientHttpResponse;

/**
 * A request that goes nowhere, and is answered at once.
 */
final class Nowhere implements ClientHttpRequest, StreamingHttpOutputMessage {

	private static final byte[] ANSWER = ("{\"To\":\"ann@mail.example\",\"SubmittedAt\":\"2026-11-23T05:00:00.1234567-05:00\","
			+ "\"MessageID\":\"0b8f1d3e-5a0c-4c61-9f6e-3f1000000000\",\"ErrorCode\":0,\"Message\":\"OK\"}")
		.getBytes(StandardCharsets.US_ASCII);

	private final URI uri;

	private final HttpHeaders headers = new HttpHeaders();

	private final Map<String, Object> attributes = new HashMap<>();

	private Body body = (out) -> {
	};

	Nowhere(URI uri) {
		this.uri = uri;
	}

	@Override
	public HttpMethod getMethod() {
		return HttpMethod.POST;
	}

	@Override
	public URI getURI() {
		return this.uri;
	}

	@Override
	public HttpHeaders getHeaders() {
		return this.headers;
	}

	@Override
	public Map<String, Object> getAttributes() {
		return this.attributes;
	}

	@Override
	public OutputStream getBody() {
		return OutputStream.nullOutputStream();
	}

	@Override
	public void setBody(Body body) {
		this.body = body;
	}

	@Override
	public ClientHttpResponse execute() throws IOException {
		this.body.writeTo(OutputStream.nullOutputStream());
		return new Answer();
	}

	private static final class Answer implements ClientHttpResponse {

		private final HttpHeaders headers = new HttpHeaders();

		private Answer() {
			this.headers.setContentLength(ANSWER.length);
		}

		@Override
		public HttpStatusCode getStatusCode() {
			return HttpStatus.OK;
		}

		@Override
		public String getStatusText() {
			return "OK";
		}

		@Override
		public HttpHeaders getHeaders() {
			return this.headers;
		}

		@Override
		public InputStream getBody() {
			return new ByteArrayInputStream(ANSWER);
		}

		@Override
		public void close() {
			// There is nothing.
		}

	}

}

package io.github.postmarkspring.client.http;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.github.postmarkspring.client.PostmarkClientFactory;
import io.github.postmarkspring.client.Retries;
import io.github.postmarkspring.client.message.Email;
import io.github.postmarkspring.client.message.MessageDefaults;
import org.junit.jupiter.api.Test;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.StreamingHttpOutputMessage;
import org.springframework.http.client.ClientHttpRequest;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

/**
 * What is left of a request that is answered before it has been sent, by an engine that
 * writes on a thread of its own.
 */
class EarlyAnswerTests {

	private final List<Request> requests = new ArrayList<>();

	private final ByteArrayOutputStream late = new ByteArrayOutputStream();

	@Test
	void aMessageThatIsSentAgainIsNotCompletedByTheFirstRequestWhichWasAnsweredEarly() {
		RestClient.Builder client = RestClient.builder().requestFactory((uri, method) -> request(uri));
		PostmarkClientFactory.builder(URI.create("https://postmark.example"), client)
			.retry(Retries.AT_ONCE)
			.build()
			.sender(() -> "token", MessageDefaults.none())
			.send(Email.builder().from("a@b.example").to("ann@mail.example").textBody("Hi").build());
		assertThat(this.requests).hasSize(2);
		assertThat((long) this.late.size()).isLessThan(this.requests.get(0).getHeaders().getContentLength());
	}

	private Request request(URI uri) {
		Request request = new Request(uri, this.requests.isEmpty() ? HttpStatus.TOO_MANY_REQUESTS : HttpStatus.OK);
		if (!this.requests.isEmpty()) {
			assertThatIOException().isThrownBy(() -> this.requests.get(0).body.writeTo(this.late));
		}
		this.requests.add(request);
		return request;
	}

	private static final class Request implements ClientHttpRequest, StreamingHttpOutputMessage {

		private final URI uri;

		private final HttpStatus status;

		private final HttpHeaders headers = new HttpHeaders();

		private final Map<String, Object> attributes = new ConcurrentHashMap<>();

		private Body body;

		Request(URI uri, HttpStatus status) {
			this.uri = uri;
			this.status = status;
		}

		@Override
		public void setBody(Body body) {
			this.body = body;
		}

		@Override
		public ClientHttpResponse execute() {
			return new Response(this.status);
		}

		@Override
		public OutputStream getBody() {
			throw new UnsupportedOperationException();
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
		public Map<String, Object> getAttributes() {
			return this.attributes;
		}

		@Override
		public HttpHeaders getHeaders() {
			return this.headers;
		}

	}

	private record Response(HttpStatus status) implements ClientHttpResponse {

		@Override
		public HttpStatus getStatusCode() {
			return this.status;
		}

		@Override
		public String getStatusText() {
			return "";
		}

		@Override
		public InputStream getBody() {
			return new ByteArrayInputStream(
					"{\"MessageID\":\"0b8f1d3e\",\"ErrorCode\":0,\"Message\":\"OK\"}".getBytes(StandardCharsets.UTF_8));
		}

		@Override
		public HttpHeaders getHeaders() {
			return new HttpHeaders();
		}

		@Override
		public void close() {
		}

	}

}

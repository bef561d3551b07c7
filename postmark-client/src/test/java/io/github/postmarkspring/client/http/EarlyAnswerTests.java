package io.github.postmarkspring.client.http;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import io.github.postmarkspring.client.PostmarkClientFactory;
import io.github.postmarkspring.client.Retries;
import io.github.postmarkspring.client.message.Email;
import io.github.postmarkspring.client.message.MessageDefaults;
import org.junit.jupiter.api.Test;

import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.StreamingHttpOutputMessage;
import org.springframework.mock.http.client.MockClientHttpRequest;
import org.springframework.mock.http.client.MockClientHttpResponse;
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

	private static final class Request extends MockClientHttpRequest implements StreamingHttpOutputMessage {

		private Body body;

		Request(URI uri, HttpStatus status) {
			super(HttpMethod.POST, uri);
			setResponse(new MockClientHttpResponse(
					"{\"MessageID\":\"0b8f1d3e\",\"ErrorCode\":0,\"Message\":\"OK\"}".getBytes(StandardCharsets.UTF_8),
					status));
		}

		@Override
		public void setBody(Body body) {
			this.body = body;
		}

	}

}

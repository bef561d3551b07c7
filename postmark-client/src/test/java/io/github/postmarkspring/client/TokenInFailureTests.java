package io.github.postmarkspring.client;

import java.io.IOException;
import java.util.List;

import io.github.postmarkspring.client.error.PostmarkTransportException;
import io.github.postmarkspring.client.message.Email;
import io.github.postmarkspring.client.message.MessageDefaults;
import org.assertj.core.util.Throwables;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.http.HttpRequest;
import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * What is told of an interceptor of the application's that fails, and quotes the request.
 */
class TokenInFailureTests {

	private static final String TOKEN = "00000000-aaaa-4bbb-8ccc-00000000001d";

	private final StubPostmark postmark = new StubPostmark();

	@AfterEach
	void stop() {
		this.postmark.close();
	}

	@Test
	void theHeadersItQuotesAreToldWithoutTheToken() {
		for (PostmarkTransportException ex : failures(
				(request) -> new IOException("cannot sign " + headers(request)))) {
			assertThat(ex).hasMessageContaining("IOException: cannot sign {X-Postmark-Server-Token=***, Accept=");
			assertThat(Throwables.getStackTrace(ex)).contains("java.io.IOException: cannot sign {X-Postmark")
				.contains("at io.github.postmarkspring.client.TokenInFailureTests")
				.doesNotContain(TOKEN);
		}
	}

	@Test
	void theTokenIsNotCutInTwoAndShownByHalf() {
		for (PostmarkTransportException ex : failures(
				(request) -> new IOException("x".repeat(250) + headers(request)))) {
			assertThat(ex).hasMessageNotContaining(TOKEN.substring(0, 8));
		}
	}

	@Test
	void whatItSuppressedIsToldWithoutTheTokenToo() {
		for (PostmarkTransportException ex : failures((request) -> {
			IOException failure = new IOException("cannot sign");
			failure.addSuppressed(new IllegalStateException(headers(request)));
			return failure;
		})) {
			assertThat(Throwables.getStackTrace(ex)).contains("Suppressed: ").doesNotContain(TOKEN);
		}
	}

	@Test
	void aCauseThatDoesNotQuoteItStaysTheCause() {
		IOException root = new IOException("no key");
		for (PostmarkTransportException ex : failures((request) -> new IOException(headers(request), root))) {
			assertThat(ex).hasRootCause(root);
			assertThat(Throwables.getStackTrace(ex)).doesNotContain(TOKEN);
		}
		for (PostmarkTransportException ex : failures((request) -> root)) {
			assertThat(ex.getCause()).hasCause(root);
		}
	}

	@Test
	void failuresInACircleOrWithoutAnEndAreToldWithoutTheToken() {
		for (PostmarkTransportException ex : failures((request) -> {
			IOException outer = new IOException("outer " + headers(request));
			outer.initCause(new IOException("inner", outer));
			return outer;
		})) {
			assertThat(Throwables.getStackTrace(ex)).contains("outer ").doesNotContain(TOKEN);
		}
		for (PostmarkTransportException ex : failures((request) -> {
			IOException failure = new IOException(headers(request));
			for (int i = 0; i < 5000; i++) {
				failure = new IOException("around", failure);
			}
			return failure;
		})) {
			assertThat(Throwables.getStackTrace(ex)).contains("around").doesNotContain(TOKEN);
		}
	}

	private List<PostmarkTransportException> failures(Failing failing) {
		PostmarkClientFactory factory = PostmarkClientFactory
			.builder(this.postmark.baseUrl(), RestClient.builder().requestInterceptor((request, body, chain) -> {
				throw failing.failure(request);
			}))
			.retry(Retries.AT_ONCE)
			.build();
		return List.of(
				catchThrowableOfType(PostmarkTransportException.class,
						() -> factory.sender(() -> TOKEN, MessageDefaults.none())
							.send(Email.builder().from("a@b.example").to("c@d.example").textBody("Hi").build())),
				catchThrowableOfType(PostmarkTransportException.class,
						() -> factory.serverClient(() -> TOKEN).server().get()));
	}

	private static String headers(HttpRequest request) {
		return request.getHeaders().toSingleValueMap().toString();
	}

	private interface Failing {

		IOException failure(HttpRequest request);

	}

}

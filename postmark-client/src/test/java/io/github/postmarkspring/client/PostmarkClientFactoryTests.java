package io.github.postmarkspring.client;

import java.net.URI;
import java.util.concurrent.atomic.AtomicBoolean;

import io.github.postmarkspring.client.message.Email;
import io.github.postmarkspring.client.message.MessageDefaults;
import io.github.postmarkspring.client.message.PostmarkSender;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.test.web.client.MockRestServiceServer;
import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.springframework.test.web.client.match.MockRestRequestMatchers.header;
import static org.springframework.test.web.client.match.MockRestRequestMatchers.method;
import static org.springframework.test.web.client.match.MockRestRequestMatchers.requestTo;
import static org.springframework.test.web.client.response.MockRestResponseCreators.withSuccess;

class PostmarkClientFactoryTests {

	private static final Email EMAIL = Email.builder().from("a@b.example").to("c@d.example").textBody("Hi").build();

	@ParameterizedTest
	@ValueSource(
			strings = { "https://api.postmarkapp.com", "https://gateway.example/postmark/", "http://localhost:8025",
					"http://127.0.0.1:8025", "http://127.9.9.9", "http://[::1]:8025", "http://LOCALHOST" })
	void tokensMayTravelOverTlsAndToLoopback(String url) {
		assertThatNoException().isThrownBy(() -> PostmarkClientFactory.create(URI.create(url), RestClient.builder()));
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://api.postmarkapp.com", "http://10.0.0.1", "http://localhost.evil.example",
			"http://127.0.0.1.evil.example", "http://[2001:db8::1]", "ftp://localhost", "/relative", "localhost:8025",
			"https://user:secret@api.postmarkapp.com", "https://api.postmarkapp.com?x=secret",
			"https://api.postmarkapp.com#secret" })
	void noTokenMayTravelInTheClear(String url) {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> PostmarkClientFactory.create(URI.create(url), RestClient.builder()))
			.withMessageNotContaining("secret");
	}

	@Test
	void aPathOfTheBaseUrlIsKept() {
		RestClient.Builder builder = RestClient.builder();
		MockRestServiceServer server = MockRestServiceServer.bindTo(builder).build();
		server.expect(requestTo("https://gateway.example/postmark/email"))
			.andExpect(method(HttpMethod.POST))
			.andExpect(header("X-Postmark-Server-Token", "token"))
			.andRespond(withSuccess("{\"MessageID\":\"m1\",\"ErrorCode\":0}", MediaType.APPLICATION_JSON));
		PostmarkSender sender = PostmarkClientFactory.create(URI.create("https://gateway.example/postmark/"), builder)
			.sender(() -> "token", MessageDefaults.none());
		assertThat(sender.send(EMAIL).messageId()).isEqualTo("m1");
		server.verify();
	}

	@Test
	void nothingIsBuiltBeforeTheFirstSend() {
		AtomicBoolean used = new AtomicBoolean();
		try (StubPostmark postmark = new StubPostmark()) {
			PostmarkClientFactory factory = PostmarkClientFactory.create(postmark.baseUrl(),
					RestClient.builder().requestFactory((uri, method) -> {
						used.set(true);
						return new JdkClientHttpRequestFactory().createRequest(uri, method);
					}));
			PostmarkSender sender = factory.sender(() -> "token", MessageDefaults.none());
			factory.serverClient(() -> "token");
			factory.accountClient(() -> "token");
			assertThat(used).isFalse();
			sender.send(EMAIL);
			assertThat(used).isTrue();
		}
	}

	@Test
	void aTokenThatIsNotThereIsNotSent() {
		try (StubPostmark postmark = new StubPostmark()) {
			PostmarkSender sender = PostmarkClientFactory.create(postmark.baseUrl(), Engine.JDK.builder())
				.sender(() -> " ", MessageDefaults.none());
			assertThatIllegalStateException().isThrownBy(() -> sender.send(EMAIL))
				.withMessage("No token for X-Postmark-Server-Token");
			assertThat(postmark.received()).isEmpty();
		}
	}

}

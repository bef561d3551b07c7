package io.github.postmarkspring.boot.autoconfigure.webhook;

import java.io.IOException;

import io.github.postmarkspring.boot.autoconfigure.webhook.RawHttp.Reply;
import io.github.postmarkspring.client.webhook.event.BounceEvent;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PostmarkWebhookFilterTests {

	private static WebhookApplication application;

	private RawHttp http;

	@BeforeAll
	static void start() {
		application = WebhookApplication.start();
	}

	@AfterAll
	static void close() {
		application.close();
	}

	@BeforeEach
	void clear() {
		application.events().clear();
		this.http = application.http();
	}

	@Test
	void aVerifiedEventReachesItsListenersAndIsAnswered200WithoutABody() throws IOException {
		Reply reply = post(event(1), RawHttp.basic(WebhookApplication.CREDENTIALS));

		assertThat(reply.status()).isEqualTo(200);
		assertThat(reply.text()).contains("Content-Length: 0").endsWith("\r\n\r\n").doesNotContain("Set-Cookie");
		assertThat(application.events()).singleElement()
			.isInstanceOfSatisfying(BounceEvent.class, (bounce) -> assertThat(bounce.id()).isEqualTo(1));
	}

	@Test
	void theSameEventIsHandledOnceAndAnswered200EachTime() throws IOException {
		for (int i = 0; i < 3; i++) {
			assertThat(post(event(2), RawHttp.basic(WebhookApplication.CREDENTIALS)).status()).isEqualTo(200);
		}
		assertThat(application.events()).hasSize(1);
	}

	@Test
	void everyRejectionIsTheSame401ToTheByte() throws IOException {
		Reply none = post(event(3));
		Reply wrong = post(event(3), RawHttp.basic("postmark:wrongwrongwrongwrong"));
		Reply two = post(event(3), RawHttp.basic(WebhookApplication.CREDENTIALS),
				RawHttp.basic(WebhookApplication.CREDENTIALS));

		assertThat(none.status()).isEqualTo(401);
		assertThat(none.text()).contains("WWW-Authenticate: Basic realm=\"postmark\"");
		assertThat(wrong.withoutDate()).isEqualTo(none.withoutDate());
		assertThat(two.withoutDate()).isEqualTo(none.withoutDate());
		assertThat(application.events()).isEmpty();
	}

	private Reply post(String body, String... headers) throws IOException {
		return this.http.post("/postmark/webhook", body, headers);
	}

	private static String event(int id) {
		return WebhookApplication.BOUNCE.replace("4302117755", Integer.toString(id));
	}

}

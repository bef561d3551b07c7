package io.github.postmarkspring.emulator.posting;

import java.util.Map;

import io.github.postmarkspring.emulator.Postmark;
import io.github.postmarkspring.emulator.PostmarkEmulator;
import io.github.postmarkspring.emulator.Receiver;
import io.github.postmarkspring.emulator.posting.WebhookAttempt.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.github.postmarkspring.emulator.Postmark.eventually;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Where posts go, by which way, and with which credentials.
 */
class TargetTests {

	@RegisterExtension
	final Postmark postmark = new Postmark();

	@RegisterExtension
	final Receiver receiver = new Receiver();

	@RegisterExtension
	final Receiver other = new Receiver();

	@Test
	void introducesItselfWithTheCredentialsAndHeadersOfTheWebhook() {
		webhook(this.receiver.url("/").replace("http://", "http://url:secret@"), """
				"HttpAuth": { "Username": "pm", "Password": "s3cr:t" },
				"HttpHeaders": [ { "Name": "X-Hook-Key", "Value": "k1" }, { "Name": "User-Agent", "Value": "me" },
				                 { "Name": "Host", "Value": "evil.example" } ],""");
		send();
		Receiver.Received request = this.receiver.take();
		assertThat(request.headers().get("Authorization")).containsExactly("Basic cG06czNjcjp0");
		assertThat(request.headers().get("X-Hook-Key")).containsExactly("k1");
		assertThat(request.headers().get("User-Agent")).containsExactly("Postmark");
		assertThat(request.header("Host")).startsWith("localhost:");
	}

	@Test
	void takesTheCredentialsOfTheUrlAndDoesNotShowThemLater() {
		webhook(this.receiver.url("/hook?key=k1").replace("http://", "http://pm:a%2Bb+c@"), "");
		send();
		Receiver.Received request = this.receiver.take();
		assertThat(request.path()).isEqualTo("/hook?key=k1");
		assertThat(request.headers().get("Authorization")).containsExactly("Basic cG06YStiK2M=");
		assertThat(attempt().toString()).contains("/hook").doesNotContain("a%2Bb", "a+b", "k1");
	}

	@Test
	void followsARedirectWithTheCredentialsOnlyToTheSameOrigin() {
		webhook(this.receiver.url("/one").replace("http://", "http://pm:secret@"),
				"\"HttpHeaders\":[{\"Name\":\"X-Hook-Key\",\"Value\":\"k1\"}],");
		this.receiver.next(307, "", Map.of("Location", "/two"));
		this.receiver.next(308, "", Map.of("Location", this.other.url("/three")));
		this.other.next(302, "", Map.of("Location", "/four"));
		send();
		Receiver.Received first = this.receiver.take();
		Receiver.Received second = this.receiver.take();
		assertThat(second.path()).isEqualTo("/two");
		assertThat(second.header("Authorization")).isEqualTo(first.header("Authorization")).isNotNull();
		assertThat(second.body()).isEqualTo(first.body());
		Receiver.Received third = this.other.take();
		assertThat(third.method()).isEqualTo("POST");
		assertThat(third.body()).isEqualTo(first.body());
		assertThat(third.header("Authorization")).isNull();
		assertThat(third.header("X-Hook-Key")).isNull();
		Receiver.Received fourth = this.other.take();
		assertThat(fourth.method()).isEqualTo("GET");
		assertThat(fourth.body()).isEmpty();
		assertThat(attempt().outcome()).isEqualTo(Outcome.ACCEPTED);
	}

	@Test
	void countsTheLastAnswerOfARedirect() {
		webhook(this.receiver.url("/"), "");
		this.receiver.next(307, "", Map.of("Location", "/two"));
		this.receiver.next(410, "gone\u0007 <b>", Map.of());
		send();
		assertThat(attempt().outcome()).isEqualTo(Outcome.DROPPED);
		assertThat(attempt().status()).isEqualTo(410);
		assertThat(attempt().answer()).isEqualTo("gone\uFFFD <b>");
	}

	@Test
	void followsTenRedirectsButNotMore() {
		webhook(this.receiver.url("/"), "");
		for (int i = 0; i < 11; i++) {
			this.receiver.next(307, "", Map.of("Location", "/" + i));
		}
		send();
		assertThat(attempt().failure()).isEqualTo("More than 10 redirects");
		assertThat(attempt().outcome()).isEqualTo(Outcome.RETRIED);
		assertThat(this.receiver.left()).isEqualTo(11);
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://hooks.shop.example/", "http://localhost.shop.example/", "http://192.0.2.1/",
			"http://127.0.0.1.shop.example/", "http://[::2]/", "http://[::ffff:192.0.2.1]/", "http://0.0.0.0/",
			"http://2130706433/", "http://[::ffff:127.0.0.1]/", "http://localhost@shop.example/" })
	void postsToNoOtherMachine(String url) {
		webhook(url, "");
		send();
		assertThat(attempt().failure()).startsWith("The emulator posts to this machine only");
		assertThat(attempt().status()).isNull();
		assertThat(attempt().outcome()).isEqualTo(Outcome.DROPPED);
	}

	@Test
	void isNotLedToAnotherMachineByARedirect() {
		webhook(this.receiver.url("/"), "");
		this.receiver.next(307, "", Map.of("Location", "http://hooks.shop.example/"));
		send();
		assertThat(attempt().failure()).isEqualTo("The emulator posts to this machine only, not to hooks.shop.example");
		assertThat(attempt().outcome()).isEqualTo(Outcome.DROPPED);
	}

	@ParameterizedTest
	@CsvSource({ "mailto:a@b.example", "ftp://localhost/", "'http://a b'", "http:///x" })
	void bearsAStrangeRedirect(String location) {
		webhook(this.receiver.url("/"), "");
		this.receiver.next(307, "", Map.of("Location", location));
		send();
		assertThat(attempt().status()).isNull();
		assertThat(attempt().failure()).isNotEmpty();
	}

	@Test
	void keepsTheBeginningOfALongAnswerOnly() {
		webhook(this.receiver.url("/"), "");
		this.receiver.next(200, "x".repeat(3_000_000), Map.of());
		send();
		assertThat(attempt().answer()).isEqualTo("x".repeat(500));
		assertThat(attempt().outcome()).isEqualTo(Outcome.ACCEPTED);
	}

	@Test
	void postsElsewhereIfTold() {
		Postmark remote = new Postmark(PostmarkEmulator.builder().remoteWebhooks(true));
		remote.beforeEach(null);
		try {
			// This machine, but not as the emulator knows it.
			remote.server("POST", "/webhooks",
					body(this.receiver.url("/").replace("localhost", "[::ffff:127.0.0.1]"), ""));
			remote.accepted("{\"From\":\"a@b.example\",\"To\":\"c@d.example\",\"TextBody\":\"x\"}");
			assertThat(this.receiver.take().event()).isEqualTo("Delivery");
		}
		finally {
			remote.afterEach(null);
		}
	}

	private WebhookAttempt attempt() {
		eventually(() -> assertThat(this.postmark.emulator().control().webhookAttempts()).isNotEmpty());
		return this.postmark.emulator().control().webhookAttempts().get(0);
	}

	private void webhook(String url, String more) {
		Postmark.Answer answer = this.postmark.server("POST", "/webhooks", body(url, more));
		assertThat(answer.status()).as(answer.body()).isEqualTo(200);
	}

	private static String body(String url, String more) {
		return "{ \"Url\": \"" + url + "\", " + more + " \"Triggers\": { \"Delivery\": { \"Enabled\": true } } }";
	}

	private void send() {
		this.postmark.accepted("{\"From\":\"a@b.example\",\"To\":\"c@d.example\",\"TextBody\":\"x\"}");
	}

}

package io.github.postmarkspring.boot.autoconfigure.webhook;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A controller of the application's own that only a signature protects.
 */
class SignedControllerTests {

	private static WebhookApplication application;

	@BeforeAll
	static void start() {
		application = WebhookApplication.start(List.of(Flaky.class), "postmark.webhook.protected-paths=/hooks/*",
				"postmark.webhook.signature.scheme=standard-webhooks",
				"postmark.webhook.signature.signed-by=gateway:test", "postmark.webhook.signature.key=" + Signed.KEY);
	}

	@AfterAll
	static void close() {
		application.close();
	}

	@ParameterizedTest
	@CsvSource({ "/hooks/now, 503", "/hooks/later, 503", "/hooks/throws, 500", "/hooks/throws-later, 500" })
	void aRequestThatFailedMayBeSentAgainAsItWasAndOneThatWasHandledMayNot(String path, int status) throws IOException {
		String body = "{\"path\":\"" + path + "\"}";
		String[] headers = Signed.headers("msg" + path.replace('/', '_'), body);

		application.bean(Flaky.class).failing = true;
		assertThat(application.http().post(path, body, headers).status()).isEqualTo(status);
		application.bean(Flaky.class).failing = false;
		// The claim is let go of just after the answer.
		await().untilAsserted(() -> assertThat(application.http().post(path, body, headers).status()).isEqualTo(200));
		await().untilAsserted(() -> assertThat(application.http().post(path, body, headers).status()).isEqualTo(401));
	}

	@Test
	void aRequestThatComesAgainWhileItIsBeingHandledIsAnswered503() throws IOException {
		String[] headers = Signed.headers("msg_twice", "{}");
		int[] second = new int[1];
		application.bean(Flaky.class).meanwhile = () -> {
			second[0] = application.http().post("/hooks/twice", "{}", headers).status();
			return null;
		};
		assertThat(application.http().post("/hooks/twice", "{}", headers).status()).isEqualTo(200);
		assertThat(second).containsExactly(503);
	}

	@RestController
	static class Flaky {

		private volatile boolean failing;

		private volatile Callable<Void> meanwhile = () -> null;

		@PostMapping("/hooks/twice")
		void twice() throws Exception {
			this.meanwhile.call();
		}

		@PostMapping("/hooks/now")
		ResponseEntity<Void> now() {
			return ResponseEntity.status(this.failing ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.OK).build();
		}

		@PostMapping("/hooks/later")
		Callable<ResponseEntity<Void>> later() {
			return this::now;
		}

		@PostMapping("/hooks/throws")
		void fail() {
			if (this.failing) {
				throw new IllegalStateException("The database is not there");
			}
		}

		@PostMapping("/hooks/throws-later")
		Callable<Void> failLater() {
			return () -> {
				fail();
				return null;
			};
		}

	}

}

package io.github.postmarkspring.boot.autoconfigure.webhook;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import jakarta.servlet.http.HttpServletResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * However often the container dispatches a request, it is one.
 */
class CountedOnceTests {

	private static WebhookApplication application;

	@BeforeAll
	static void start() {
		application = WebhookApplication.start(List.of(Controllers.class, Failing.class, Metrics.class),
				WebhookApplication.withDefaults("postmark.webhook.protected-paths=/hooks/**"));
	}

	@AfterAll
	static void close() {
		application.close();
	}

	@ParameterizedTest
	@CsvSource({ "/hooks/mine, passed-on/none/none", "/hooks/fails, passed-on/none/none",
			"/hooks/forwards, passed-on/none/none", "/hooks/nothing, passed-on/none/none",
			"/hooks/throws, passed-on/none/none", "/hooks/throws-late, passed-on/none/none",
			"/open/forward?to=/hooks/mine, rejected/forwarded/none",
			"/open/include?to=/hooks/mine, rejected/forwarded/none",
			"/open/forward?to=/postmark/webhook, rejected/forwarded/none",
			"/open/include?to=/postmark/webhook, rejected/forwarded/none" })
	void aRequestThatEndsInAnErrorPageOrInAnotherControllerIsCountedOnce(String path, String counted)
			throws IOException {
		Map<String, Integer> before = Metrics.counts(application);

		application.http().post(path, WebhookApplication.BOUNCE, RawHttp.basic(WebhookApplication.CREDENTIALS));

		await().untilAsserted(() -> assertThat(Metrics.countedSince(before, application)).isNotEmpty());
		assertThat(Metrics.countedSince(before, application)).isEqualTo(Map.of(counted, 1));
	}

	@RestController
	static class Failing {

		@PostMapping("/hooks/throws")
		void fail() {
			throw new IllegalStateException("early");
		}

		/**
		 * When the answer is under way, the container includes its error page into it.
		 */
		@PostMapping("/hooks/throws-late")
		void failLate(HttpServletResponse response) throws IOException {
			response.flushBuffer();
			throw new IllegalStateException("late");
		}

	}

}

package io.github.postmarkspring.boot.autoconfigure.webhook;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Sends hostile requests to an application, and sees that nothing comes of them: no
 * listener runs, no secret and nothing of the body is logged, no session begins, and each
 * is counted once.
 */
final class HostileRequests implements AutoCloseable {

	private static final List<String> SECRETS = List.of(WebhookApplication.PASSWORD, WebhookApplication.CREDENTIALS,
			WebhookApplication.HEADER_VALUE, Signed.KEY, Signed.KEY.substring(6), Signed.OLDER_KEY);

	private final WebhookApplication application;

	private final CapturedLog log = CapturedLog.begin();

	HostileRequests(WebhookApplication application) {
		this.application = application;
	}

	Stream<DynamicTest> tests(List<HostileCase> cases) {
		return cases.stream().map((hostile) -> DynamicTest.dynamicTest(hostile.name(), () -> send(hostile)));
	}

	private void send(HostileCase hostile) throws Exception {
		this.application.events().clear();
		this.application.reached().clear();
		this.log.clear();
		Map<String, Integer> before = Metrics.counts(this.application);

		RawHttp.Reply reply = this.application.http().sendAndStop(hostile.request());

		assertThat(reply.status()).as("status").isEqualTo(hostile.status());
		assertThat(reply.text()).doesNotContain("Set-Cookie").doesNotContain("Location:");
		assertThat(this.application.events()).as("what listeners got").isEmpty();
		assertThat(this.application.reached()).as("controllers that were reached").isEmpty();
		assertThat(Metrics.countedSince(before, this.application)).as("what was counted")
			.isEqualTo(hostile.reason().isEmpty() ? Map.of() : Map.of("rejected/" + hostile.reason() + "/none", 1));
		assertThat(this.log.text()).as("log").doesNotContain(secrets()).doesNotContain("Mailbox does not exist");
	}

	private static List<String> secrets() {
		List<String> secrets = new ArrayList<>(SECRETS);
		for (String secret : SECRETS) {
			secrets.add(Base64.getEncoder().withoutPadding().encodeToString(secret.getBytes(StandardCharsets.UTF_8)));
		}
		return secrets;
	}

	@Override
	public void close() {
		this.log.close();
	}

}

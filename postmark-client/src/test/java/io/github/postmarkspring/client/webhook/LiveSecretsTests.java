package io.github.postmarkspring.client.webhook;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;

import io.github.postmarkspring.client.webhook.WebhookVerification.Accepted;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.github.postmarkspring.client.webhook.WebhookVerification.rejected;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * What happens when what is live changes, or is not there.
 */
class LiveSecretsTests {

	@Test
	void aRotationIsSeenByTheNextRequest() {
		List<String> live = new ArrayList<>(List.of("old-s3cret-of-ours"));
		WebhookVerifier verifier = WebhookVerifier.header("X-Webhook-Secret", () -> live);
		assertThat(verify(verifier, "old-s3cret-of-ours")).isEqualTo(WebhookVerification.accepted());
		assertThat(verify(verifier, "new-s3cret-of-ours")).isEqualTo(rejected("header-wrong"));
		live.add(0, "new-s3cret-of-ours");
		assertThat(verify(verifier, "old-s3cret-of-ours")).isEqualTo(new Accepted(true, null));
		assertThat(verify(verifier, "new-s3cret-of-ours")).isEqualTo(new Accepted(false, null));
		live.remove(1);
		assertThat(verify(verifier, "old-s3cret-of-ours")).isEqualTo(rejected("header-wrong"));
	}

	@Test
	void aSecretThatIsThereTwiceIsTheNewest() {
		assertThat(verifyLive(() -> List.of("live-s3cret-of-ours", "live-s3cret-of-ours"), "live-s3cret-of-ours"))
			.isEqualTo(new Accepted(false, null));
	}

	@Test
	void withoutASecretNothingIsAccepted() {
		assertThat(verifyLive(List::of, "")).isEqualTo(rejected("no-secret"));
		assertThat(WebhookVerifier.basic(List::of).verify(Requests.with("Authorization", "Basic Og==")))
			.isEqualTo(rejected("no-secret"));
		assertThat(WebhookVerifier
			.signature(SignatureScheme.hookdeck(), List::of, Duration.ofMinutes(5), Clock.systemUTC())
			.verify(Requests.withBody("{}", "x-hookdeck-signature", "ajBkNvJBKBRslNM6vEg4G2jDKlZvPtrazr65tvW+t7c=")))
			.isEqualTo(rejected("no-secret"));
	}

	@ParameterizedTest
	@MethodSource
	void aStoreThatFailsIsNoRefusalBecauseAfterOneTheEventWouldBeLost(Supplier<List<String>> store) {
		assertThatIllegalStateException().isThrownBy(() -> verifyLive(store, "live-s3cret-of-ours"))
			.withMessageContaining("could not be read")
			.withMessageNotContaining("s3cret")
			.withNoCause();
	}

	static Stream<Supplier<List<String>>> aStoreThatFailsIsNoRefusalBecauseAfterOneTheEventWouldBeLost() {
		return Stream.of(() -> {
			throw new IllegalArgumentException("live-s3cret-of-ours");
		}, () -> null, () -> Arrays.asList("live-s3cret-of-ours", null));
	}

	@Test
	void aSecretIsLookedAtAgainOnlyWhenItIsAnother() {
		AtomicInteger looks = new AtomicInteger();
		List<String> live = new ArrayList<>(List.of("first"));
		LiveSecrets<String> secrets = new LiveSecrets<>(() -> live, (secret) -> {
			looks.incrementAndGet();
			return Sha256.digest(secret.getBytes(StandardCharsets.UTF_8));
		});
		byte[] presented = "first".getBytes(StandardCharsets.UTF_8);
		for (int i = 0; i < 3; i++) {
			assertThat(secrets.verify(presented, "wrong")).isEqualTo(WebhookVerification.accepted());
		}
		assertThat(looks).hasValue(1);
		live.set(0, "second");
		for (int i = 0; i < 3; i++) {
			assertThat(secrets.verify(presented, "wrong")).isEqualTo(rejected("wrong"));
		}
		assertThat(looks).hasValue(2);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "${WEBHOOK_SECRET_OF_OURS}", "changeme", "short-s3cret", "changemechangeme" })
	void aSecretThatIsNoneIsNeverAccepted(String secret) {
		assertThat(verifyLive(() -> List.of(secret), secret)).isEqualTo(rejected("secret-unusable"));
		assertThat(verifyLive(() -> List.of(secret, "live-s3cret-of-ours"), secret))
			.isEqualTo(rejected("header-wrong"));
		assertThat(verifyLive(() -> List.of(secret, "live-s3cret-of-ours"), "live-s3cret-of-ours"))
			.isEqualTo(new Accepted(true, null));
	}

	@Test
	void anEmptyPasswordIsNeverAccepted() {
		assertThat(WebhookVerifier.basic(() -> List.of(new BasicCredentials("", "")))
			.verify(Requests.with("Authorization", "Basic Og=="))).isEqualTo(rejected("secret-unusable"));
	}

	private static WebhookVerification verifyLive(Supplier<List<String>> live, String value) {
		return verify(WebhookVerifier.header("X-Webhook-Secret", live), value);
	}

	private static WebhookVerification verify(WebhookVerifier verifier, String value) {
		return verifier.verify(Requests.with("X-Webhook-Secret", value));
	}

}

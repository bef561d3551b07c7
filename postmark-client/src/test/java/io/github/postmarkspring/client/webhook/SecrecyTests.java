package io.github.postmarkspring.client.webhook;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * No text that this package makes has a secret in it, nor what somebody presented.
 */
class SecrecyTests {

	private static final String SECRET = "hush-Hush-0123-secret-thing";

	static Stream<WebhookVerifier> verifiers() {
		return Stream.of(WebhookVerifier.basic(() -> List.of(new BasicCredentials(SECRET, SECRET))),
				WebhookVerifier.header("X-Webhook-Secret", () -> List.of(SECRET)),
				WebhookVerifier.signature(SignatureScheme.hookdeck(), () -> List.of(SECRET), Duration.ofMinutes(5),
						Clock.systemUTC()),
				WebhookVerifier.signature(SignatureScheme.svix(), () -> List.of(SECRET), Duration.ofMinutes(5),
						Clock.systemUTC()),
				WebhookVerifier.addresses(AddressRanges.POSTMARK));
	}

	@ParameterizedTest
	@MethodSource("verifiers")
	void aVerifierTellsNoSecret(WebhookVerifier verifier) {
		WebhookRequest request = new WebhookRequest("POST", "/",
				Requests
					.with("Authorization", "Basic " + SECRET, "X-Webhook-Secret", "x" + SECRET, "X-Hookdeck-Signature",
							SECRET, "svix-id", SECRET, "svix-timestamp", SECRET, "svix-signature", SECRET)
					.headers(),
				SECRET, SECRET.getBytes());
		WebhookVerification verification = verifier.verify(request);
		assertThat(verification).isInstanceOf(WebhookVerification.Rejected.class);
		assertThat(verification + " " + verifier + " " + verifier.name() + " " + request).doesNotContain("hush");
	}

	@Test
	void credentialsTellNeitherNameNorPassword() {
		assertThat(new BasicCredentials("hush-name", SECRET))
			.hasToString("BasicCredentials[username=***, password=***]");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "Bad", "credentials missing", "wrong: hush-Hush", "a\nb", "-a",
			"a-reason-that-is-much-too-long-to-be-a-fixed-code" })
	void aReasonIsAFixedCode(String reason) {
		assertThatIllegalArgumentException().isThrownBy(() -> WebhookVerification.rejected(reason))
			.withMessageNotContaining("hush");
	}

	@Test
	void aVerifierOfOnesOwnHasANameThatIsTheSameEveryTime() {
		WebhookVerifier lambda = (request) -> WebhookVerification.accepted();
		assertThat(lambda.name()).isEqualTo("custom");
		assertThat(new OwnVerifier().name()).isEqualTo("OwnVerifier");
		assertThat(lambda.needsBody()).isTrue();
	}

	private static final class OwnVerifier implements WebhookVerifier {

		@Override
		public WebhookVerification verify(WebhookRequest request) {
			return WebhookVerification.accepted();
		}

	}

}

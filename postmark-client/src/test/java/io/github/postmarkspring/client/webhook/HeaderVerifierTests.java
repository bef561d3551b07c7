package io.github.postmarkspring.client.webhook;

import java.util.List;

import io.github.postmarkspring.client.webhook.WebhookVerification.Accepted;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.github.postmarkspring.client.webhook.WebhookVerification.rejected;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class HeaderVerifierTests {

	private final WebhookVerifier verifier = WebhookVerifier.header("X-Webhook-Secret",
			() -> List.of("newest-0f-the-three", "second-0f-the-three", "oldest-0f-the-three"));

	@ParameterizedTest
	@CsvSource({ "newest-0f-the-three, false", "second-0f-the-three, true", "oldest-0f-the-three, true" })
	void eachLiveSecretIsAcceptedAndAnOlderOneSaidToBeOlder(String value, boolean older) {
		assertThat(verify(value)).isEqualTo(new Accepted(older, null));
	}

	@Test
	void theHeaderMayBeInAnyCase() {
		assertThat(this.verifier.verify(Requests.with("x-WEBHOOK-secret", "newest-0f-the-three")))
			.isEqualTo(WebhookVerification.accepted());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = false, textBlock = """
			nothing|''
			another case|Newest-0f-the-three
			the start of it|newest-0f-the-thre
			more than it|newest-0f-the-threee
			it twice|newest-0f-the-three, newest-0f-the-three
			a list|newest-0f-the-three,second-0f-the-three
			a space behind|newest-0f-the-three\s
			in quotes|"newest-0f-the-three"
			a letter that looks alike|nеwest-0f-the-three
			""")
	void aValueThatIsNotOneOfTheseIsWrong(String what, String value) {
		assertThat(verify(value)).as(what).isEqualTo(rejected("header-wrong"));
	}

	@Test
	void aNulBehindTheSecretMakesItWrong() {
		assertThat(verify("newest-0f-the-three\0")).isEqualTo(rejected("header-wrong"));
	}

	@Test
	void aRequestWithoutTheHeaderIsRefused() {
		assertThat(this.verifier.verify(Requests.with("X-Webhook-Secrets", "newest-0f-the-three")))
			.isEqualTo(rejected("header-missing"));
	}

	@Test
	void twoHeadersAreRefusedEvenIfBothAreValid() {
		assertThat(this.verifier.verify(
				Requests.with("X-Webhook-Secret", "newest-0f-the-three", "x-webhook-secret", "newest-0f-the-three")))
			.isEqualTo(rejected("header-repeated"));
	}

	@Test
	void aVeryLongValueIsRefusedUnread() {
		assertThat(verify("a".repeat(1024))).isEqualTo(rejected("header-wrong"));
		assertThat(verify("a".repeat(1025))).isEqualTo(rejected("header-malformed"));
	}

	@Test
	void theBodyIsNotNeeded() {
		assertThat(this.verifier.needsBody()).isFalse();
		assertThat(this.verifier.name()).isEqualTo("header");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Authorization", "authorization", "Connection", "Transfer-Encoding", "Host", "TE",
			"Content-Type", "content-length", "X-Forwarded-For", "Forwarded", "Cookie", "User-Agent",
			"X-PM-Webhook-Trace-Id", "Proxy-Authorization", "", " ", "X Secret", "X-Secret:", "X-Secret\r\n",
			"X-Sécret", "X(Secret)" })
	void aHeaderThatCannotCarryASecretIsRefused(String name) {
		assertThat(HeaderCheck.secretHeader(name)).isNotNull();
		assertThatIllegalArgumentException().isThrownBy(() -> WebhookVerifier.header(name, List::of));
	}

	@ParameterizedTest
	@ValueSource(strings = { "X-Webhook-Secret", "x-postmark-webhook-token", "mailcoach-signature", "X_Secret",
			"Webhook-Secret", "X-Postmark-Signature" })
	void anyOtherHeaderCanBeUsed(String name) {
		assertThat(HeaderCheck.secretHeader(name)).isNull();
	}

	private WebhookVerification verify(String value) {
		return this.verifier.verify(Requests.with("X-Webhook-Secret", value));
	}

}

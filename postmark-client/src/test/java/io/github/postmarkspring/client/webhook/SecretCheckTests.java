package io.github.postmarkspring.client.webhook;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SecretCheckTests {

	private static final SignatureScheme SVIX = SignatureScheme.svix();

	private static final SignatureScheme HOOKDECK = SignatureScheme.hookdeck();

	@ParameterizedTest
	@ValueSource(strings = { "c0rrect-horse-battery", "kT7x!q9Zp_4mVb2R", "5f2b1c9e8d7a6f40", "8231649017253841",
			"mysecretpassword7Q", "pässwörd-山田-🚀-long" })
	void aPasswordThatIsOneHasNoProblem(String password) {
		assertThat(SecretCheck.password(password)).isNull();
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", " ", "\t\n" })
	void aBlankSecretIsNone(String secret) {
		assertThat(SecretCheck.password(secret)).isEqualTo("is not set, or blank");
		assertThat(SecretCheck.headerValue(secret)).isEqualTo("is not set, or blank");
		assertThat(SecretCheck.signingKey(SVIX, secret)).isEqualTo("is not set, or blank");
		assertThat(SecretCheck.signingKey(HOOKDECK, secret)).isEqualTo("is not set, or blank");
	}

	@ParameterizedTest
	@ValueSource(strings = { "${POSTMARK_WEBHOOK_PASSWORD}", "prefix-${WEBHOOK}-of-it", "${A:${B_LONG_ENOUGH}}" })
	void aPlaceholderThatWasNotResolvedIsNoSecret(String secret) {
		assertThat(SecretCheck.password(secret)).contains("could not be resolved");
		assertThat(SecretCheck.headerValue(secret)).contains("could not be resolved");
		assertThat(SecretCheck.signingKey(HOOKDECK, secret)).contains("could not be resolved");
	}

	@ParameterizedTest
	@ValueSource(strings = { "changeme", "CHANGE-ME", "change_me_please", "changeit", "secret", "password",
			"Password123", "todo", "xxx", "xxxxxxxxxxxxxxxxxxxxxxxx", "your-webhook-secret-here", "<your-secret>",
			"my_super_secret_key", "supersecretpassword", "admin", "replace-with-your-token",
			"test-webhook-secret-1234", "whsec_changeme", "0123456789abcdef", "1234567890123456",
			"example-webhook-password" })
	void aWellKnownPlaceholderIsNoSecret(String secret) {
		assertThat(SecretCheck.password(secret)).contains("well-known placeholder");
		assertThat(SecretCheck.headerValue(secret)).contains("well-known placeholder");
		assertThat(SecretCheck.signingKey(HOOKDECK, secret)).contains("well-known placeholder");
	}

	@Test
	void aPasswordHasSixteenCharactersOrMore() {
		assertThat(SecretCheck.password("kT7x!q9Zp_4mVb2")).isEqualTo("is shorter than 16 characters");
		assertThat(SecretCheck.password("kT7x!q9Zp_4mVb2R")).isNull();
		assertThat(SecretCheck.password("kT7x!q9Z".repeat(62))).isNull();
		assertThat(SecretCheck.password("kT7x!q9Z".repeat(63))).isEqualTo("is longer than 500 characters");
	}

	@ParameterizedTest
	@ValueSource(strings = { "aaaaaaaaaaaaaaaaaaaaaaaaaaaa", "****************************",
			"abababababababababababababab" })
	void aSecretIsMadeOfDifferentCharacters(String secret) {
		assertThat(SecretCheck.password(secret)).matches(".*(different characters|placeholder).*");
		assertThat(SecretCheck.signingKey(HOOKDECK, secret)).matches(".*(different characters|placeholder).*");
	}

	@ParameterizedTest
	@ValueSource(strings = { "kT7x!q9Zp 4mVb2R", "kT7x!q9Zp_4mVb2R ", " kT7x!q9Zp_4mVb2R", "kT7x!q9Zp_4mVb2é",
			"kT7x!q9Zp_4mVb2R\n", "kT7x!q9Zp\0_4mVb2R" })
	void aHeaderValueComesThroughUnchanged(String value) {
		assertThat(SecretCheck.headerValue(value)).contains("does not pass through a header unchanged");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			ZXhhY3RseS0yNC1ieXRlcy1vZi1rZXkh       | ''
			whsec_ZXhhY3RseS0yNC1ieXRlcy1vZi1rZXkh | ''
			ZXhhY3RseS0yMy1ieXRlcy1vZi1rZXk=       | has fewer than 24 bytes
			whsec_ZXhhY3RseS0yMy1ieXRlcy1vZi1rZXk= | has fewer than 24 bytes
			whsec_whsec_ZXhhY3RseS0yNC1ieXRlcy1vZi1rZXkh | is not in Base64, with or without 'whsec_' in front
			whsk_ZXhhY3RseS0yNC1ieXRlcy1vZi1rZXkh  | is not in Base64, with or without 'whsec_' in front
			exactly-24-bytes-of-key!               | is not in Base64, with or without 'whsec_' in front
			""")
	void aKeyOfStandardWebhooksIsBase64Of24BytesOrMore(String key, String problem) {
		assertThat(SecretCheck.signingKey(SVIX, key)).isEqualTo(problem.isEmpty() ? null : problem);
	}

	@Test
	void aKeyThatIsTextHas24BytesOrMore() {
		assertThat(SecretCheck.signingKey(HOOKDECK, "exactly-24-bytes-of-key!")).isNull();
		assertThat(SecretCheck.signingKey(HOOKDECK, "exactly-23-bytes-of-key")).isEqualTo("has fewer than 24 bytes");
	}

	@Test
	void aLongTextIsCheckedInNoTime() {
		assertThat(SecretCheck.password("a1x".repeat(100_000) + "!q")).isNotNull();
	}

}

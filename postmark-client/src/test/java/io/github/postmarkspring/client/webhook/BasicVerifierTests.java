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

class BasicVerifierTests {

	private static final String VALID = "Basic cG9zdG1hcms6YzBycmVjdC1ob3JzZS1iYXR0ZXJ5";

	private final WebhookVerifier verifier = WebhookVerifier
		.basic(() -> List.of(new BasicCredentials("postmark", "c0rrect-horse-battery"),
				new BasicCredentials("postmark", "second-Horse-battery"),
				new BasicCredentials("relay", "th1rd-horse-battery")));

	@ParameterizedTest
	@ValueSource(strings = { "Basic", "basic", "BASIC", "bAsIc" })
	void theSchemeMayBeInAnyCase(String scheme) {
		assertThat(verify(scheme + VALID.substring(5))).isEqualTo(new Accepted(false, null));
	}

	@ParameterizedTest
	@ValueSource(strings = { "Authorization", "authorization", "AUTHORIZATION" })
	void theHeaderMayBeInAnyCase(String name) {
		assertThat(this.verifier.verify(Requests.with(name, VALID))).isEqualTo(new Accepted(false, null));
	}

	@ParameterizedTest
	@CsvSource({ "Basic cG9zdG1hcms6YzBycmVjdC1ob3JzZS1iYXR0ZXJ5, false",
			"Basic cG9zdG1hcms6c2Vjb25kLUhvcnNlLWJhdHRlcnk=, true",
			"Basic cmVsYXk6dGgxcmQtaG9yc2UtYmF0dGVyeQ==, true" })
	void eachLiveSecretIsAcceptedAndAnOlderOneSaidToBeOlder(String header, boolean older) {
		assertThat(verify(header)).isEqualTo(new Accepted(older, null));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			a wrong password         | cG9zdG1hcms6YzBycmVjdC1ob3JzZS1iYXR0ZXJZ
			the start of it          | cG9zdG1hcms6YzBycmVjdC1ob3JzZS1iYXR0ZXI=
			more than it             | cG9zdG1hcms6YzBycmVjdC1ob3JzZS1iYXR0ZXJ5MQ==
			a name in another case   | UG9zdG1hcms6YzBycmVjdC1ob3JzZS1iYXR0ZXJ5
			a name of other secret   | cmVsYXk6YzBycmVjdC1ob3JzZS1iYXR0ZXJ5
			no name                  | OmMwcnJlY3QtaG9yc2UtYmF0dGVyeQ==
			neither                  | Og==
			a byte order mark        | 77u/cG9zdG1hcms6YzBycmVjdC1ob3JzZS1iYXR0ZXJ5
			""")
	void credentialsThatAreNotTheseAreWrong(String what, String base64) {
		assertThat(verify("Basic " + base64)).as(what).isEqualTo(rejected("credentials-wrong"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = false, textBlock = """
			nothing|''
			no credentials|Basic
			empty credentials|Basic\s
			no scheme|cG9zdG1hcms6YzBycmVjdC1ob3JzZS1iYXR0ZXJ5
			another scheme|Bearer cG9zdG1hcms6YzBycmVjdC1ob3JzZS1iYXR0ZXJ5
			a longer scheme|Basics cG9zdG1hcms6YzBycmVjdC1ob3JzZS1iYXR0ZXJ5
			white space in front| Basic cG9zdG1hcms6YzBycmVjdC1ob3JzZS1iYXR0ZXJ5
			two spaces|Basic  cG9zdG1hcms6YzBycmVjdC1ob3JzZS1iYXR0ZXJ5
			a tab|Basic	cG9zdG1hcms6YzBycmVjdC1ob3JzZS1iYXR0ZXJ5
			a space behind|Basic cG9zdG1hcms6YzBycmVjdC1ob3JzZS1iYXR0ZXJ5\s
			data behind|Basic cG9zdG1hcms6YzBycmVjdC1ob3JzZS1iYXR0ZXJ5, Basic eDp5
			data behind the padding|Basic cmVsYXk6dGgxcmQtaG9yc2UtYmF0dGVyeQ==cG9z
			no padding|Basic cmVsYXk6dGgxcmQtaG9yc2UtYmF0dGVyeQ
			half the padding|Basic cmVsYXk6dGgxcmQtaG9yc2UtYmF0dGVyeQ=
			stray bits before the padding|Basic cmVsYXk6dGgxcmQtaG9yc2UtYmF0dGVyeR==
			a line break|Basic cG9zdG1hcms6YzBycmVjdC1o\\r\\nb3JzZS1iYXR0ZXJ5
			Base64 for addresses|Basic 77-_cG9zdG1hcms6YzBycmVjdC1ob3JzZS1iYXR0ZXJ5
			letters that are not Base64|Basic cG9zdG1hcms6YzBycmVjdC1ob3JzZS1iYXR0ZXJ!
			other letters that look like it|Basic сG9zdG1hcms6YzBycmVjdC1ob3JzZS1iYXR0ZXJ5
			no Base64 at all|Basic postmark:c0rrect-horse-battery
			no colon|Basic cG9zdG1hcmtjMHJyZWN0LWhvcnNlLWJhdHRlcnk=
			a NUL behind|Basic cG9zdG1hcms6YzBycmVjdC1ob3JzZS1iYXR0ZXJ5AA==
			a NUL in the name|Basic cG9zdG1hcmsAOmMwcnJlY3QtaG9yc2UtYmF0dGVyeQ==
			a line break inside|Basic cG9zdG1hcms6YzBycmVjdC1ob3JzZS1iYXR0ZXJ5DQo=
			invalid UTF-8|Basic cG9zdG1hcms6YzBycmVjdC1ob3JzZS1iYXR0w3J5
			a colon in two bytes of UTF-8|Basic cG9zdG1hcmvAumMwcnJlY3QtaG9yc2UtYmF0dGVyeQ==
			ISO-8859-1|Basic cG9zdG1hcms6cORzc3f2cmQtbG9uZy1lbm91Z2g=
			UTF-16|Basic //5wAG8AcwB0AG0AYQByAGsAOgBjADAAcgByAGUAYwB0AC0AaABvAHIAcwBlAC0AYgBhAHQAdABlAHIAeQA=
			""")
	void aHeaderThatIsNotExactlyInFormIsMalformed(String what, String header) {
		assertThat(verify(header.replace("\\r\\n", "\r\n"))).as(what).isEqualTo(rejected("credentials-malformed"));
	}

	@Test
	void aHeaderOfMoreThanAKibibyteIsRefusedBeforeItIsDecoded() {
		assertThat(verify("Basic " + "QUFB".repeat(254) + "QQ")).isEqualTo(rejected("credentials-malformed"));
		assertThat(verify("Basic " + "OjpB".repeat(254))).isEqualTo(rejected("credentials-wrong"));
		assertThat(verify("Basic " + "OjpB".repeat(255))).isEqualTo(rejected("credentials-malformed"));
	}

	@Test
	void aRequestWithoutCredentialsIsRefused() {
		assertThat(this.verifier.verify(Requests.with())).isEqualTo(rejected("credentials-missing"));
		assertThat(this.verifier.verify(Requests.with("Proxy-Authorization", VALID)))
			.isEqualTo(rejected("credentials-missing"));
	}

	@Test
	void twoHeadersAreRefusedEvenIfBothAreValid() {
		assertThat(this.verifier.verify(Requests.with("Authorization", VALID, "Authorization", VALID)))
			.isEqualTo(rejected("credentials-repeated"));
		assertThat(this.verifier.verify(Requests.with("Authorization", VALID, "authorization", "Basic eDp5")))
			.isEqualTo(rejected("credentials-repeated"));
	}

	@Test
	void aPasswordMayHaveColonsInIt() {
		WebhookVerifier colons = WebhookVerifier
			.basic(() -> List.of(new BasicCredentials("postmark", "has:a:colon:in-it")));
		assertThat(colons.verify(Requests.with("Authorization", "Basic cG9zdG1hcms6aGFzOmE6Y29sb246aW4taXQ=")))
			.isEqualTo(WebhookVerification.accepted());
		assertThat(colons.verify(Requests.with("Authorization", "Basic cG9zdG1hcms6aGFzOmE6Y29sb246aW4taQ==")))
			.isEqualTo(rejected("credentials-wrong"));
	}

	@Test
	void aPasswordMayBeInAnyScript() {
		WebhookVerifier unicode = WebhookVerifier
			.basic(() -> List.of(new BasicCredentials("postmark", "pässwörd-山田-🚀-long")));
		assertThat(unicode
			.verify(Requests.with("Authorization", "Basic cG9zdG1hcms6cMOkc3N3w7ZyZC3lsbHnlLAt8J+agC1sb25n")))
			.isEqualTo(WebhookVerification.accepted());
	}

	@Test
	void theBodyIsNotNeeded() {
		assertThat(this.verifier.needsBody()).isFalse();
		assertThat(this.verifier.name()).isEqualTo("basic");
	}

	@ParameterizedTest
	@CsvSource({ "post:mark, c0rrect-horse-battery", "'post\tmark', c0rrect-horse-battery",
			"postmark, 'c0rrect-horse\nbattery'", "postmark, 'c0rrect-horse-battery\u0000'",
			"postmark, 'c0rrect-horse-battery\ud83d'" })
	void credentialsThatCannotBeSentAreRefusedWithoutBeingShown(String username, String password) {
		assertThatIllegalArgumentException().isThrownBy(() -> new BasicCredentials(username, password))
			.withMessageMatching(
					"'(username|password)' must not have (a colon|a control character|half a character) in it");
	}

	@Test
	void credentialsTooLongForAHeaderAreRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> new BasicCredentials("postmark", "ab1-".repeat(200)))
			.withMessageNotContaining("ab1-")
			.withMessageContaining("750 bytes");
	}

	private WebhookVerification verify(String header) {
		return this.verifier.verify(Requests.with("Authorization", header));
	}

}

package io.github.postmarkspring.boot.autoconfigure.webhook;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/**
 * Credentials that are not those of Postmark, or not sent as Postmark sends them.
 */
final class CredentialCases {

	private static final String RIGHT = RawHttp.basic(WebhookApplication.CREDENTIALS);

	private static final String ENCODED = RIGHT.substring("Authorization: Basic ".length());

	private static final String WRONG = RawHttp.basic("postmark:wrongwrongwrongwrong");

	private CredentialCases() {
	}

	static List<HostileCase> absent() {
		String missing = "credentials-missing";
		return List.of(HostileCase.post("no credentials", 401, missing),
				HostileCase.post("in Proxy-Authorization", 401, missing, "Proxy-" + RIGHT),
				HostileCase.post("in X-Authorization", 401, missing, "X-" + RIGHT),
				HostileCase.post("in a cookie", 401, missing, "Cookie: Authorization=" + ENCODED),
				HostileCase.posted("in the query", 401, missing,
						"/postmark/webhook?user=postmark&password=" + WebhookApplication.PASSWORD),
				HostileCase.post("empty", 401, "credentials-malformed", "Authorization:"),
				HostileCase.post("no more than the scheme", 401, "credentials-malformed", "Authorization: Basic"),
				HostileCase.post("an empty name and password", 401, "credentials-wrong", RawHttp.basic(":")),
				HostileCase.post("twice, both right", 401, "credentials-repeated", RIGHT, RIGHT),
				HostileCase.post("twice, in other letters", 401, "credentials-repeated", RIGHT,
						RIGHT.replace("Authorization", "aUTHORIZATION")),
				HostileCase.post("right, then wrong", 401, "credentials-repeated", RIGHT, WRONG),
				HostileCase.post("wrong, then right", 401, "credentials-repeated", WRONG, RIGHT),
				HostileCase.post("right, then empty", 401, "credentials-repeated", RIGHT, "Authorization:"));
	}

	static List<HostileCase> wrong() {
		String password = WebhookApplication.PASSWORD;
		return List.of(wrong("another password", WRONG.substring(WRONG.length() - ENCODED.length())),
				wrong("another name", encode("postmarc:" + password)), wrong("no name", encode(":" + password)),
				wrong("name and password the other way round", encode(password + ":postmark")),
				wrong("a part of the password", encode("postmark:" + password.substring(0, 19))),
				wrong("more than the password", encode("postmark:" + password + "x")),
				wrong("a space after the password", encode("postmark:" + password + " ")),
				wrong("the password in small letters", encode("postmark:" + password.toLowerCase())),
				wrong("the name in capitals", encode("POSTMARK:" + password)),
				wrong("a byte order mark before the name", encode("\uFEFFpostmark:" + password)),
				wrong("two colons", encode("postmark::" + password)),
				wrong("encoded twice", encode(encode("postmark:" + password) + ":")));
	}

	static List<HostileCase> malformed() {
		return List.of(malformed("another scheme", "Bearer " + ENCODED), malformed("no scheme", ENCODED),
				malformed("a scheme that begins alike", "Basically " + ENCODED),
				malformed("a tab after the scheme", "Basic\t" + ENCODED),
				malformed("two spaces after the scheme", "Basic  " + ENCODED),
				malformed("not encoded", "Basic " + WebhookApplication.CREDENTIALS),
				malformed("without padding", "Basic " + ENCODED.replace("=", "")),
				malformed("too much padding", "Basic " + ENCODED + "="),
				malformed("another text that lenient readers take for the same", "Basic " + sloppy()),
				malformed("something after the padding", "Basic " + ENCODED + "AAAA"),
				malformed("a space inside", "Basic " + ENCODED.substring(0, 8) + " " + ENCODED.substring(8)),
				malformed("a list", "Basic " + ENCODED + ", Basic " + ENCODED),
				malformed("no colon", "Basic " + encode("postmark")),
				malformed("a zero byte at the end", "Basic " + encode(WebhookApplication.CREDENTIALS + "\0")),
				malformed("a line feed at the end", "Basic " + encode(WebhookApplication.CREDENTIALS + "\n")),
				malformed("no UTF-8", "Basic " + encode(new byte[] { 'p', ':', (byte) 0xc3, (byte) 0x28 })),
				malformed("UTF-16",
						"Basic " + encode(WebhookApplication.CREDENTIALS.getBytes(StandardCharsets.UTF_16LE))),
				malformed("two kilobytes", "Basic " + encode("postmark:" + "p".repeat(2000))),
				malformed("a digest", "Digest username=\"postmark\", response=\"" + ENCODED + "\""));
	}

	/** The last letter has bits that mean nothing. */
	private static String sloppy() {
		int last = ENCODED.length() - 2;
		return ENCODED.substring(0, last) + (char) (ENCODED.charAt(last) + 1) + "=";
	}

	private static HostileCase wrong(String name, String encoded) {
		return HostileCase.post(name, 401, "credentials-wrong", "Authorization: Basic " + encoded);
	}

	private static HostileCase malformed(String name, String value) {
		return HostileCase.post(name, 401, "credentials-malformed", "Authorization: " + value);
	}

	private static String encode(String text) {
		return encode(text.getBytes(StandardCharsets.UTF_8));
	}

	private static String encode(byte[] bytes) {
		return Base64.getEncoder().encodeToString(bytes);
	}

}

package io.github.postmarkspring.client.webhook;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Finds names of headers that cannot carry what they are meant to. Each method answers as
 * those of {@link SecretCheck} do.
 *
 * @since 0.1.0
 */
public final class HeaderCheck {

	private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}");

	// What HTTP, a proxy or the sender's HTTP engine sets, changes or takes away.
	private static final Set<String> TAKEN = Set.of("accept", "authorization", "cache-control", "connection", "cookie",
			"date", "expect", "forwarded", "host", "keep-alive", "origin", "pragma", "proxy-authenticate",
			"proxy-authorization", "proxy-connection", "range", "referer", "te", "trailer", "transfer-encoding",
			"upgrade", "user-agent", "via", "x-real-ip");

	private static final Set<String> TAKEN_PREFIXES = Set.of("accept-", "content-", "if-", "sec-", "x-forwarded-",
			"x-pm-");

	private HeaderCheck() {
	}

	/**
	 * Check the name of a header with a secret value.
	 * @param name the name
	 * @return what is wrong with it, or {@code null}
	 */
	public static @Nullable String secretHeader(String name) {
		if (!TOKEN.matcher(name).matches()) {
			return "is no name of a header";
		}
		String lowerCase = name.toLowerCase(Locale.ROOT);
		if (lowerCase.equals("authorization")) {
			return "is that of the Basic credentials: configure those, or use another header, X-Webhook-Secret for example";
		}
		if (TAKEN.contains(lowerCase) || TAKEN_PREFIXES.stream().anyMatch(lowerCase::startsWith)) {
			return "is one that HTTP, a proxy or Postmark itself uses: take another one, X-Webhook-Secret for example";
		}
		return null;
	}

	/**
	 * Check the name of a header with the signature of a relay or gateway, or with its
	 * timestamp.
	 * @param name the name
	 * @return what is wrong with it, or {@code null}
	 */
	public static @Nullable String signatureHeader(String name) {
		String lowerCase = name.toLowerCase(Locale.ROOT);
		if (lowerCase.startsWith("x-postmark") && lowerCase.contains("signature")) {
			return "is one that nobody sends: Postmark signs nothing, whatever samples say, and every webhook would "
					+ "be refused and lost. Verify Postmark by Basic credentials or a secret header; a relay or gateway "
					+ "that signs needs a header of its own";
		}
		return secretHeader(name);
	}

}

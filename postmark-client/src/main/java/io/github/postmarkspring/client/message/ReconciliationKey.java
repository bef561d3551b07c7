package io.github.postmarkspring.client.message;

import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * The keys by which messages are looked up. One that a sender makes is the time of
 * sending, in milliseconds since 1970, and a random UUID, with a hyphen between. So those
 * of later messages sort after those of earlier ones, and whoever sees one in the
 * metadata of a webhook knows when the message was sent.
 *
 * @since 0.1.0
 * @see OutboundMessageBuilder#reconciliationKey
 */
public final class ReconciliationKey {

	private static final Pattern MADE = Pattern.compile("([0-9]{13})-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

	// Nothing that might come back changed: trimmed, folded or normalized.
	private static final Pattern USABLE = Pattern.compile("[!-~]{1,80}");

	private ReconciliationKey() {
	}

	/**
	 * Return when a message was sent, by the clock of the machine that sent it.
	 * @param key the key of the message
	 * @return the time, or {@code null} if the key was not made by a sender
	 */
	public static @Nullable Instant sentAt(String key) {
		return MADE.matcher(key).matches() ? Instant.ofEpochMilli(Long.parseLong(key.substring(0, 13))) : null;
	}

	static String make() {
		return System.currentTimeMillis() + "-" + UUID.randomUUID();
	}

	static boolean isUsable(String key) {
		return USABLE.matcher(key).matches();
	}

	static void requireUsable(String key) {
		Assert.isTrue(key != null && isUsable(key),
				"A reconciliation key must be 1 to 80 printable ASCII characters without spaces");
	}

}

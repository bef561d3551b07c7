package io.github.postmarkspring.client.message;

import java.time.Duration;
import java.util.regex.Pattern;

import io.github.postmarkspring.client.error.InvalidMessageException;

import org.springframework.util.Assert;

/**
 * What to do about a message of which it is not known whether Postmark accepted it.
 *
 * @param mode whether to look it up, and what then
 * @param timeout how long to look for it, more than 0 and up to 1 hour
 * @param interval how long to wait between two looks, 1 millisecond or more
 * @param metadataName the name of the metadata that the keys of messages are in, 1 to 20
 * letters, digits, underscores or hyphens
 * @since 0.1.0
 * @see OutboundMessageBuilder#reconciliationKey
 */
public record ReconciliationSettings(Mode mode, Duration timeout, Duration interval, String metadataName) {

	private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,20}");

	public ReconciliationSettings {
		Assert.isTrue(!timeout.isNegative() && !timeout.isZero() && timeout.compareTo(Duration.ofHours(1)) <= 0,
				"'timeout' must be more than 0 and up to 1 hour");
		Assert.isTrue(interval.compareTo(Duration.ofMillis(1)) >= 0, "'interval' must be 1 ms or more");
		Assert.isTrue(interval.compareTo(timeout) <= 0, "'interval' must not be longer than 'timeout'");
		Assert.isTrue(NAME.matcher(metadataName).matches(),
				"'metadataName' must be 1 to 20 letters, digits, underscores or hyphens");
	}

	/**
	 * Check that defaults leave a place for the keys of messages, if every message is to
	 * have one.
	 * @param defaults the defaults
	 * @throws IllegalArgumentException if they do not, so that no message could be sent
	 */
	public void check(MessageDefaults defaults) {
		try {
			if (this.mode != Mode.OFF) {
				new KeyedMetadata(this).check(defaults.metadata());
			}
		}
		catch (InvalidMessageException ex) {
			throw new IllegalArgumentException(ex.apiMessage(), ex);
		}
	}

	/**
	 * Nothing: the caller is told that it is not known. A key that an application gives a
	 * message itself goes into the metadata {@code reconciliation-key}.
	 * @return the settings
	 */
	public static ReconciliationSettings off() {
		return new ReconciliationSettings(Mode.OFF, Duration.ofSeconds(30), Duration.ofSeconds(2),
				"reconciliation-key");
	}

	/**
	 * What to do about a message of which it is not known whether it was accepted.
	 */
	public enum Mode {

		/** Nothing. */
		OFF,

		/** Look it up, and say whether it was found. */
		CHECK,

		/**
		 * Look it up, and send it again if it is not found in time. Postmark does not say
		 * how late a message can appear in its search: one that appears later arrives
		 * twice.
		 */
		RESEND

	}

}

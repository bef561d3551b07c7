package io.github.postmarkspring.emulator.webhook;

import org.jspecify.annotations.Nullable;

/**
 * What a webhook can be told of.
 *
 * @since 0.1.0
 */
public enum Trigger {

	/** A recipient has opened a message. */
	OPEN("Open", "PostFirstOpenOnly"),

	/** A recipient has clicked on a link. */
	CLICK("Click", null),

	/** A message has arrived. */
	DELIVERY("Delivery", null),

	/** A message has come back. */
	BOUNCE("Bounce", "IncludeContent"),

	/** A recipient calls a message spam. */
	SPAM_COMPLAINT("SpamComplaint", "IncludeContent"),

	/** An address was suppressed, or is no more. */
	SUBSCRIPTION_CHANGE("SubscriptionChange", null);

	private final String wireName;

	private final @Nullable String option;

	Trigger(String wireName, @Nullable String option) {
		this.wireName = wireName;
		this.option = option;
	}

	/**
	 * Returns the trigger's name in the API, which is also the {@code RecordType}.
	 * @return such as {@code SpamComplaint}
	 */
	public String wireName() {
		return this.wireName;
	}

	/**
	 * The name of the one thing that can be set besides, if there is one.
	 */
	@Nullable String option() {
		return this.option;
	}

	/**
	 * Whether it is on, its option, and whether the receiver has proved to be there:
	 * otherwise nothing is posted.
	 */
	record Setting(boolean enabled, boolean option, boolean verified) {

		static final Setting OFF = new Setting(false, false, true);

		Setting verified(boolean verified) {
			return new Setting(this.enabled, this.option, verified);
		}

	}

}

package io.github.postmarkspring.emulator.webhook;

import org.jspecify.annotations.Nullable;

/**
 * What a webhook can be told of.
 */
enum Trigger {

	OPEN("Open", "PostFirstOpenOnly"),

	CLICK("Click", null),

	DELIVERY("Delivery", null),

	BOUNCE("Bounce", "IncludeContent"),

	SPAM_COMPLAINT("SpamComplaint", "IncludeContent"),

	SUBSCRIPTION_CHANGE("SubscriptionChange", null);

	private final String wireName;

	private final @Nullable String option;

	Trigger(String wireName, @Nullable String option) {
		this.wireName = wireName;
		this.option = option;
	}

	String wireName() {
		return this.wireName;
	}

	/**
	 * The name of the one thing that can be set besides, if there is one.
	 */
	@Nullable String option() {
		return this.option;
	}

	/**
	 * Whether it is on, and its option.
	 */
	record Setting(boolean enabled, boolean option) {

	}

}

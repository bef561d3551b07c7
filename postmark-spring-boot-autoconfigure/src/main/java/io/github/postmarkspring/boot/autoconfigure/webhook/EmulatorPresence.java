package io.github.postmarkspring.boot.autoconfigure.webhook;

/**
 * Whether an emulator stands in for Postmark.
 *
 * @param present whether it does
 */
record EmulatorPresence(boolean present) {

	static final EmulatorPresence ABSENT = new EmulatorPresence(false);

}

package io.github.postmarkspring.client.message;

/**
 * A message that is checked and written.
 *
 * @param index its place among those given
 * @param message the message as it was given
 * @param body its JSON
 */
record PreparedMessage(long index, OutboundMessage message, JsonBody body) {

	boolean isTemplated() {
		return this.message instanceof TemplatedEmail;
	}

}

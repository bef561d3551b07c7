package io.github.postmarkspring.emulator.message;

import java.time.Instant;
import java.util.Map;

/**
 * Something that became of a message.
 *
 * @param recipient the bare address it concerns
 * @param type such as {@code Delivered}
 * @param receivedAt when it happened
 * @param details what else there is to say, by Postmark's names
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/messages-api">Messages API</a>
 */
public record MessageEvent(String recipient, String type, Instant receivedAt, Map<String, String> details) {

	private static final Map<String, String> DELIVERY = Map.of("DeliveryMessage", "smtp;250 ok", "DestinationServer",
			"localhost (127.0.0.1)", "DestinationIP", "127.0.0.1");

	/**
	 * Returns the event of a message that has arrived.
	 * @param recipient the bare address
	 * @param receivedAt when
	 * @return the event
	 */
	public static MessageEvent delivered(String recipient, Instant receivedAt) {
		return new MessageEvent(recipient, "Delivered", receivedAt, DELIVERY);
	}

}

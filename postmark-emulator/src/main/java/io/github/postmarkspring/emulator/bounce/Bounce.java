package io.github.postmarkspring.emulator.bounce;

import java.time.Instant;

/**
 * Mail that came back.
 *
 * @param id its number
 * @param type why it came back
 * @param messageId the message's ID
 * @param stream the ID of the message's stream
 * @param tag the message's tag, perhaps empty
 * @param email the recipient's bare address
 * @param from the sender's bare address
 * @param subject the message's subject
 * @param bouncedAt when
 * @since 0.1.0
 */
public record Bounce(long id, BounceType type, String messageId, String stream, String tag, String email, String from,
		String subject, Instant bouncedAt) {

	String details() {
		return switch (this.type) {
			case HARD_BOUNCE -> "smtp;550 5.1.1 The email account that you tried to reach does not exist.";
			case SPAM_COMPLAINT -> "";
			case TEMPLATE_RENDERING_FAILED -> this.type.description();
			default -> "smtp;450 4.2.0 " + this.type.title();
		};
	}

	String dump() {
		return "From: MAILER-DAEMON@localhost\r\nTo: " + this.from + "\r\nSubject: Delivery Status Notification\r\n"
				+ "X-PM-Message-Id: " + this.messageId + "\r\n\r\nFinal-Recipient: rfc822;" + this.email
				+ "\r\nDiagnostic-Code: " + details() + "\r\n";
	}

}

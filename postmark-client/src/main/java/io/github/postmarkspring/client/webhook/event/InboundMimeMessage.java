package io.github.postmarkspring.client.webhook.event;

import java.util.Properties;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import org.jspecify.annotations.Nullable;

/**
 * Mail that came in as a {@link MimeMessage}. Needs Jakarta Mail, which
 * {@code spring-boot-starter-mail} brings; nothing else in this package does.
 *
 * @since 0.1.0
 */
public final class InboundMimeMessage {

	private InboundMimeMessage() {
	}

	/**
	 * Read the mail that an event came with.
	 * @param event the event
	 * @return the message, or {@code null} if the event came without the raw mail:
	 * Postmark posts it where the server is set to include it
	 * @throws MessagingException if its headers cannot be read
	 */
	public static @Nullable MimeMessage of(InboundEvent event) throws MessagingException {
		RawEmail raw = event.rawEmail();
		return (raw != null) ? new MimeMessage(Session.getInstance(new Properties()), raw.getInputStream()) : null;
	}

}

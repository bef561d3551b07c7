package io.github.postmarkspring.sample.mail;

import java.time.OffsetDateTime;
import java.util.UUID;

import io.github.postmarkspring.client.message.Email;
import io.github.postmarkspring.client.message.EmailAddress;
import org.jspecify.annotations.Nullable;

/**
 * A mail that was handed to Postmark, or was meant to be.
 *
 * @param id the shop's own id: Postmark gives one only to what it accepts
 * @param time when it was sent
 * @param kind what kind of mail it is, which is its tag
 * @param recipient who is to get it
 * @param subject its subject
 * @param outcome what became of it
 */
public record SentMail(UUID id, OffsetDateTime time, @Nullable String kind, EmailAddress recipient,
		@Nullable String subject, Outcome outcome) {

	static SentMail of(Email mail, Outcome outcome) {
		return new SentMail(UUID.randomUUID(), OffsetDateTime.now(), mail.tag(), mail.to().get(0), mail.subject(),
				outcome);
	}

}

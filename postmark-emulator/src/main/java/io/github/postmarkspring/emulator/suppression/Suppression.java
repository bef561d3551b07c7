package io.github.postmarkspring.emulator.suppression;

import java.time.Instant;

import io.github.postmarkspring.emulator.http.Json;
import io.github.postmarkspring.emulator.time.Timestamps;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * An address that gets no more mail through a stream.
 *
 * @param emailAddress the address as it was first seen
 * @param reason why
 * @param origin by whose doing
 * @param createdAt since when
 * @param bounceId the bounce that was the cause, if one was
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/suppressions-api">Suppressions
 * API</a>
 */
public record Suppression(String emailAddress, Reason reason, Origin origin, Instant createdAt,
		@Nullable Long bounceId) {

	ObjectNode toJson() {
		return Json.object()
			.put("EmailAddress", this.emailAddress)
			.put("SuppressionReason", this.reason.wireName())
			.put("Origin", this.origin.wireName())
			.put("CreatedAt", Timestamps.format(this.createdAt));
	}

	/**
	 * Why an address gets no more mail.
	 */
	public enum Reason {

		/**
		 * There is no such mailbox.
		 */
		HARD_BOUNCE("HardBounce"),

		/**
		 * The recipient called it spam.
		 */
		SPAM_COMPLAINT("SpamComplaint"),

		/**
		 * Somebody asked for it.
		 */
		MANUAL_SUPPRESSION("ManualSuppression");

		private final String wireName;

		Reason(String wireName) {
			this.wireName = wireName;
		}

		String wireName() {
			return this.wireName;
		}

	}

	/**
	 * By whose doing an address gets no more mail.
	 */
	public enum Origin {

		/**
		 * The recipient, or the recipient's server.
		 */
		RECIPIENT("Recipient"),

		/**
		 * The sender.
		 */
		CUSTOMER("Customer"),

		/**
		 * Postmark.
		 */
		ADMIN("Admin");

		private final String wireName;

		Origin(String wireName) {
			this.wireName = wireName;
		}

		String wireName() {
			return this.wireName;
		}

	}

}

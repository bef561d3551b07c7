package io.github.postmarkspring.emulator.bounce;

import org.jspecify.annotations.Nullable;

/**
 * The types of bounces.
 *
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/bounce-api#bounce-types">Bounce
 * types</a>
 */
public enum BounceType {

	// @formatter:off
	/** The mailbox does not exist. */
	HARD_BOUNCE("HardBounce", 1, "Hard bounce", "The server was unable to deliver your message."),
	/** Not deliverable for now. */
	TRANSIENT("Transient", 2, "Message delayed/Undeliverable", "The server could not temporarily deliver your message."),
	/** The recipient wants no more. */
	UNSUBSCRIBE("Unsubscribe", 16, "Unsubscribe request", "Unsubscribe or Remove request."),
	/** The recipient wants more. */
	SUBSCRIBE("Subscribe", 32, "Subscribe request", "Subscribe request from someone wanting to get added."),
	/** A robot answers. */
	AUTO_RESPONDER("AutoResponder", 64, "Auto responder", "Automatic email responder."),
	/** The recipient has moved. */
	ADDRESS_CHANGE("AddressChange", 128, "Address change", "The recipient has requested an address change."),
	/** The domain does not resolve. */
	DNS_ERROR("DnsError", 256, "DNS error", "A temporary DNS error."),
	/** Judged spam by the receiver. */
	SPAM_NOTIFICATION("SpamNotification", 512, "Spam notification", "The message was classified as spam."),
	/** A test for open relays. */
	OPEN_RELAY_TEST("OpenRelayTest", 1024, "Open relay test", "A test message to check for open relays."),
	/** Nobody knows. */
	UNKNOWN("Unknown", 2048, "Unknown", "Unable to classify the bounce."),
	/** The mailbox is full, or the like. */
	SOFT_BOUNCE("SoftBounce", 4096, "Soft bounce", "Unable to temporarily deliver message."),
	/** Judged a virus by the receiver. */
	VIRUS_NOTIFICATION("VirusNotification", 8192, "Virus notification", "The bounce is a virus notification."),
	/** The receiver wants the sender to prove something. */
	CHALLENGE_VERIFICATION("ChallengeVerification", 16384, "Spam challenge verification", "The bounce is a challenge asking for verification."),
	/** The address is none. */
	BAD_EMAIL_ADDRESS("BadEmailAddress", 100000, "Invalid email address", "The address is not a valid email address."),
	/** The recipient calls it spam. */
	SPAM_COMPLAINT("SpamComplaint", 100001, "Spam complaint", "The subscriber explicitly marked this message as spam."),
	/** Somebody took the address out. */
	MANUALLY_DEACTIVATED("ManuallyDeactivated", 100002, "Manually deactivated", "The email was manually deactivated."),
	/** Nobody confirmed the address. */
	UNCONFIRMED("Unconfirmed", 100003, "Registration not confirmed", "The subscriber has not confirmed the registration."),
	/** The receiver refuses content or sender. */
	BLOCKED("Blocked", 100006, "ISP block", "Blocked from this ISP due to content or blocklisting."),
	/** Refused by the rules of the API, after SMTP took it. */
	SMTP_API_ERROR("SMTPApiError", 100007, "SMTP API error", "An error occurred while accepting the message through SMTP."),
	/** The inbound hook could not be reached. */
	INBOUND_ERROR("InboundError", 100008, "Processing failed", "Unable to deliver the inbound message to its hook."),
	/** Rejected by the policy of the sender's domain. */
	DMARC_POLICY("DMARCPolicy", 100009, "DMARC Policy", "Rejected due to the DMARC policy of the From domain."),
	/** The template could not be rendered. */
	TEMPLATE_RENDERING_FAILED("TemplateRenderingFailed", 100010, "Template rendering failed", "An error occurred while rendering the template.");
	// @formatter:on

	private final String wireName;

	private final int code;

	private final String title;

	private final String description;

	BounceType(String wireName, int code, String title, String description) {
		this.wireName = wireName;
		this.code = code;
		this.title = title;
		this.description = description;
	}

	/**
	 * Returns the type's name in the API.
	 * @return such as {@code HardBounce}
	 */
	public String wireName() {
		return this.wireName;
	}

	int code() {
		return this.code;
	}

	String title() {
		return this.title;
	}

	String description() {
		return this.description;
	}

	/**
	 * Returns whether the address gets no more mail afterwards.
	 */
	boolean deactivates() {
		return this == HARD_BOUNCE || this == SPAM_COMPLAINT;
	}

	/**
	 * Finds a type.
	 * @param name its name in any letter case, with or without underscores
	 * @return the type, or {@code null} if there is none
	 */
	public static @Nullable BounceType of(@Nullable String name) {
		if (name != null) {
			for (BounceType type : values()) {
				if (type.wireName.equalsIgnoreCase(name.replace("_", ""))) {
					return type;
				}
			}
		}
		return null;
	}

}

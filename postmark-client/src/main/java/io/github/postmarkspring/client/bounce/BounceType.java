package io.github.postmarkspring.client.bounce;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.postmarkspring.client.http.KnownValues;

/**
 * Why a message came back.
 * <p>
 * Postmark may add values; one that is not known here is kept.
 *
 * @param value the value as Postmark writes it
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/bounce-api">Postmark: Bounce
 * API</a>
 */
public record BounceType(@JsonValue String value) {

	/** Permanent: unknown user or mailbox. Makes the address inactive. */
	public static final BounceType HARD_BOUNCE = new BounceType("HardBounce");

	/** Temporarily undeliverable, will be tried again. */
	public static final BounceType TRANSIENT = new BounceType("Transient");

	/** The recipient asked by mail to be removed. */
	public static final BounceType UNSUBSCRIBE = new BounceType("Unsubscribe");

	/** The recipient asked by mail to be added. */
	public static final BounceType SUBSCRIBE = new BounceType("Subscribe");

	/** Out of office, or a robot. */
	public static final BounceType AUTO_RESPONDER = new BounceType("AutoResponder");

	/** The recipient has another address. */
	public static final BounceType ADDRESS_CHANGE = new BounceType("AddressChange");

	/** The domain of the recipient does not resolve. */
	public static final BounceType DNS_ERROR = new BounceType("DnsError");

	/** The receiver judged the message to be spam. */
	public static final BounceType SPAM_NOTIFICATION = new BounceType("SpamNotification");

	/** A test for an open relay. */
	public static final BounceType OPEN_RELAY_TEST = new BounceType("OpenRelayTest");

	/** Cannot be classified. */
	public static final BounceType UNKNOWN = new BounceType("Unknown");

	/** Temporary: mailbox full, message too large. */
	public static final BounceType SOFT_BOUNCE = new BounceType("SoftBounce");

	/** The receiver found a virus. */
	public static final BounceType VIRUS_NOTIFICATION = new BounceType("VirusNotification");

	/** A filter asks the sender to prove to be one. */
	public static final BounceType CHALLENGE_VERIFICATION = new BounceType("ChallengeVerification");

	/** The address is not one. */
	public static final BounceType BAD_EMAIL_ADDRESS = new BounceType("BadEmailAddress");

	/** The recipient complained. Makes the address inactive for good. */
	public static final BounceType SPAM_COMPLAINT = new BounceType("SpamComplaint");

	/** Deactivated by hand. */
	public static final BounceType MANUALLY_DEACTIVATED = new BounceType("ManuallyDeactivated");

	/** The registration was not confirmed. */
	public static final BounceType UNCONFIRMED = new BounceType("Unconfirmed");

	/** Refused by the provider for content or a blocklist. */
	public static final BounceType BLOCKED = new BounceType("Blocked");

	/** A message sent by SMTP that breaks the rules of the API. */
	public static final BounceType SMTP_API_ERROR = new BounceType("SMTPApiError");

	/** Inbound mail could not be posted. */
	public static final BounceType INBOUND_ERROR = new BounceType("InboundError");

	/** Refused by the DMARC policy of the sender's domain. */
	public static final BounceType DMARC_POLICY = new BounceType("DMARCPolicy");

	/** The template could not be rendered. */
	public static final BounceType TEMPLATE_RENDERING_FAILED = new BounceType("TemplateRenderingFailed");

	private static final KnownValues<BounceType> KNOWN = KnownValues.of(BounceType::new, HARD_BOUNCE, TRANSIENT,
			UNSUBSCRIBE, SUBSCRIBE, AUTO_RESPONDER, ADDRESS_CHANGE, DNS_ERROR, SPAM_NOTIFICATION, OPEN_RELAY_TEST,
			UNKNOWN, SOFT_BOUNCE, VIRUS_NOTIFICATION, CHALLENGE_VERIFICATION, BAD_EMAIL_ADDRESS, SPAM_COMPLAINT,
			MANUALLY_DEACTIVATED, UNCONFIRMED, BLOCKED, SMTP_API_ERROR, INBOUND_ERROR, DMARC_POLICY,
			TEMPLATE_RENDERING_FAILED);

	/**
	 * Return the value for a text.
	 * @param value the text, in any case
	 * @return the known value, or one with this very text
	 */
	@JsonCreator
	public static BounceType of(String value) {
		return KNOWN.get(value);
	}

	/**
	 * Return the value as Postmark writes it.
	 */
	@Override
	public String toString() {
		return this.value;
	}

}

package io.github.postmarkspring.client.webhook.event;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * What an event is known by when Postmark posts it again. Two instances of an application
 * make the same key of the same event.
 *
 * @param value 64 hexadecimal digits, in which no address can be read
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/webhooks/webhooks-overview">Postmark:
 * Webhooks</a>
 */
public record EventKey(String value) {

	/**
	 * The header in which Postmark gives an id that is the same each time it posts an
	 * event.
	 */
	public static final String TRACE_ID_HEADER = "X-PM-Webhook-Trace-Id";

	private static final Pattern TRACE_ID = Pattern.compile("[\\x21-\\x7E]{1,200}");

	public EventKey {
		Assert.hasText(value, "'value' must not be empty");
	}

	/**
	 * Return the key of an event.
	 * @param event the event
	 * @param body what was posted, for events that nothing else tells apart
	 * @param traceId the value of {@value #TRACE_ID_HEADER}, or {@code null}. One that is
	 * empty, longer than 200 characters or not of visible ASCII characters counts for
	 * nothing
	 * @return the key
	 */
	public static EventKey of(WebhookEvent event, byte[] body, @Nullable String traceId) {
		String trace = (traceId != null) ? traceId.strip() : "";
		if (TRACE_ID.matcher(trace).matches()) {
			return hash(event, "trace", trace.getBytes(StandardCharsets.UTF_8));
		}
		List<@Nullable Object> parts = naturalParts(event);
		if (parts.stream().anyMatch((part) -> part == null || part.equals(""))) {
			return hash(event, "body", body);
		}
		return hash(event, "fields", parts.stream().map(EventKey::bytes).toArray(byte[][]::new));
	}

	/**
	 * The id of a message alone would take the second open for the first.
	 */
	private static List<@Nullable Object> naturalParts(WebhookEvent event) {
		if (event instanceof BounceEvent bounce) {
			return Arrays.asList(bounce.id(), bounce.type());
		}
		if (event instanceof SpamComplaintEvent complaint) {
			return Arrays.asList(complaint.id(), complaint.type());
		}
		if (event instanceof DeliveryEvent delivery) {
			return Arrays.asList(delivery.messageId(), delivery.recipient(), delivery.deliveredAt());
		}
		if (event instanceof OpenEvent open) {
			return Arrays.asList(open.messageId(), open.recipient(), open.receivedAt());
		}
		if (event instanceof ClickEvent click) {
			return Arrays.asList(click.messageId(), click.recipient(), click.receivedAt(), click.originalLink());
		}
		if (event instanceof SubscriptionChangeEvent change) {
			return Arrays.asList(change.messageStream(), change.recipient(), change.changedAt(),
					change.suppressSending());
		}
		if (event instanceof InboundEvent inbound) {
			return Arrays.asList(inbound.messageId());
		}
		return Collections.singletonList(null);
	}

	private static byte[] bytes(@Nullable Object part) {
		Object text = (part instanceof OffsetDateTime time) ? time.toInstant() : part;
		return String.valueOf(text).getBytes(StandardCharsets.UTF_8);
	}

	private static EventKey hash(WebhookEvent event, String kind, byte[]... parts) {
		MessageDigest digest = sha256();
		update(digest, kind.getBytes(StandardCharsets.UTF_8));
		update(digest, event.server().getBytes(StandardCharsets.UTF_8));
		update(digest, event.recordType().getBytes(StandardCharsets.UTF_8));
		for (byte[] part : parts) {
			update(digest, part);
		}
		return new EventKey(HexFormat.of().formatHex(digest.digest()));
	}

	/**
	 * With its length before it, so that no part can run over into the next.
	 */
	private static void update(MessageDigest digest, byte[] part) {
		digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(part.length).flip());
		digest.update(part);
	}

	private static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java platform has SHA-256", ex);
		}
	}

	@Override
	public String toString() {
		return this.value;
	}

}

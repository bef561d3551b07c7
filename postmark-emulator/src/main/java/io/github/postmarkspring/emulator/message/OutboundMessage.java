package io.github.postmarkspring.emulator.message;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A message that was accepted.
 *
 * @param id the message ID, a UUID in lower case
 * @param submittedAt when it was accepted
 * @param envelope who wrote, and to whom
 * @param content what it says
 * @param options how it is to be treated
 * @param delivery by whom it was taken, and to whom it does not go
 * @param json the message as it was sent, the content of attachments cut short
 * @since 0.1.0
 */
public record OutboundMessage(String id, Instant submittedAt, Envelope envelope, Content content, Options options,
		Delivery delivery, JsonNode json) {

	private static final int OVERHEAD = 2048;

	private static final int OVERHEAD_OF_PART = 256;

	/**
	 * Returns the recipients that are not suppressed.
	 * @return bare addresses
	 */
	public List<String> activeRecipients() {
		return this.envelope.recipients()
			.stream()
			.filter((address) -> this.delivery.inactive().stream().noneMatch(address::equalsIgnoreCase))
			.toList();
	}

	/**
	 * Estimates the memory this message takes, two bytes a character. The JSON shares
	 * most of its texts with the rest.
	 * @return bytes
	 */
	long weight() {
		long parts = this.options.headers().size() + this.content.attachments().size();
		long characters = this.content.subject().length() + length(this.content.htmlBody())
				+ length(this.content.textBody());
		for (Header header : this.options.headers()) {
			characters += header.name().length() + header.value().length();
		}
		long bytes = 0;
		for (Attachment attachment : this.content.attachments()) {
			characters += attachment.name().length() + attachment.contentType().length()
					+ length(attachment.contentId());
			bytes += attachment.content().length;
		}
		return OVERHEAD + OVERHEAD_OF_PART * parts + bytes + Math.max(2 * characters, weight(this.json));
	}

	private static long weight(JsonNode node) {
		long weight = OVERHEAD_OF_PART / 4;
		if (node.isString()) {
			return weight + 2L * node.stringValue().length();
		}
		for (Map.Entry<String, JsonNode> property : node.properties()) {
			weight += 2L * property.getKey().length() + weight(property.getValue());
		}
		if (node.isArray()) {
			for (JsonNode child : node) {
				weight += weight(child);
			}
		}
		return weight;
	}

	private static long length(@Nullable String text) {
		return (text != null) ? text.length() : 0;
	}

}

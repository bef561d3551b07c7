package io.github.postmarkspring.emulator.tracking;

import java.time.Instant;

import io.github.postmarkspring.emulator.http.Json;
import io.github.postmarkspring.emulator.message.OutboundMessage;
import io.github.postmarkspring.emulator.time.Timestamps;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * The first open of a message by a recipient, or the first click on one of its links.
 *
 * @param link the link; {@code null} for an open
 * @param location {@code HTML} or {@code Text}; {@code null} for an open
 */
record Interaction(String messageId, String stream, String tag, String recipient, Instant receivedAt, Visitor visitor,
		@Nullable String link, @Nullable String location) {

	static Interaction of(OutboundMessage message, String recipient, Instant now, Visitor visitor,
			@Nullable String link, @Nullable String location) {
		return new Interaction(message.id(), message.options().stream(), message.options().tag(), recipient, now,
				visitor, link, location);
	}

	/**
	 * Returns what is posted. How long a message was read is not known here.
	 */
	ObjectNode payload(OutboundMessage message, boolean first) {
		ObjectNode json = toJson();
		if (this.link == null) {
			json.put("FirstOpen", first).put("ReadSeconds", 0);
		}
		message.options().metadata().forEach(json.putObject("Metadata")::put);
		return json;
	}

	ObjectNode toJson() {
		ObjectNode json = Json.object().put("RecordType", (this.link != null) ? "Click" : "Open");
		if (this.link != null) {
			json.put("ClickLocation", this.location).put("OriginalLink", this.link);
		}
		else {
			json.put("FirstOpen", true);
		}
		this.visitor.client().forEach(json.putObject("Client")::put);
		this.visitor.os().forEach(json.putObject("OS")::put);
		json.put("Platform", this.visitor.platform()).put("UserAgent", this.visitor.userAgent());
		this.visitor.geo().forEach(json.putObject("Geo")::put);
		return json.put("MessageID", this.messageId)
			.put("MessageStream", this.stream)
			.put("ReceivedAt", Timestamps.format(this.receivedAt))
			.put("Tag", this.tag)
			.put("Recipient", this.recipient);
	}

}

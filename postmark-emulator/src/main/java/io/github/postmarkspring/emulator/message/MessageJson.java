package io.github.postmarkspring.emulator.message;

import java.util.List;

import io.github.postmarkspring.emulator.http.Excerpt;
import io.github.postmarkspring.emulator.http.Json;
import io.github.postmarkspring.emulator.time.Timestamps;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Outbound messages as the Messages API shows them.
 */
final class MessageJson {

	// Postmark keeps the first megabyte of a body.
	private static final int STORED_LENGTH = 1024 * 1024;

	private MessageJson() {
	}

	/**
	 * Returns a message as an item of a search.
	 */
	static ObjectNode item(OutboundMessage message) {
		return describe(Json.object(), message);
	}

	/**
	 * Returns all there is to know of a message.
	 */
	static ObjectNode details(OutboundMessage message, List<MessageEvent> happened) {
		ObjectNode json = Json.object();
		json.put("TextBody", stored(message.content().textBody()));
		json.put("HtmlBody", stored(message.content().htmlBody()));
		json.put("Body", stored(RawSource.of(message)));
		describe(json, message);
		ArrayNode events = json.putArray("MessageEvents");
		for (MessageEvent event : happened) {
			ObjectNode item = events.addObject();
			item.put("Recipient", event.recipient());
			item.put("Type", event.type());
			item.put("ReceivedAt", Timestamps.format(event.receivedAt()));
			event.details().forEach(item.putObject("Details")::put);
		}
		return json;
	}

	/**
	 * Returns the source of a message.
	 */
	static ObjectNode dump(OutboundMessage message) {
		return Json.object().put("Body", stored(RawSource.of(message)));
	}

	private static ObjectNode describe(ObjectNode json, OutboundMessage message) {
		json.put("Tag", message.options().tag());
		json.put("MessageID", message.id());
		json.put("MessageStream", message.options().stream());
		addresses(json.putArray("To"), message.envelope().to());
		addresses(json.putArray("Cc"), message.envelope().cc());
		addresses(json.putArray("Bcc"), message.envelope().bcc());
		message.envelope().recipients().forEach(json.putArray("Recipients")::add);
		json.put("ReceivedAt", Timestamps.format(message.submittedAt()));
		json.put("From", message.envelope().from().toString());
		json.put("Subject", message.content().subject());
		ArrayNode attachments = json.putArray("Attachments");
		message.content().attachments().forEach((attachment) -> attachments.add(attachment.name()));
		json.put("Status", "Sent");
		json.put("TrackOpens", message.options().trackOpens());
		json.put("TrackLinks", message.options().trackLinks());
		message.options().metadata().forEach(json.putObject("Metadata")::put);
		json.put("Sandboxed", message.delivery().sandboxed());
		return json;
	}

	private static void addresses(ArrayNode json, List<Address> addresses) {
		for (Address address : addresses) {
			json.addObject().put("Email", address.email()).put("Name", address.name());
		}
	}

	private static String stored(@Nullable String body) {
		return (body != null) ? Excerpt.of(body, STORED_LENGTH) : "";
	}

}

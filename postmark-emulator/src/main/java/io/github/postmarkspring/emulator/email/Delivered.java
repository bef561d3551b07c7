package io.github.postmarkspring.emulator.email;

import io.github.postmarkspring.emulator.http.Json;
import io.github.postmarkspring.emulator.message.MessageEvent;
import io.github.postmarkspring.emulator.message.MessageStore;
import io.github.postmarkspring.emulator.message.OutboundMessage;
import io.github.postmarkspring.emulator.server.EmulatedServer;
import io.github.postmarkspring.emulator.time.Timestamps;
import io.github.postmarkspring.emulator.webhook.Trigger;
import io.github.postmarkspring.emulator.webhook.WebhookEvents;
import tools.jackson.databind.node.ObjectNode;

/**
 * A recipient's copy that has arrived.
 *
 * @see <a href="https://postmarkapp.com/developer/webhooks/delivery-webhook">Delivery
 * webhook</a>
 */
final class Delivered {

	private Delivered() {
	}

	static void tell(EmulatedServer server, MessageStore store, OutboundMessage message, String recipient) {
		MessageEvent event = MessageEvent.delivered(recipient, message.submittedAt());
		store.append(message.id(), event);
		WebhookEvents.publish(server, Trigger.DELIVERY, message.options().stream(), message.id(),
				(option) -> payload(server, message, event));
	}

	private static ObjectNode payload(EmulatedServer server, OutboundMessage message, MessageEvent event) {
		ObjectNode json = Json.object()
			.put("RecordType", "Delivery")
			.put("MessageStream", message.options().stream())
			.put("ServerID", server.id())
			.put("MessageID", message.id())
			.put("Recipient", event.recipient())
			.put("Tag", message.options().tag())
			.put("DeliveredAt", Timestamps.format(event.receivedAt()))
			.put("Details", event.details().get("DeliveryMessage"));
		message.options().metadata().forEach(json.putObject("Metadata")::put);
		return json;
	}

}

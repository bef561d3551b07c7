package io.github.postmarkspring.emulator.suppression;

import java.util.Map;

import io.github.postmarkspring.emulator.http.Json;
import io.github.postmarkspring.emulator.message.OutboundMessage;
import io.github.postmarkspring.emulator.server.EmulatedServer;
import io.github.postmarkspring.emulator.time.Timestamps;
import io.github.postmarkspring.emulator.webhook.Trigger;
import io.github.postmarkspring.emulator.webhook.WebhookEvents;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Tells that a stream's list of suppressions has changed.
 *
 * @see <a href=
 * "https://postmarkapp.com/developer/webhooks/subscription-change-webhook">Subscription
 * change webhook</a>
 */
final class SubscriptionChange {

	private SubscriptionChange() {
	}

	/**
	 * An address was suppressed.
	 * @param cause the message that was the cause, if one was
	 */
	static void suppressed(EmulatedServer server, String stream, Suppression suppression,
			@Nullable OutboundMessage cause) {
		tell(server, stream, suppression, cause, true);
	}

	/**
	 * An address was suppressed, and is no more. Who is told learns nothing of the cause.
	 */
	static void reactivated(EmulatedServer server, String stream, Suppression suppression) {
		tell(server, stream, suppression, null, false);
	}

	private static void tell(EmulatedServer server, String stream, Suppression suppression,
			@Nullable OutboundMessage cause, boolean suppress) {
		String messageId = (cause != null) ? cause.id() : null;
		Suppression.Origin origin = suppress ? suppression.origin() : Suppression.Origin.CUSTOMER;
		ObjectNode json = Json.object()
			.put("RecordType", "SubscriptionChange")
			.put("MessageID", messageId)
			.put("ServerID", server.id())
			.put("MessageStream", stream)
			.put("ChangedAt", Timestamps.format(suppress ? suppression.createdAt() : server.now()))
			.put("Recipient", suppression.emailAddress())
			.put("Origin", origin.wireName())
			.put("SuppressSending", suppress)
			.put("SuppressionReason", suppress ? suppression.reason().wireName() : null)
			.put("Tag", (cause != null) ? cause.options().tag() : null);
		Map<String, String> metadata = (cause != null) ? cause.options().metadata() : Map.of();
		metadata.forEach(json.putObject("Metadata")::put);
		WebhookEvents.publish(server, Trigger.SUBSCRIPTION_CHANGE, stream, messageId, (option) -> json);
	}

}

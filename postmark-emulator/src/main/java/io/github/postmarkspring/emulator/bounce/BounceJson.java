package io.github.postmarkspring.emulator.bounce;

import java.util.Map;

import io.github.postmarkspring.emulator.http.Json;
import io.github.postmarkspring.emulator.server.EmulatedServer;
import io.github.postmarkspring.emulator.time.Timestamps;
import tools.jackson.databind.node.ObjectNode;

/**
 * Bounces and complaints as the API shows them, and as they are posted.
 *
 * @see <a href="https://postmarkapp.com/developer/webhooks/bounce-webhook">Bounce
 * webhook</a>
 */
final class BounceJson {

	private BounceJson() {
	}

	static ObjectNode item(EmulatedServer server, Bounce bounce) {
		return Json.object()
			.put("RecordType", "Bounce")
			.put("ID", bounce.id())
			.put("Type", bounce.type().wireName())
			.put("TypeCode", bounce.type().code())
			.put("Name", bounce.type().title())
			.put("Tag", bounce.tag())
			.put("MessageID", bounce.messageId())
			.put("ServerID", server.id())
			.put("MessageStream", bounce.stream())
			.put("Description", bounce.type().description())
			.put("Details", bounce.details())
			.put("Email", bounce.email())
			.put("From", bounce.from())
			.put("BouncedAt", Timestamps.format(bounce.bouncedAt()))
			.put("DumpAvailable", true)
			.put("Inactive", Bounces.of(server).inactive(bounce))
			.put("CanActivate", bounce.type() == BounceType.HARD_BOUNCE)
			.put("Subject", bounce.subject());
	}

	/**
	 * Returns what is posted.
	 * @param content whether the source is wanted, too
	 */
	static ObjectNode payload(EmulatedServer server, Bounce bounce, Map<String, String> metadata, boolean content) {
		ObjectNode json = item(server, bounce);
		if (bounce.type() == BounceType.SPAM_COMPLAINT) {
			json.put("RecordType", "SpamComplaint");
		}
		metadata.forEach(json.putObject("Metadata")::put);
		return content ? json.put("Content", bounce.dump()) : json;
	}

}

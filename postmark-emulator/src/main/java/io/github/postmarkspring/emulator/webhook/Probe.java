package io.github.postmarkspring.emulator.webhook;

import io.github.postmarkspring.emulator.http.Json;
import io.github.postmarkspring.emulator.server.EmulatedServer;
import io.github.postmarkspring.emulator.time.Timestamps;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is posted to find out whether a receiver is there. Postmark does not publish its
 * own: this is an event of the kind about a message that never was.
 */
final class Probe {

	private static final String NOBODY = "nobody@mail.example";

	private Probe() {
	}

	static ObjectNode of(EmulatedServer server, Webhook webhook, Trigger trigger) {
		ObjectNode json = Json.object().put("RecordType", trigger.wireName()).put("MessageStream", webhook.stream());
		json.put("MessageID", "00000000-0000-0000-0000-000000000000").put("Tag", "").putObject("Metadata");
		String now = Timestamps.format(server.now());
		switch (trigger) {
			case DELIVERY -> json.put("ServerID", server.id())
				.put("Recipient", NOBODY)
				.put("DeliveredAt", now)
				.put("Details", "Verification");
			case BOUNCE -> bounce(json, server, "HardBounce", 1, "Hard bounce", now);
			case SPAM_COMPLAINT -> bounce(json, server, "SpamComplaint", 100001, "Spam complaint", now);
			case OPEN -> visit(json, now).put("FirstOpen", true).put("ReadSeconds", 0);
			case CLICK -> visit(json, now).put("ClickLocation", "HTML").put("OriginalLink", "https://mail.example/");
			case SUBSCRIPTION_CHANGE -> json.put("ServerID", server.id())
				.put("Recipient", NOBODY)
				.put("ChangedAt", now)
				.put("Origin", "Customer")
				.put("SuppressSending", false)
				.putNull("SuppressionReason");
		}
		return json;
	}

	private static void bounce(ObjectNode json, EmulatedServer server, String type, int code, String name, String now) {
		json.put("ServerID", server.id()).put("ID", 0).put("Type", type).put("TypeCode", code).put("Name", name);
		json.put("Description", "Verification").put("Details", "Verification").put("Email", NOBODY);
		json.put("From", NOBODY).put("BouncedAt", now).put("DumpAvailable", false);
		json.put("Inactive", false).put("CanActivate", false).put("Subject", "Verification");
	}

	private static ObjectNode visit(ObjectNode json, String now) {
		json.put("Recipient", NOBODY).put("ReceivedAt", now).put("UserAgent", "").put("Platform", "Unknown");
		json.putObject("Client");
		json.putObject("OS");
		json.putObject("Geo");
		return json;
	}

}

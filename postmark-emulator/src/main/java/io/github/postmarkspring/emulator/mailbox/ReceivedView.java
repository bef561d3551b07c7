package io.github.postmarkspring.emulator.mailbox;

import io.github.postmarkspring.emulator.http.Excerpt;
import io.github.postmarkspring.emulator.http.Json;
import io.github.postmarkspring.emulator.inbound.InboundMail;
import io.github.postmarkspring.emulator.inbound.InboundMessage;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Inbound mail as the page wants it, all texts bounded.
 */
final class ReceivedView {

	private static final int LINE = 300;

	private static final int TEXT = 500_000;

	private ReceivedView() {
	}

	static ObjectNode summary(InboundMessage message) {
		InboundMail mail = message.mail();
		ObjectNode json = Json.object().put("id", message.id()).put("receivedAt", message.receivedAt().toString());
		MessageView.address(json.putObject("from"), mail.from());
		MessageView.addresses(json.putArray("to"), mail.to());
		json.put("subject", Excerpt.of(mail.subject(), LINE)).put("hash", Excerpt.of(message.mailboxHash(), LINE));
		json.put("attachmentCount", mail.attachments().size());
		return json.put("status", message.status().wireName());
	}

	static ObjectNode details(InboundMessage message) {
		InboundMail mail = message.mail();
		ObjectNode json = summary(message).put("text", Excerpt.of(mail.textBody(), TEXT));
		json.put("blockedReason", Excerpt.of(message.blockedReason(), LINE));
		ArrayNode files = json.putArray("attachments");
		mail.attachments()
			.forEach((file) -> files.addObject()
				.put("name", Download.fileName(file.name()))
				.put("size", file.content().length));
		return json;
	}

}

package io.github.postmarkspring.emulator.inbound;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

import io.github.postmarkspring.emulator.message.Attachment;
import io.github.postmarkspring.emulator.message.Header;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Inbound mail as it is posted.
 *
 * @see <a href="https://postmarkapp.com/developer/webhooks/inbound-webhook">Inbound
 * webhook</a>
 */
final class InboundPayload {

	private InboundPayload() {
	}

	/**
	 * Returns the JSON.
	 * @param raw whether the source is wanted, too
	 */
	static ObjectNode of(InboundMessage message, boolean raw) {
		InboundMail mail = message.mail();
		ObjectNode json = message.item();
		json.remove("Status");
		json.put("TextBody", mail.textBody()).put("HtmlBody", mail.htmlBody());
		json.put("StrippedTextReply", isReply(mail) ? strippedReply(mail.textBody()) : "");
		ArrayNode headers = json.putArray("Headers");
		headers.addObject().put("Name", "Return-Path").put("Value", "<" + mail.from().email() + ">");
		headers(message)
			.forEach((header) -> headers.addObject().put("Name", header.name()).put("Value", header.value()));
		ArrayNode attachments = json.putArray("Attachments");
		mail.attachments().forEach((file) -> attachment(attachments.addObject(), file));
		return raw ? json.put("RawEmail", InboundSource.of(message)) : json;
	}

	/**
	 * Returns the sender's headers. No mail comes without a Message-ID.
	 */
	static List<Header> headers(InboundMessage message) {
		List<Header> headers = new ArrayList<>();
		if (message.mail().headers().stream().noneMatch((header) -> header.name().equalsIgnoreCase("Message-ID"))) {
			headers.add(new Header("Message-ID", "<" + message.id() + "@mail.example>"));
		}
		headers.addAll(message.mail().headers());
		return headers;
	}

	private static boolean isReply(InboundMail mail) {
		return mail.headers()
			.stream()
			.anyMatch((header) -> header.name().equalsIgnoreCase("In-Reply-To")
					|| header.name().equalsIgnoreCase("References"));
	}

	/**
	 * Returns what stands above the quotation.
	 */
	private static String strippedReply(String text) {
		StringBuilder reply = new StringBuilder();
		for (String line : text.lines().toList()) {
			if (line.startsWith(">") || (line.startsWith("On ") && line.stripTrailing().endsWith("wrote:"))) {
				break;
			}
			reply.append(line).append('\n');
		}
		return reply.toString().strip();
	}

	private static void attachment(ObjectNode json, Attachment file) {
		json.put("Name", file.name())
			.put("Content", Base64.getEncoder().encodeToString(file.content()))
			.put("ContentType", file.contentType())
			.put("ContentLength", file.content().length)
			.put("ContentID", (file.contentId() != null) ? file.contentId() : "");
	}

}

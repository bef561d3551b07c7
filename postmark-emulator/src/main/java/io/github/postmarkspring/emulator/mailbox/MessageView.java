package io.github.postmarkspring.emulator.mailbox;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.postmarkspring.emulator.http.Excerpt;
import io.github.postmarkspring.emulator.http.Json;
import io.github.postmarkspring.emulator.message.Address;
import io.github.postmarkspring.emulator.message.Attachment;
import io.github.postmarkspring.emulator.message.OutboundMessage;
import io.github.postmarkspring.emulator.message.SourceHeaders;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Messages as the page wants them. All texts are bounded, so that a hostile message
 * cannot make the page heavy.
 */
final class MessageView {

	private static final int LINE = 300;

	private static final int PREVIEW = 160;

	private static final int TEXT = 500_000;

	private MessageView() {
	}

	/**
	 * Returns a row of the list.
	 */
	static ObjectNode summary(OutboundMessage message) {
		ObjectNode json = head(message, LINE);
		String to = Stream.of(message.envelope().to(), message.envelope().cc(), message.envelope().bcc())
			.flatMap(List::stream)
			.map((address) -> (address.name() != null) ? address.name() + " " + address.email() : address.email())
			.collect(Collectors.joining(", "));
		json.put("recipients", Excerpt.of(to, LINE));
		json.put("preview", preview(message.content().textBody()));
		return json.put("attachmentCount", message.content().attachments().size());
	}

	/**
	 * Returns everything the page shows of one message, but for the HTML and the files.
	 */
	static ObjectNode details(OutboundMessage message) {
		ObjectNode json = head(message, Integer.MAX_VALUE);
		addresses(json.putArray("cc"), message.envelope().cc());
		addresses(json.putArray("bcc"), message.envelope().bcc());
		addresses(json.putArray("replyTo"), message.envelope().replyTo());
		ArrayNode metadata = json.putArray("metadata");
		message.options().metadata().forEach((name, value) -> pair(metadata, name, value));
		ArrayNode headers = json.putArray("headers");
		SourceHeaders.of(message).forEach((header) -> pair(headers, header.name(), header.value()));
		String text = message.content().textBody();
		json.put("text", (text != null) ? Excerpt.of(text, TEXT) : null);
		json.put("html", message.content().htmlBody() != null);
		json.put("remoteImages", HtmlView.hasRemoteImages(message.content().htmlBody()));
		json.put("json", Excerpt.of(Json.pretty(message.json()), TEXT));
		message.envelope().recipients().stream().distinct().forEach(json.putArray("recipients")::add);
		Links.of(message).forEach(json.putArray("links")::add);
		ArrayNode attachments = json.putArray("attachments");
		message.content().attachments().forEach((attachment) -> file(attachments.addObject(), attachment));
		return json;
	}

	private static ObjectNode head(OutboundMessage message, int length) {
		ObjectNode json = Json.object();
		json.put("id", message.id());
		json.put("receivedAt", message.submittedAt().toString());
		address(json.putObject("from"), message.envelope().from());
		addresses(json.putArray("to"), message.envelope().to());
		json.put("subject", Excerpt.of(message.content().subject(), length));
		json.put("tag", Excerpt.of(message.options().tag(), length));
		return json.put("stream", message.options().stream());
	}

	private static String preview(@Nullable String text) {
		return (text != null) ? Excerpt.of(Excerpt.of(text, 4 * PREVIEW).replaceAll("\\s+", " ").strip(), PREVIEW) : "";
	}

	private static void file(ObjectNode json, Attachment attachment) {
		// As it will be saved: the name as sent may pretend to be of another type.
		json.put("name", Download.fileName(attachment.name()));
		json.put("contentType", Excerpt.of(attachment.contentType(), LINE));
		json.put("size", attachment.content().length).put("inline", attachment.contentId() != null);
	}

	static void addresses(ArrayNode json, List<Address> addresses) {
		addresses.forEach((address) -> address(json.addObject(), address));
	}

	static void address(ObjectNode json, Address address) {
		String name = address.name();
		json.put("email", Excerpt.of(address.email(), LINE));
		json.put("name", (name != null) ? Excerpt.of(name, LINE) : null);
	}

	private static void pair(ArrayNode json, String name, String value) {
		json.addObject().put("name", name).put("value", Excerpt.of(value, TEXT));
	}

}

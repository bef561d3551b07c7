package io.github.postmarkspring.emulator.message;

import org.jspecify.annotations.Nullable;

/**
 * A message as plausible MIME source. The content of attachments is left out: Postmark
 * gives it back nowhere.
 */
final class RawSource {

	private static final String LINE = "\r\n";

	private RawSource() {
	}

	static String of(OutboundMessage message) {
		StringBuilder source = new StringBuilder();
		for (Header header : SourceHeaders.of(message)) {
			append(source, header.name(), SourceHeaders.encode(header.value()));
		}
		Content content = message.content();
		if (content.attachments().isEmpty()) {
			bodies(source, message);
			return source.toString();
		}
		String boundary = "mixed-" + message.id();
		append(source, "Content-Type", "multipart/mixed; boundary=\"" + boundary + "\"");
		begin(source.append(LINE), boundary);
		bodies(source, message);
		for (Attachment attachment : content.attachments()) {
			begin(source.append(LINE), boundary);
			append(source, "Content-Type", SourceHeaders.encode(attachment.contentType()));
			append(source, "Content-Disposition", (attachment.contentId() != null) ? "inline" : "attachment");
			append(source, "Content-Description", SourceHeaders.encode(attachment.name()));
			if (attachment.contentId() != null) {
				append(source, "Content-ID", "<" + SourceHeaders.encode(attachment.contentId()) + ">");
			}
			source.append(LINE);
		}
		return source.append("--").append(boundary).append("--").append(LINE).toString();
	}

	private static void bodies(StringBuilder source, OutboundMessage message) {
		String text = message.content().textBody();
		String html = message.content().htmlBody();
		if (text == null || html == null) {
			part(source, (text != null) ? "text/plain" : "text/html", (text != null) ? text : html);
			return;
		}
		String boundary = "alternative-" + message.id();
		append(source, "Content-Type", "multipart/alternative; boundary=\"" + boundary + "\"");
		begin(source.append(LINE), boundary);
		part(source, "text/plain", text);
		begin(source.append(LINE), boundary);
		part(source, "text/html", html);
		source.append(LINE).append("--").append(boundary).append("--").append(LINE);
	}

	private static void part(StringBuilder source, String type, @Nullable String body) {
		append(source, "Content-Type", type + "; charset=UTF-8");
		append(source, "Content-Transfer-Encoding", "8bit");
		source.append(LINE).append((body != null) ? body : "");
	}

	private static void begin(StringBuilder source, String boundary) {
		source.append("--").append(boundary).append(LINE);
	}

	private static void append(StringBuilder source, String name, String value) {
		source.append(name).append(": ").append(value).append(LINE);
	}

}

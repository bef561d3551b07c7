package io.github.postmarkspring.emulator.inbound;

import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

import io.github.postmarkspring.emulator.message.Address;
import io.github.postmarkspring.emulator.message.Attachment;
import io.github.postmarkspring.emulator.message.SourceHeaders;

/**
 * Inbound mail as MIME source that mail programs can read.
 */
final class InboundSource {

	private static final String LINE = "\r\n";

	private final StringBuilder source = new StringBuilder();

	private final InboundMessage message;

	private InboundSource(InboundMessage message) {
		this.message = message;
	}

	static String of(InboundMessage message) {
		InboundSource source = new InboundSource(message);
		source.headers();
		source.content();
		return source.source.toString();
	}

	private void headers() {
		InboundMail mail = this.message.mail();
		header("Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(this.message.receivedAt().atOffset(ZoneOffset.UTC)));
		header("From", addresses(List.of(mail.from())));
		header("To", addresses(mail.to()));
		header("Cc", addresses(mail.cc()));
		header("Subject", SourceHeaders.encode(mail.subject()));
		InboundPayload.headers(this.message)
			.forEach((header) -> header(header.name(), SourceHeaders.encode(header.value())));
		header("MIME-Version", "1.0");
	}

	private void content() {
		List<Attachment> files = this.message.mail().attachments();
		if (files.isEmpty()) {
			bodies();
			return;
		}
		String boundary = "mixed-" + this.message.id();
		header("Content-Type", "multipart/mixed; boundary=\"" + boundary + "\"");
		begin(boundary);
		bodies();
		for (Attachment file : files) {
			begin(boundary);
			header("Content-Disposition", ((file.contentId() != null) ? "inline" : "attachment") + "; filename=\""
					+ SourceHeaders.encode(file.name()).replace("\"", "") + "\"");
			if (file.contentId() != null) {
				header("Content-ID", "<" + SourceHeaders.encode(file.contentId()) + ">");
			}
			part(SourceHeaders.encode(file.contentType()), file.content());
		}
		end(boundary);
	}

	private void bodies() {
		InboundMail mail = this.message.mail();
		if (mail.htmlBody().isEmpty()) {
			text("plain", mail.textBody());
			return;
		}
		if (mail.textBody().isEmpty()) {
			text("html", mail.htmlBody());
			return;
		}
		String boundary = "alternative-" + this.message.id();
		header("Content-Type", "multipart/alternative; boundary=\"" + boundary + "\"");
		begin(boundary);
		text("plain", mail.textBody());
		begin(boundary);
		text("html", mail.htmlBody());
		end(boundary);
	}

	private void text(String subtype, String text) {
		part("text/" + subtype + "; charset=UTF-8", text.getBytes(StandardCharsets.UTF_8));
	}

	private void part(String type, byte[] content) {
		header("Content-Type", type);
		header("Content-Transfer-Encoding", "base64");
		this.source.append(LINE).append(Base64.getMimeEncoder().encodeToString(content)).append(LINE);
	}

	private void begin(String boundary) {
		this.source.append(LINE).append("--").append(boundary).append(LINE);
	}

	private void end(String boundary) {
		this.source.append(LINE).append("--").append(boundary).append("--").append(LINE);
	}

	private void header(String name, String value) {
		if (!value.isEmpty()) {
			this.source.append(name).append(": ").append(value).append(LINE);
		}
	}

	private static String addresses(List<Address> addresses) {
		return addresses.stream().map(InboundSource::address).collect(Collectors.joining(", "));
	}

	/**
	 * A name that is not ASCII is encoded by itself.
	 */
	private static String address(Address address) {
		String name = address.name();
		if (name == null || name.chars().allMatch((ch) -> ch >= 0x20 && ch < 0x7F)) {
			return address.toString();
		}
		return SourceHeaders.encode(name) + " <" + address.email() + ">";
	}

}

package io.github.postmarkspring.emulator.message;

import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The headers a recipient's server would see. Bcc is not among them.
 *
 * @since 0.1.0
 */
public final class SourceHeaders {

	private SourceHeaders() {
	}

	/**
	 * Returns the headers of a message as people read them.
	 * @param message the message
	 * @return names and values, each on one line
	 */
	public static List<Header> of(OutboundMessage message) {
		List<Header> headers = new ArrayList<>();
		Envelope envelope = message.envelope();
		add(headers, "Date",
				DateTimeFormatter.RFC_1123_DATE_TIME.format(message.submittedAt().atOffset(ZoneOffset.UTC)));
		add(headers, "From", envelope.from().toString());
		add(headers, "To", join(envelope.to()));
		add(headers, "Cc", join(envelope.cc()));
		add(headers, "Reply-To", join(envelope.replyTo()));
		add(headers, "Subject", message.content().subject());
		if (message.options().headers().stream().noneMatch((header) -> header.name().equalsIgnoreCase("Message-ID"))) {
			add(headers, "Message-ID", "<" + message.id() + "@mtasv.net>");
		}
		add(headers, "MIME-Version", "1.0");
		add(headers, "X-PM-Message-Id", message.id());
		add(headers, "X-PM-Tag", message.options().tag());
		add(headers, "X-PM-Message-Stream", message.options().stream());
		message.options().headers().forEach((header) -> add(headers, header.name(), header.value()));
		return headers;
	}

	/**
	 * Writes text so that it is good in a header: ASCII, and on one line.
	 * @param text the text
	 * @return the text itself, or encoded words (RFC 2047) if it is not ASCII
	 */
	public static String encode(String text) {
		String line = oneLine(text);
		if (line.chars().allMatch((ch) -> ch < 0x7F)) {
			return line;
		}
		List<String> words = new ArrayList<>();
		StringBuilder word = new StringBuilder();
		line.codePoints().forEach((codePoint) -> {
			word.appendCodePoint(codePoint);
			// 36 characters are at most 45 bytes of the 75 letters a word may have, or
			// split before that.
			if (word.toString().getBytes(StandardCharsets.UTF_8).length > 36) {
				words.add(word.toString());
				word.setLength(0);
			}
		});
		words.add(word.toString());
		return words.stream()
			.filter((part) -> !part.isEmpty())
			.map((part) -> "=?UTF-8?B?" + Base64.getEncoder().encodeToString(part.getBytes(StandardCharsets.UTF_8))
					+ "?=")
			.collect(Collectors.joining("\r\n "));
	}

	private static void add(List<Header> headers, String name, String value) {
		if (!value.isEmpty()) {
			headers.add(new Header(name, oneLine(value)));
		}
	}

	/**
	 * What a stranger wrote must not begin a header of its own.
	 */
	private static String oneLine(String value) {
		return value.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ");
	}

	private static String join(List<Address> addresses) {
		return addresses.stream().map(Address::toString).collect(Collectors.joining(", "));
	}

}

package io.github.postmarkspring.emulator.email;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import io.github.postmarkspring.emulator.http.ApiException;
import io.github.postmarkspring.emulator.message.Header;
import org.jspecify.annotations.Nullable;

/**
 * Checks that there is a body and that nothing exceeds its limit, each with code 300.
 *
 * @see <a href="https://postmarkapp.com/support/article/1056">Size limits</a>
 * @see <a href="https://postmarkapp.com/support/article/1125">Metadata</a>
 */
final class LimitsCheck {

	static final int MAX_MESSAGE = 10 * 1024 * 1024;

	private static final int MAX_BODY = 5 * 1024 * 1024;

	private static final int MAX_SUBJECT = 2000;

	private static final int MAX_TAG = 1000;

	private static final int MAX_METADATA = 10;

	private static final int MAX_METADATA_KEY = 20;

	private static final int MAX_METADATA_VALUE = 80;

	private static final List<String> TRACK_LINKS = List.of("None", "HtmlAndText", "HtmlOnly", "TextOnly");

	private static final Pattern HEADER_NAME = Pattern.compile("[!-9;-~]+");

	private static final Set<String> REFUSED_HEADERS = refusedHeaders();

	private LimitsCheck() {
	}

	static void check(EmailRequest request) {
		if (request.template() == null && request.htmlBody() == null && request.textBody() == null) {
			throw error("A message needs an 'HtmlBody' or a 'TextBody', or both.");
		}
		length("Subject", request.subject(), MAX_SUBJECT);
		length("Tag", request.tag(), MAX_TAG);
		metadata(request.metadata());
		request.headers().forEach(LimitsCheck::header);
		if (request.trackLinks() != null) {
			trackLinks(request.trackLinks());
		}
		long size = body("HtmlBody", request.htmlBody()) + body("TextBody", request.textBody());
		for (EmailRequest.File file : request.attachments()) {
			size += (file.content() != null) ? file.content().length() : 0;
		}
		if (size > MAX_MESSAGE) {
			throw error("A message is limited to " + MAX_MESSAGE + " bytes, its attachments in base64 included.");
		}
	}

	/**
	 * Returns the documented spelling of a value of {@code TrackLinks}.
	 */
	static String trackLinks(String value) {
		return TRACK_LINKS.stream()
			.filter(value::equalsIgnoreCase)
			.findFirst()
			.orElseThrow(() -> error("'TrackLinks' must be one of " + String.join(", ", TRACK_LINKS) + "."));
	}

	private static void length(String name, @Nullable String value, int max) {
		if (value != null && value.length() > max) {
			throw error("'" + name + "' is limited to " + max + " characters.");
		}
	}

	private static void metadata(Map<String, String> metadata) {
		Set<String> keys = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
		metadata.forEach((key, value) -> {
			if (key.length() > MAX_METADATA_KEY || value.length() > MAX_METADATA_VALUE || !keys.add(key)) {
				throw metadataError("Field: '" + ApiException.quote(key) + "'.");
			}
		});
		if (metadata.size() > MAX_METADATA) {
			throw metadataError("At most " + MAX_METADATA + " fields are allowed.");
		}
	}

	private static void header(Header header) {
		if (!HEADER_NAME.matcher(header.name()).matches() || REFUSED_HEADERS.contains(header.name())) {
			throw error("Header '" + ApiException.quote(header.name()) + "' not allowed.");
		}
	}

	private static int body(String name, @Nullable String body) {
		int size = (body != null) ? body.getBytes(StandardCharsets.UTF_8).length : 0;
		if (size > MAX_BODY) {
			throw error("'" + name + "' is limited to " + MAX_BODY + " bytes.");
		}
		return size;
	}

	private static Set<String> refusedHeaders() {
		Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
		names.addAll(List.of("Return-Path", "X-PM-RCPT", "From", "Reply-To", "Sender", "Received", "Date",
				"Content-Type", "Cc", "Bcc", "Subject", "Tag", "Attachment", "To", "Track-Opens", "Track-Links",
				"Postmark-Template-Alias", "Message-Stream"));
		return names;
	}

	private static ApiException metadataError(String what) {
		return error("Invalid metadata content. Field names are limited to " + MAX_METADATA_KEY
				+ " characters and field values are limited to " + MAX_METADATA_VALUE + " characters in length. "
				+ what);
	}

	private static ApiException error(String message) {
		return ApiException.unprocessable(300, message);
	}

}

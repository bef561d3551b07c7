package io.github.postmarkspring.emulator.email;

import java.util.Base64;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import io.github.postmarkspring.emulator.http.ApiException;
import io.github.postmarkspring.emulator.message.Attachment;
import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

/**
 * Checks a file and decodes it.
 *
 * @see <a href="https://postmarkapp.com/developer/user-guide/send-email-with-api">Sending
 * with the API</a>
 */
final class AttachmentCheck {

	private static final Set<String> FORBIDDEN = Set.of("vbs", "exe", "bin", "bat", "chm", "com", "cpl", "crt", "hlp",
			"hta", "inf", "ins", "isp", "jse", "lnk", "mdb", "pcd", "pif", "reg", "scr", "sct", "shs", "vbe", "vba",
			"wsf", "wsh", "wsl", "msc", "msi", "msp", "mst");

	private static final Pattern MIME_TYPE = Pattern
		.compile("[A-Za-z0-9!#$&^_.+\\-]+/[A-Za-z0-9!#$&^_.+\\-]+\\s*(;[^\\p{Cntrl}]*)?");

	private AttachmentCheck() {
	}

	/**
	 * Checks and decodes.
	 * @throws ApiException with code 411 for a forbidden type of file, and 300 otherwise
	 */
	static Attachment check(EmailRequest.File file) {
		String name = file.name();
		if (name == null || name.isBlank()) {
			throw error("An attachment needs a 'Name'.");
		}
		String extension = extension(name);
		if (FORBIDDEN.contains(extension)) {
			throw ApiException.unprocessable(411, "Attachments of type '." + extension + "' are not allowed.");
		}
		String type = file.contentType();
		if (type == null || !MIME_TYPE.matcher(type).matches()) {
			throw error("The 'ContentType' of attachment '" + ApiException.quote(name) + "' is not a MIME type.");
		}
		return new Attachment(name, type, contentId(file.contentId()), decode(name, file.content()));
	}

	/**
	 * Windows passes over trailing dots and spaces, so they hide nothing here.
	 */
	private static String extension(String name) {
		int end = name.length();
		while (end > 0 && (name.charAt(end - 1) == '.' || Character.isWhitespace(name.charAt(end - 1)))) {
			end--;
		}
		int dot = name.lastIndexOf('.', end - 1);
		return (dot < 0) ? "" : name.substring(dot + 1, end).toLowerCase(Locale.ROOT);
	}

	private static @Nullable String contentId(@Nullable String id) {
		return (id != null && id.regionMatches(true, 0, "cid:", 0, 4)) ? id.substring(4) : id;
	}

	private static byte[] decode(String name, @Nullable String content) {
		if (content != null) {
			String base64 = StringUtils.trimAllWhitespace(content);
			try {
				// Java would do without the padding, Postmark's platform does not.
				if (base64.length() % 4 == 0) {
					return Base64.getDecoder().decode(base64);
				}
			}
			catch (IllegalArgumentException ex) {
				// Answered below.
			}
		}
		throw error("The 'Content' of attachment '" + ApiException.quote(name) + "' is not base64.");
	}

	private static ApiException error(String message) {
		return ApiException.unprocessable(300, message);
	}

}

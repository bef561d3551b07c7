package io.github.postmarkspring.emulator.mailbox;

import java.nio.charset.StandardCharsets;

import io.github.postmarkspring.emulator.http.Excerpt;
import io.github.postmarkspring.emulator.http.Response;
import io.github.postmarkspring.emulator.message.Attachment;

import org.springframework.http.ContentDisposition;

/**
 * An attachment to save to disk. Its type and name are a stranger's word, so it is never
 * shown, and the name is cleaned.
 */
final class Download {

	private static final int LONGEST_NAME = 120;

	private Download() {
	}

	static Response of(Attachment attachment) {
		String disposition = ContentDisposition.attachment()
			.filename(fileName(attachment.name()), StandardCharsets.UTF_8)
			.build()
			.toString();
		return Protection.add(Response.content("application/octet-stream", attachment.content()), Protection.NOTHING)
			.with("Content-Disposition", disposition);
	}

	/**
	 * Cleans a name of what leads into another directory, hides the file, or shows its
	 * extension reversed.
	 */
	static String fileName(String name) {
		String plain = name.replaceAll("[\\p{Cntrl}\\p{Cf}\\u2028\\u2029/\\\\:*?\"<>|%;=]", "_")
			.replaceAll("^[.\\s]+", "");
		// The end of a long name matters more, it has the extension.
		if (plain.length() > LONGEST_NAME) {
			String end = plain.substring(plain.length() - 20);
			plain = Excerpt.of(plain, LONGEST_NAME - 21) + "_"
					+ (Character.isLowSurrogate(end.charAt(0)) ? end.substring(1) : end);
		}
		return plain.isBlank() ? "attachment" : plain;
	}

}

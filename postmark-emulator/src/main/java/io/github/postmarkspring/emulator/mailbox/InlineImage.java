package io.github.postmarkspring.emulator.mailbox;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import io.github.postmarkspring.emulator.http.ApiException;
import io.github.postmarkspring.emulator.http.Response;
import io.github.postmarkspring.emulator.message.Attachment;

/**
 * Images that the HTML of a message shows by {@code cid:}.
 */
final class InlineImage {

	// Pictures made of pixels. SVG is a document and may hold scripts.
	private static final Set<String> TYPES = Set.of("image/png", "image/jpeg", "image/gif", "image/webp", "image/bmp",
			"image/avif");

	private InlineImage() {
	}

	/**
	 * Finds what a {@code cid:} refers to.
	 * @return the index of the attachment, or -1
	 */
	static int indexOf(List<Attachment> attachments, String cid) {
		for (int i = 0; i < attachments.size(); i++) {
			String id = attachments.get(i).contentId();
			if (id != null && (id.equals(cid) || id.equals(decode(cid)))) {
				return i;
			}
		}
		return -1;
	}

	/**
	 * Returns the image.
	 * @throws ApiException with HTTP 404 if it is of a type that is not shown
	 */
	static Response of(Attachment attachment) {
		String type = attachment.contentType().split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
		if (attachment.contentId() == null || !TYPES.contains(type)) {
			throw ApiException.of(404, 404, "This is not an inline image.");
		}
		return Protection.add(Response.content(type, attachment.content()), Protection.NOTHING);
	}

	private static String decode(String cid) {
		try {
			return URLDecoder.decode(cid.replace("+", "%2B"), StandardCharsets.UTF_8);
		}
		catch (IllegalArgumentException ex) {
			return cid;
		}
	}

}

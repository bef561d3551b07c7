package io.github.postmarkspring.client.message;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import io.github.postmarkspring.client.error.InvalidMessageException;

import org.springframework.util.InvalidMimeTypeException;
import org.springframework.util.MimeTypeUtils;
import org.springframework.util.StringUtils;

/**
 * What can be known to be wrong with an attachment without asking Postmark.
 *
 * @see <a href=
 * "https://postmarkapp.com/developer/user-guide/send-email-with-api#attachments">Postmark:
 * attachments</a>
 */
final class AttachmentChecks {

	private static final int FORBIDDEN_TYPE = 411;

	private static final Set<String> FORBIDDEN_EXTENSIONS = Set.of("vbs", "exe", "bin", "bat", "chm", "com", "cpl",
			"crt", "hlp", "hta", "inf", "ins", "isp", "jse", "lnk", "mdb", "pcd", "pif", "reg", "scr", "sct", "shs",
			"vbe", "vba", "wsf", "wsh", "wsl", "msc", "msi", "msp", "mst");

	private static final Pattern CONTENT_ID = Pattern.compile("cid:[!-~]+");

	private AttachmentChecks() {
	}

	static void check(Attachment attachment) {
		if (!StringUtils.hasText(attachment.name())) {
			throw MessageChecks.invalid("Attachments", "an attachment has no name");
		}
		String name = MessageChecks.shown(attachment.name());
		String extension = StringUtils.getFilenameExtension(attachment.name().strip());
		if (extension != null && FORBIDDEN_EXTENSIONS.contains(extension.toLowerCase(Locale.ROOT))) {
			throw new InvalidMessageException("Attachments", FORBIDDEN_TYPE,
					"Postmark does not send files of the type of " + name, null);
		}
		try {
			MimeTypeUtils.parseMimeType(attachment.contentType());
		}
		catch (InvalidMimeTypeException ex) {
			throw MessageChecks.invalid("Attachments",
					"the type of " + name + " is not a media type: " + MessageChecks.shown(attachment.contentType()));
		}
		String contentId = attachment.contentId();
		if (contentId != null && !CONTENT_ID.matcher(contentId).matches()) {
			throw MessageChecks.invalid("Attachments",
					"the content id of " + name + " may have printable ASCII characters only, and no space");
		}
	}

}

package io.github.postmarkspring.emulator.mailbox;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.postmarkspring.emulator.http.Response;
import io.github.postmarkspring.emulator.message.Attachment;
import io.github.postmarkspring.emulator.message.OutboundMessage;
import org.jspecify.annotations.Nullable;

/**
 * The HTML of a message as a document that can do no harm, wherever it is opened: no
 * script, no form, no frame, and no request to the outside unless asked for.
 */
final class HtmlView {

	private static final Pattern DOCTYPE = Pattern.compile("\\A\\s*+<!doctype[^>]{0,300}+>", Pattern.CASE_INSENSITIVE);

	private static final Pattern CID = Pattern.compile("(?<=[\"'(=])\\s{0,4}cid:([^\"'\\s<>()]{1,255})",
			Pattern.CASE_INSENSITIVE);

	private static final Pattern REMOTE = Pattern
		.compile("(?:src|srcset|background|poster)\\s{0,4}=\\s{0,4}[\"']?\\s{0,4}(?:https?:)?//"
				+ "|url\\(\\s{0,4}[\"']?\\s{0,4}(?:https?:)?//", Pattern.CASE_INSENSITIVE);

	// Links open in a new tab, where the page they lead to is free of the sandbox.
	private static final String BASE = "<base target=\"_blank\">";

	private HtmlView() {
	}

	/**
	 * Returns whether the HTML asks for images from elsewhere.
	 */
	static boolean hasRemoteImages(@Nullable String html) {
		return html != null && REMOTE.matcher(html).find();
	}

	/**
	 * Returns the document.
	 * @param message the message
	 * @param host the host and port by which the page was reached
	 * @param remoteImages whether images may be loaded from elsewhere
	 */
	static Response of(OutboundMessage message, String host, boolean remoteImages) {
		String html = message.content().htmlBody();
		String inline = "/mailbox/api/messages/" + message.id() + "/inline/";
		String document = withBase(withInlineImages((html != null) ? html : "", inline, message));
		// Not 'self': the document has no origin in its sandbox, and it needs no other
		// address of ours.
		String images = "data: http://" + host + inline + (remoteImages ? " http: https:" : "");
		String policy = "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; img-src " + images
				+ "; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";
		return Protection
			.add(Response.content("text/html; charset=utf-8", document.getBytes(StandardCharsets.UTF_8)), policy)
			.with("X-DNS-Prefetch-Control", "off");
	}

	private static String withBase(String html) {
		Matcher doctype = DOCTYPE.matcher(html);
		int start = doctype.lookingAt() ? doctype.end() : 0;
		return html.substring(0, start) + BASE + html.substring(start);
	}

	private static String withInlineImages(String html, String path, OutboundMessage message) {
		List<Attachment> attachments = message.content().attachments();
		if (attachments.isEmpty()) {
			return html;
		}
		return CID.matcher(html).replaceAll((match) -> {
			int index = InlineImage.indexOf(attachments, match.group(1));
			return Matcher.quoteReplacement((index < 0) ? match.group() : path + index);
		});
	}

}

package io.github.postmarkspring.emulator.mailbox;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.postmarkspring.emulator.message.OutboundMessage;
import org.jspecify.annotations.Nullable;

/**
 * The links of a message that a recipient could click on.
 */
final class Links {

	private static final int MOST = 50;

	private static final Pattern HTML = Pattern
		.compile("(?i)\\bhref\\s{0,4}=\\s{0,4}[\"']?(https?://[^\"'\\s>]{1,2000})");

	private static final Pattern TEXT = Pattern.compile("(?i)https?://[^\\s<>\"]{1,2000}");

	private Links() {
	}

	/**
	 * Returns the first links, those of the HTML before those of the text.
	 */
	static Set<String> of(OutboundMessage message) {
		Set<String> links = new LinkedHashSet<>();
		collect(links, HTML, 1, message.content().htmlBody());
		collect(links, TEXT, 0, message.content().textBody());
		return links;
	}

	/**
	 * Returns whether a recipient finds the link in the HTML.
	 */
	static boolean inHtml(OutboundMessage message, String link) {
		Set<String> links = new LinkedHashSet<>();
		collect(links, HTML, 1, message.content().htmlBody());
		return links.contains(link);
	}

	private static void collect(Set<String> links, Pattern pattern, int group, @Nullable String body) {
		Matcher matcher = pattern.matcher((body != null) ? body : "");
		while (links.size() < MOST && matcher.find()) {
			links.add(matcher.group(group).replace("&amp;", "&"));
		}
	}

}

package io.github.postmarkspring.emulator.email;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.postmarkspring.emulator.message.OutboundMessage;
import org.jspecify.annotations.Nullable;

/**
 * The links of a message whose clicks are tracked. One that is in the HTML and in the
 * text counts once.
 */
final class TrackedLinks {

	private static final Pattern HTML = Pattern.compile("(?i)\\bhref\\s*=\\s*[\"']?(https?://[^\"'\\s>]+)");

	private static final Pattern TEXT = Pattern.compile("(?i)https?://[^\\s<>\"]+");

	private TrackedLinks() {
	}

	static Set<String> of(OutboundMessage message) {
		Set<String> links = new HashSet<>();
		String tracked = message.options().trackLinks();
		if (tracked.startsWith("Html")) {
			collect(links, HTML, 1, message.content().htmlBody());
		}
		if (tracked.equals("HtmlAndText") || tracked.equals("TextOnly")) {
			collect(links, TEXT, 0, message.content().textBody());
		}
		return links;
	}

	private static void collect(Set<String> links, Pattern pattern, int group, @Nullable String body) {
		Matcher matcher = pattern.matcher((body != null) ? body : "");
		while (matcher.find()) {
			String link = matcher.group(group);
			links.add((group > 0) ? link.replace("&amp;", "&") : link);
		}
	}

}

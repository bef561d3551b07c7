package io.github.postmarkspring.emulator.server;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.github.postmarkspring.emulator.http.ApiException;
import io.github.postmarkspring.emulator.http.JsonFields;
import org.jspecify.annotations.Nullable;

/**
 * Settings as they were sent, each checked. What was not sent stays as it was.
 */
final class SettingsChange {

	private static final List<String> COLORS = List.of("purple", "blue", "turquoise", "green", "red", "yellow", "grey",
			"orange");

	private static final List<String> TRACK_LINKS = List.of("None", "HtmlAndText", "HtmlOnly", "TextOnly");

	private static final int HIGHEST_THRESHOLD = 30;

	static final int LONGEST_NAME = 100;

	private SettingsChange() {
	}

	static ServerSettings apply(JsonFields sent, ServerSettings before) {
		String links = sent.text("TrackLinks");
		return new ServerSettings(name(sent, before), color(sent, before),
				flag(sent, "SmtpApiActivated", before.smtpApiActivated()),
				flag(sent, "RawEmailEnabled", before.rawEmailEnabled()), hookUrls(sent, before),
				flag(sent, "PostFirstOpenOnly", before.postFirstOpenOnly()), inboundDomain(sent, before),
				threshold(sent, before), flag(sent, "TrackOpens", before.trackOpens()),
				(links != null) ? oneOf(links, TRACK_LINKS, 612, "TrackLinks") : before.trackLinks(),
				flag(sent, "IncludeBounceContentInHook", before.includeBounceContentInHook()),
				flag(sent, "EnableSmtpApiErrorHooks", before.enableSmtpApiErrorHooks()));
	}

	static String oneOf(String value, List<String> allowed, int code, String name) {
		return allowed.stream()
			.filter(value::equalsIgnoreCase)
			.findFirst()
			.orElseThrow(() -> ApiException.unprocessable(code,
					"'" + name + "' must be one of " + String.join(", ", allowed) + "."));
	}

	static boolean isName(String name) {
		return !name.isBlank() && name.length() <= LONGEST_NAME;
	}

	private static String name(JsonFields sent, ServerSettings before) {
		String name = sent.rawText("Name");
		if (name == null && !before.name().isEmpty()) {
			return before.name();
		}
		if (name == null || !isName(name)) {
			throw ApiException.unprocessable(608,
					"A server needs a 'Name' of at most " + LONGEST_NAME + " characters.");
		}
		return name;
	}

	private static String color(JsonFields sent, ServerSettings before) {
		String color = sent.text("Color");
		return (color != null) ? oneOf(color, COLORS, 607, "Color") : before.color();
	}

	private static Map<String, String> hookUrls(JsonFields sent, ServerSettings before) {
		Map<String, String> urls = new LinkedHashMap<>();
		before.hookUrls().forEach((name, url) -> {
			String value = sent.rawText(name);
			if (value != null && !value.isEmpty() && !isHttp(value)) {
				throw ApiException.unprocessable(606, "'" + name + "' is not a valid URL.");
			}
			urls.put(name, (value != null) ? value : url);
		});
		return urls;
	}

	private static boolean isHttp(String value) {
		try {
			URI uri = new URI(value);
			return uri.getHost() != null
					&& ("http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme()));
		}
		catch (URISyntaxException ex) {
			return false;
		}
	}

	/**
	 * The MX record, whose absence Postmark answers with code 610, is taken for granted:
	 * nothing is looked up.
	 */
	private static String inboundDomain(JsonFields sent, ServerSettings before) {
		String domain = sent.rawText("InboundDomain");
		if (domain != null && domain.toLowerCase(Locale.ROOT).contains("postmarkapp.com")) {
			throw ApiException.unprocessable(608, "'InboundDomain' must not contain postmarkapp.com.");
		}
		return (domain != null) ? domain : before.inboundDomain();
	}

	private static int threshold(JsonFields sent, ServerSettings before) {
		Long threshold = sent.number("InboundSpamThreshold");
		if (threshold == null) {
			return before.inboundSpamThreshold();
		}
		if (threshold < 0 || threshold > HIGHEST_THRESHOLD) {
			throw ApiException.unprocessable(611,
					"'InboundSpamThreshold' must be between 0 and " + HIGHEST_THRESHOLD + ".");
		}
		return threshold.intValue();
	}

	private static boolean flag(JsonFields sent, String name, boolean before) {
		@Nullable Boolean flag = sent.flag(name);
		return (flag != null) ? flag : before;
	}

}

package io.github.postmarkspring.client.webhook.event;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;

import io.github.postmarkspring.client.inbound.InboundHeader;
import org.jspecify.annotations.Nullable;

/**
 * What Postmark's spam filter said of mail that came in.
 * <p>
 * It stands in headers, and who sent the mail may have written such headers too: where
 * there are several, the worst counts.
 *
 * @param spam whether it is spam, or {@code null} if that was not said
 * @param score how much it looks like spam: the higher, the more. {@code null} if it was
 * not given
 * @param tests the names of the tests that counted, as they were given; {@code null} if
 * they were not
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/webhooks/inbound-webhook">Postmark:
 * Inbound webhook</a>
 */
public record SpamVerdict(@Nullable Boolean spam, @Nullable Double score, @Nullable String tests) {

	private static final Pattern SCORE = Pattern.compile("[-+]?\\d{1,6}(\\.\\d{1,6})?");

	static @Nullable SpamVerdict of(List<InboundHeader> headers) {
		List<String> statuses = values(headers, "X-Spam-Status");
		List<Double> scores = values(headers, "X-Spam-Score").stream()
			.filter((score) -> SCORE.matcher(score).matches())
			.map(Double::valueOf)
			.toList();
		List<String> tests = values(headers, "X-Spam-Tests");
		if (statuses.isEmpty() && scores.isEmpty() && tests.isEmpty()) {
			return null;
		}
		return new SpamVerdict(spam(statuses), scores.stream().max(Double::compare).orElse(null),
				tests.isEmpty() ? null : String.join(",", tests));
	}

	private static @Nullable Boolean spam(List<String> statuses) {
		if (statuses.stream().anyMatch((status) -> starts(status, "yes"))) {
			return true;
		}
		return statuses.stream().anyMatch((status) -> starts(status, "no")) ? false : null;
	}

	private static boolean starts(String status, String word) {
		return status.toLowerCase(Locale.ROOT).startsWith(word);
	}

	private static List<String> values(List<InboundHeader> headers, String name) {
		return headers.stream()
			.filter((header) -> name.equalsIgnoreCase(header.name()))
			.map(InboundHeader::value)
			.filter(Objects::nonNull)
			.map(String::strip)
			.toList();
	}

}

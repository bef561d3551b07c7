package io.github.postmarkspring.emulator.message;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

import io.github.postmarkspring.emulator.http.ApiException;
import io.github.postmarkspring.emulator.http.QueryParameters;
import io.github.postmarkspring.emulator.stream.MessageStreams;
import io.github.postmarkspring.emulator.time.EasternTime;

/**
 * The filters of an outbound search.
 */
final class MessageSearch {

	private static final Set<String> DONE = Set.of("sent", "processed");

	private MessageSearch() {
	}

	/**
	 * Reads the filters.
	 * @throws ApiException with code 700 if one cannot be understood
	 */
	static Predicate<OutboundMessage> of(QueryParameters query) {
		String stream = query.get("messagestream");
		Predicate<OutboundMessage> filter = stream(stream != null ? stream : MessageStreams.DEFAULT);
		String recipient = query.get("recipient");
		if (recipient != null) {
			filter = filter
				.and((message) -> message.envelope().recipients().stream().anyMatch(recipient::equalsIgnoreCase));
		}
		String from = query.get("fromemail");
		if (from != null) {
			filter = filter.and((message) -> message.envelope().from().email().equalsIgnoreCase(from));
		}
		String tag = query.get("tag");
		if (tag != null) {
			filter = filter.and((message) -> message.options().tag().equals(tag));
		}
		String subject = query.get("subject");
		if (subject != null) {
			String wanted = subject.toLowerCase(Locale.ROOT);
			filter = filter.and((message) -> message.content().subject().toLowerCase(Locale.ROOT).contains(wanted));
		}
		return filter.and(status(query)).and(dates(query)).and(metadata(query));
	}

	private static Predicate<OutboundMessage> stream(String id) {
		return (message) -> message.options().stream().equalsIgnoreCase(id);
	}

	/**
	 * Whatever the emulator accepts is sent at once, so nothing is ever queued.
	 */
	private static Predicate<OutboundMessage> status(QueryParameters query) {
		String status = query.get("status");
		if (status == null || DONE.contains(status.toLowerCase(Locale.ROOT))) {
			return (message) -> true;
		}
		if (status.equalsIgnoreCase("queued")) {
			return (message) -> false;
		}
		throw ApiException.unprocessable(700, "The parameter 'status' must be 'queued', 'sent' or 'processed'.");
	}

	private static Predicate<OutboundMessage> dates(QueryParameters query) {
		Predicate<Instant> between = EasternTime.between(query, 700);
		return (message) -> between.test(message.submittedAt());
	}

	private static Predicate<OutboundMessage> metadata(QueryParameters query) {
		Map<String, String> wanted = query.startingWith("metadata_");
		if (wanted.size() > 1) {
			throw ApiException.unprocessable(700, "A search can name one metadata field only.");
		}
		return (message) -> wanted.entrySet()
			.stream()
			.allMatch((entry) -> hasMetadata(message, entry.getKey(), entry.getValue()));
	}

	private static boolean hasMetadata(OutboundMessage message, String key, String value) {
		return message.options()
			.metadata()
			.entrySet()
			.stream()
			.anyMatch((entry) -> entry.getKey().equalsIgnoreCase(key) && entry.getValue().equals(value));
	}

}

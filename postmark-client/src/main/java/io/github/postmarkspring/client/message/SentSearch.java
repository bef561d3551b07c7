package io.github.postmarkspring.client.message;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.github.postmarkspring.client.error.PostmarkException;
import io.github.postmarkspring.client.error.PostmarkTransportException;
import io.github.postmarkspring.client.http.ApiToken;
import io.github.postmarkspring.client.http.PostmarkHttp;

/**
 * Looks for messages by their keys among those that a server has sent. A search looks at
 * one message stream.
 *
 * @see <a href="https://postmarkapp.com/developer/api/messages-api">Postmark: Messages
 * API</a>
 */
class SentSearch {

	/** Up to so many messages are asked for one by one. */
	private static final int FEW = 10;

	private static final int PAGE = 500;

	/** What Postmark lets one read of a list. */
	private static final int MAX_ROWS = 10_000;

	/** By how much the order of a list may differ from that of the messages. */
	private static final Duration DISORDER = Duration.ofMinutes(1);

	private static final String LIST = "/messages/outbound?count=" + PAGE
			+ "&offset={offset}&messagestream={messagestream}";

	private final PostmarkHttp http;

	private final ApiToken token;

	private final String metadataName;

	private final String byKey;

	SentSearch(PostmarkHttp http, ApiToken token, String metadataName) {
		this.http = http;
		this.token = token;
		this.metadataName = metadataName;
		this.byKey = LIST + "&metadata_" + metadataName + "={key}";
	}

	/** Look for a message, the first one with the key if there are several. */
	Optional<SendResult> find(String key, String stream) {
		SentPage page = this.http.read(this.token, this.byKey, variables(0, stream, key), SentPage.class);
		return identified(page).stream()
			// Nobody says how exact a search is.
			.filter((sent) -> key.equals(sent.key(this.metadataName)))
			.min(Comparator.comparing(SentPage.Sent::receivedAt, Comparator.nullsLast(Comparator.naturalOrder())))
			.map(SentPage.Sent::toResult);
	}

	/**
	 * Look once for messages that are missing.
	 * @param missing the messages; those that are found are taken from them
	 * @param since when, by the clock of {@link PostmarkHttp#nanoTime()}, the first of
	 * them was sent, or earlier
	 * @throws PostmarkException unless all that are left are known not to be there
	 */
	void find(MissingMessages missing, long since) {
		missing.byStream().forEach((stream, messages) -> {
			if (messages.size() > FEW) {
				list(stream, missing, since);
				return;
			}
			for (PreparedMessage message : messages) {
				String key = String.valueOf(message.key());
				identified(page(this.byKey, variables(0, stream, key))).forEach((sent) -> claim(missing, sent));
			}
		});
	}

	/**
	 * Read what was sent last, page by page, back to before the messages were sent. That
	 * goes by Postmark's clock and by how long ago it was, not by the clock of this
	 * machine, which may be wrong.
	 */
	private void list(String stream, MissingMessages missing, long since) {
		OffsetDateTime newest = null;
		int offset = 0;
		while (offset <= MAX_ROWS - PAGE) {
			SentPage page = page(LIST, variables(offset, stream, ""));
			List<SentPage.Sent> messages = page.messages();
			messages.forEach((sent) -> claim(missing, sent));
			offset += messages.size();
			boolean end = (page.totalCount() > 0) ? offset >= page.totalCount() : messages.isEmpty();
			if (end || !missing.isAnyIn(stream)) {
				return;
			}
			for (SentPage.Sent sent : messages) {
				OffsetDateTime received = sent.receivedAt();
				newest = (newest != null) ? newest : received;
				if (received == null || newest == null) {
					continue;
				}
				if (received.isAfter(newest.plus(DISORDER))) {
					throw inconclusive("does not list the messages sent last first");
				}
				Duration age = Duration.ofNanos(this.http.nanoTime() - since);
				if (received.isBefore(newest.minus(age).minus(DISORDER))) {
					return;
				}
			}
			if (messages.isEmpty()) {
				break;
			}
		}
		throw inconclusive("lists " + MAX_ROWS + " messages at the most, and more were sent since");
	}

	/** What is there, and does not say what it is, is no proof that a message is not. */
	private static List<SentPage.Sent> identified(SentPage page) {
		List<SentPage.Sent> messages = page.messages();
		if ((messages.isEmpty() && page.totalCount() > 0) || !messages.stream().allMatch(SentPage.Sent::isIdentified)) {
			throw inconclusive("finds messages, and does not say which");
		}
		return messages;
	}

	private static PostmarkTransportException inconclusive(String reason) {
		return new PostmarkTransportException("Postmark ".concat(reason), null);
	}

	private SentPage page(String uri, Map<String, ?> variables) {
		return this.http.tryToRead(this.token, uri, variables, SentPage.class);
	}

	private void claim(MissingMessages missing, SentPage.Sent sent) {
		missing.claim(sent, sent.key(this.metadataName));
	}

	private static Map<String, ?> variables(int offset, String stream, String key) {
		return Map.of("offset", offset, "messagestream", stream, "key", key);
	}

}

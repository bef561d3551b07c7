package io.github.postmarkspring.client.outbound;

import java.util.Locale;
import java.util.Map;

import io.github.postmarkspring.client.page.PeriodQuery;

import org.springframework.util.Assert;

/**
 * Which messages to look for. Unless a message stream is named, Postmark looks in
 * {@code outbound} only.
 *
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/messages-api">Postmark: Messages
 * API</a>
 */
public final class SentMessageQuery extends PeriodQuery<SentMessageQuery> {

	private SentMessageQuery(Map<String, String> parameters) {
		super(parameters);
	}

	/**
	 * Create a query.
	 * @return a query for the first 500
	 */
	public static SentMessageQuery create() {
		return new SentMessageQuery(firstPage());
	}

	@Override
	protected SentMessageQuery with(Map<String, String> parameters) {
		return new SentMessageQuery(parameters);
	}

	/**
	 * Look for messages to an address.
	 * @param recipient the address
	 * @return a new query
	 * @throws IllegalArgumentException if the text is blank
	 */
	public SentMessageQuery recipient(String recipient) {
		return parameter("recipient", recipient);
	}

	/**
	 * Look for messages from an address.
	 * @param sender the address
	 * @return a new query
	 * @throws IllegalArgumentException if the text is blank
	 */
	public SentMessageQuery sender(String sender) {
		return parameter("fromemail", sender);
	}

	/**
	 * Look for messages with a tag.
	 * @param tag the tag
	 * @return a new query
	 * @throws IllegalArgumentException if the text is blank
	 */
	public SentMessageQuery tag(String tag) {
		return parameter("tag", tag);
	}

	/**
	 * Look for messages with a subject.
	 * @param subject the subject
	 * @return a new query
	 * @throws IllegalArgumentException if the text is blank
	 */
	public SentMessageQuery subject(String subject) {
		return parameter("subject", subject);
	}

	/**
	 * Look for messages with a status.
	 * @param status the status
	 * @return a new query
	 */
	public SentMessageQuery status(OutboundStatus status) {
		return parameter("status", status.value().toLowerCase(Locale.ROOT));
	}

	/**
	 * Look for messages of a message stream.
	 * @param messageStream the id of the stream
	 * @return a new query
	 * @throws IllegalArgumentException if the text is blank
	 */
	public SentMessageQuery messageStream(String messageStream) {
		return parameter("messagestream", messageStream);
	}

	/**
	 * Look for messages with an entry of metadata. Postmark takes one per search.
	 * @param key the key, 1 to 20 characters
	 * @param value the value
	 * @return a new query
	 * @throws IllegalArgumentException if the key cannot be one, or if there is another
	 * already
	 */
	public SentMessageQuery metadata(String key, String value) {
		Assert.isTrue(key != null && !key.isBlank() && key.length() <= 20,
				() -> "'metadata' key must be 1 to 20 characters, not '" + key + "'");
		String name = "metadata_" + key;
		Assert.isTrue(
				parameters().keySet()
					.stream()
					.noneMatch((other) -> other.startsWith("metadata_") && !other.equals(name)),
				() -> "'metadata' can be asked for one key only, not for '" + key + "' as well");
		return parameter(name, value);
	}

}

package io.github.postmarkspring.client.bounce;

import java.util.Map;

import io.github.postmarkspring.client.page.PeriodQuery;

/**
 * Which bounces to look for. Unless a message stream is named, Postmark looks in {@code
 * outbound} only.
 *
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/bounce-api">Postmark: Bounce
 * API</a>
 */
public final class BounceQuery extends PeriodQuery<BounceQuery> {

	private BounceQuery(Map<String, String> parameters) {
		super(parameters);
	}

	/**
	 * Create a query.
	 * @return a query for the first 500
	 */
	public static BounceQuery create() {
		return new BounceQuery(firstPage());
	}

	@Override
	protected BounceQuery with(Map<String, String> parameters) {
		return new BounceQuery(parameters);
	}

	/**
	 * Look for bounces of a type.
	 * @param type the type
	 * @return a new query
	 */
	public BounceQuery type(BounceType type) {
		return parameter("type", type.toString());
	}

	/**
	 * Look for bounces whose address is inactive, or is not.
	 * @param inactive whether the address is inactive
	 * @return a new query
	 */
	public BounceQuery inactive(boolean inactive) {
		return parameter("inactive", Boolean.toString(inactive));
	}

	/**
	 * Look for bounces of addresses that contain a text.
	 * @param email a part of the address
	 * @return a new query
	 * @throws IllegalArgumentException if the text is blank
	 */
	public BounceQuery email(String email) {
		return parameter("emailFilter", email);
	}

	/**
	 * Look for bounces of messages with a tag.
	 * @param tag the tag
	 * @return a new query
	 * @throws IllegalArgumentException if the text is blank
	 */
	public BounceQuery tag(String tag) {
		return parameter("tag", tag);
	}

	/**
	 * Look for bounces of a message.
	 * @param messageId the id of the message
	 * @return a new query
	 * @throws IllegalArgumentException if the text is blank
	 */
	public BounceQuery messageId(String messageId) {
		return parameter("messageID", messageId);
	}

	/**
	 * Look for bounces of a message stream.
	 * @param messageStream the id of the stream
	 * @return a new query
	 * @throws IllegalArgumentException if the text is blank
	 */
	public BounceQuery messageStream(String messageStream) {
		return parameter("messagestream", messageStream);
	}

}

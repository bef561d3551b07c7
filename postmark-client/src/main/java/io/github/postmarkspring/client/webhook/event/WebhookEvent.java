package io.github.postmarkspring.client.webhook.event;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What Postmark posted to a webhook: something that happened to a message, or mail that
 * came in.
 * <p>
 * Postmark promises no order and may post an event more than once: compare the times of
 * events, never the order of their arrival.
 * <p>
 * The text of an event, as {@code toString} returns it, is fit for a log: it has the ids
 * and the type, and neither addresses nor content.
 *
 * @since 0.1.0
 * @see WebhookEventParser
 * @see <a href="https://postmarkapp.com/developer/webhooks/webhooks-overview">Postmark:
 * Webhooks</a>
 */
public sealed interface WebhookEvent permits DeliveryEvent, BounceEvent, SpamComplaintEvent, OpenEvent, ClickEvent,
		SubscriptionChangeEvent, InboundEvent, UnknownEvent {

	/**
	 * Return which of the configured servers received the event.
	 * @return the name in the configuration, never anything that was posted
	 */
	String server();

	/**
	 * Return the type as Postmark writes it.
	 * @return such as {@code Bounce}; {@code Inbound} for mail that came in, for which
	 * Postmark writes none
	 */
	String recordType();

	/**
	 * Return the id of the message stream.
	 * @return the id, or {@code null} if it was not given
	 */
	@Nullable String messageStream();

	/**
	 * Return the id of the message.
	 * @return the id, or {@code null} if the event is about no message
	 */
	@Nullable String messageId();

	/**
	 * Return the tag of the message.
	 * @return the tag, or {@code null} if it has none
	 */
	@Nullable String tag();

	/**
	 * Return the metadata of the message.
	 * @return the metadata, immutable, empty if there is none
	 */
	Map<String, String> metadata();

}

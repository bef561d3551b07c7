package io.github.postmarkspring.client;

import io.github.postmarkspring.client.bounce.Bounces;
import io.github.postmarkspring.client.bulk.BulkEmails;
import io.github.postmarkspring.client.inbound.InboundMessages;
import io.github.postmarkspring.client.inbound.InboundRules;
import io.github.postmarkspring.client.outbound.OutboundMessages;
import io.github.postmarkspring.client.server.CurrentServer;
import io.github.postmarkspring.client.stats.Statistics;
import io.github.postmarkspring.client.stream.MessageStreams;
import io.github.postmarkspring.client.suppression.Suppressions;
import io.github.postmarkspring.client.template.Templates;
import io.github.postmarkspring.client.webhookconfig.Webhooks;

/**
 * Everything a server token may do, by resource. To send, inject a
 * {@link io.github.postmarkspring.client.message.PostmarkSender PostmarkSender}.
 *
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/overview">Postmark: API
 * overview</a>
 */
public interface PostmarkServerClient {

	/**
	 * The bounces of the server.
	 * @return the bounces of the server
	 */
	Bounces bounces();

	/**
	 * The templates of the server.
	 * @return the templates of the server
	 */
	Templates templates();

	/**
	 * The message streams of the server.
	 * @return the message streams of the server
	 */
	MessageStreams messageStreams();

	/**
	 * The addresses that the message streams of the server do not send to.
	 * @return the addresses that the message streams of the server do not send to
	 */
	Suppressions suppressions();

	/**
	 * The messages that the server sent, and who opened them and clicked in them.
	 * @return the messages that the server sent, and who opened them and clicked in them
	 */
	OutboundMessages outboundMessages();

	/**
	 * The mail that came in to the server.
	 * @return the mail that came in to the server
	 */
	InboundMessages inboundMessages();

	/**
	 * What the server sent, and what became of it, counted.
	 * @return the calls for it
	 */
	Statistics stats();

	/**
	 * The rules of the server that block mail.
	 * @return the rules of the server that block mail
	 */
	InboundRules inboundRules();

	/**
	 * Where Postmark posts to for the server.
	 * @return the calls for it
	 */
	Webhooks webhooks();

	/**
	 * The server that the token belongs to.
	 * @return the server that the token belongs to
	 */
	CurrentServer server();

	/**
	 * The bulk mail of the server.
	 * @return the bulk mail of the server
	 */
	BulkEmails bulk();

}

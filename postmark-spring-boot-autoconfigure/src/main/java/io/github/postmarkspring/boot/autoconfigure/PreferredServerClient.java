package io.github.postmarkspring.boot.autoconfigure;

import io.github.postmarkspring.client.PostmarkServerClient;
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
import jakarta.annotation.Priority;

/**
 * The client to inject where no name is said, and several are there, as
 * {@link PreferredSender} is the sender.
 */
@Priority(0)
class PreferredServerClient implements PostmarkServerClient {

	private final PostmarkServerClient client;

	PreferredServerClient(PostmarkServerClient client) {
		this.client = client;
	}

	@Override
	public Bounces bounces() {
		return this.client.bounces();
	}

	@Override
	public Templates templates() {
		return this.client.templates();
	}

	@Override
	public MessageStreams messageStreams() {
		return this.client.messageStreams();
	}

	@Override
	public Suppressions suppressions() {
		return this.client.suppressions();
	}

	@Override
	public OutboundMessages outboundMessages() {
		return this.client.outboundMessages();
	}

	@Override
	public InboundMessages inboundMessages() {
		return this.client.inboundMessages();
	}

	@Override
	public Statistics stats() {
		return this.client.stats();
	}

	@Override
	public InboundRules inboundRules() {
		return this.client.inboundRules();
	}

	@Override
	public Webhooks webhooks() {
		return this.client.webhooks();
	}

	@Override
	public CurrentServer server() {
		return this.client.server();
	}

	@Override
	public BulkEmails bulk() {
		return this.client.bulk();
	}

}

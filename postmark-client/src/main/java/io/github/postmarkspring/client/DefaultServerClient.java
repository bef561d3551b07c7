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
 * Makes each resource when it is first asked for.
 */
class DefaultServerClient implements PostmarkServerClient {

	private final Resources resources;

	DefaultServerClient(Resources resources) {
		this.resources = resources;
	}

	@Override
	public Bounces bounces() {
		return this.resources.get(Bounces.class);
	}

	@Override
	public Templates templates() {
		return this.resources.get(Templates.class);
	}

	@Override
	public MessageStreams messageStreams() {
		return this.resources.get(MessageStreams.class);
	}

	@Override
	public Suppressions suppressions() {
		return this.resources.get(Suppressions.class);
	}

	@Override
	public OutboundMessages outboundMessages() {
		return this.resources.get(OutboundMessages.class);
	}

	@Override
	public InboundMessages inboundMessages() {
		return this.resources.get(InboundMessages.class);
	}

	@Override
	public Statistics stats() {
		return this.resources.get(Statistics.class);
	}

	@Override
	public InboundRules inboundRules() {
		return this.resources.get(InboundRules.class);
	}

	@Override
	public Webhooks webhooks() {
		return this.resources.get(Webhooks.class);
	}

	@Override
	public CurrentServer server() {
		return this.resources.get(CurrentServer.class);
	}

	@Override
	public BulkEmails bulk() {
		return this.resources.get(BulkEmails.class);
	}

}

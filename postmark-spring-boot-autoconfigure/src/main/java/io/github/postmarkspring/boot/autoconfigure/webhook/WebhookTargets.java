package io.github.postmarkspring.boot.autoconfigure.webhook;

import java.util.ArrayList;
import java.util.List;

import io.github.postmarkspring.boot.autoconfigure.PostmarkProperties;
import io.github.postmarkspring.client.PostmarkServer;
import io.github.postmarkspring.client.PostmarkServerClient;
import io.github.postmarkspring.client.PostmarkServers;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;

/**
 * Finds where each server is to post to: to the endpoint of its own name, else its events
 * to the one that all share, and its inbound mail nowhere unless it is the primary
 * server's.
 */
class WebhookTargets {

	private final PostmarkWebhookProperties properties;

	private final ObjectProvider<PostmarkProperties> postmarkProperties;

	private final VerificationSettings settings;

	private final ObjectProvider<PostmarkServerClient> postmark;

	private final ObjectProvider<PostmarkServers> servers;

	WebhookTargets(PostmarkWebhookProperties properties, ObjectProvider<PostmarkProperties> postmarkProperties,
			VerificationSettings settings, ObjectProvider<PostmarkServerClient> postmark,
			ObjectProvider<PostmarkServers> servers) {
		this.properties = properties;
		this.postmarkProperties = postmarkProperties;
		this.settings = settings;
		this.postmark = postmark;
		this.servers = servers;
	}

	List<WebhookTarget> find() {
		PostmarkServerClient primary = this.postmark.getIfUnique();
		List<WebhookTarget> targets = new ArrayList<>();
		PostmarkServers servers = this.servers.getIfAvailable();
		if (servers != null) {
			servers.names().stream().sorted().forEach((name) -> targets.add(target(servers.get(name), primary)));
		}
		if (primary != null && targets.stream().noneMatch((target) -> target.postmark() == primary)) {
			targets
				.add(shared(primary, this.properties.inboundPath(), this.properties.registration().messageStreams()));
		}
		return targets;
	}

	private WebhookTarget target(PostmarkServer server, @Nullable PostmarkServerClient primary) {
		PostmarkWebhookProperties.Endpoint own = this.properties.endpoints().get(server.name());
		if (own == null) {
			return shared(server.client(), (server.client() == primary) ? this.properties.inboundPath() : null,
					streams(server.name()));
		}
		VerificationSettings settings = VerificationSettings.of(server.name(), own);
		return new WebhookTarget(server.client(), settings.isEmpty() ? this.settings : settings, own.path(),
				own.inboundPath(), streams(server.name()));
	}

	private WebhookTarget shared(PostmarkServerClient postmark, @Nullable String inboundPath, List<String> streams) {
		return new WebhookTarget(postmark, this.settings, this.properties.path(), inboundPath, streams);
	}

	/** A server that sends through another stream has its events there. */
	private List<String> streams(String server) {
		PostmarkProperties properties = this.postmarkProperties.getIfAvailable();
		PostmarkProperties.Server own = (properties != null) ? properties.servers().get(server) : null;
		String stream = (own != null) ? own.defaults().messageStream() : null;
		return (stream != null) ? List.of(stream) : this.properties.registration().messageStreams();
	}

}

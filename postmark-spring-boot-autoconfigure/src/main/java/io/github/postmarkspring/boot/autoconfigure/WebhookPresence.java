package io.github.postmarkspring.boot.autoconfigure;

import java.util.Locale;

import io.github.postmarkspring.client.PostmarkServerClient;
import io.github.postmarkspring.client.webhookconfig.Webhook;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * Looks for the webhook that Postmark needs to post events to this application.
 *
 * @param url where Postmark reaches this application
 * @param path the path of the endpoint
 */
record WebhookPresence(String url, String path) {

	static final String URL = "postmark.webhook.registration.url";

	static final String ENABLED = "postmark.webhook.registration.enabled";

	/**
	 * Return what to look for, or {@code null} if that is not known, or the application
	 * makes the webhook itself.
	 */
	static @Nullable WebhookPresence of(Environment environment) {
		Binder binder = Binder.get(environment);
		String url = binder.bind(URL, String.class).orElse(null);
		String path = binder.bind("postmark.webhook.path", String.class).orElse(null);
		boolean registered = binder.bind(ENABLED, Boolean.class).orElse(false);
		return (url == null || path == null || registered) ? null : new WebhookPresence(url, path);
	}

	/** Whether a server posts there, in whatever servlet or context path. */
	boolean isAt(PostmarkServerClient server) {
		return server.webhooks().list().webhooks().stream().anyMatch(this::isThis);
	}

	private boolean isThis(Webhook webhook) {
		// Credentials may stand before the host.
		String target = String.valueOf(webhook.url()).replaceAll("(?<=//)[^/@]*@|[?#].*$", "");
		return target.toLowerCase(Locale.ROOT).startsWith(this.url.toLowerCase(Locale.ROOT))
				&& target.endsWith(this.path);
	}

}

package io.github.postmarkspring.client.webhookconfig;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * What a webhook authenticates itself with.
 *
 * @param username the name, or {@code null}
 * @param password the password: a secret, or {@code null}
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/webhooks-api">Postmark: Webhooks
 * API</a>
 */
public record WebhookAuth(@JsonProperty("Username") @Nullable String username,
		@JsonProperty("Password") @Nullable String password) {

	/**
	 * Return what identifies it: what is left out may be secret.
	 */
	@Override
	public String toString() {
		return "WebhookAuth[username=" + this.username + "]";
	}

}

package io.github.postmarkspring.client.webhookconfig;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.postmarkspring.client.http.Lists;
import io.github.postmarkspring.client.http.PostmarkNames;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * What became of a verification, with HTTP 200 even if it failed.
 *
 * @param id the id of the webhook, or {@code null}
 * @param url where it was posted to; may hold credentials, or {@code null}
 * @param success whether all went well, or {@code null}
 * @param results how each trigger went
 * @param message what Postmark says about it, or {@code null}
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/webhooks-api">Postmark: Webhooks
 * API</a>
 */
@JsonNaming(PostmarkNames.class)
public record WebhookVerification(@JsonProperty("Id") @Nullable Long id, @Nullable String url,
		@Nullable Boolean success, List<TriggerVerification> results, @Nullable String message) {

	public WebhookVerification {
		results = Lists.copy(results);
	}

	/**
	 * Return what identifies it: what is left out may be secret.
	 */
	@Override
	public String toString() {
		return "WebhookVerification[id=" + this.id + ", success=" + this.success + ", message=" + this.message + "]";
	}

}

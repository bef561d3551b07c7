package io.github.postmarkspring.client.webhookconfig;

import java.util.List;

import io.github.postmarkspring.client.http.Lists;
import io.github.postmarkspring.client.http.PostmarkNames;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * A webhook. Everything but the id may be missing from an answer.
 *
 * @param id the id
 * @param url where it is posted to; may hold credentials, or {@code null}
 * @param messageStream the id of the message stream, or {@code null}
 * @param httpAuth what it authenticates itself with, or {@code null}
 * @param httpHeaders the headers it is posted with
 * @param triggers what it is posted for, or {@code null}
 * @param status whether it gets events, or {@code null}
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/webhooks-api">Postmark: Webhooks
 * API</a>
 */
@JsonNaming(PostmarkNames.class)
public record Webhook(long id, @Nullable String url, @Nullable String messageStream, @Nullable WebhookAuth httpAuth,
		List<WebhookHeader> httpHeaders, @Nullable WebhookTriggers triggers, @Nullable WebhookStatus status) {

	public Webhook {
		httpHeaders = Lists.copy(httpHeaders);
	}

	/**
	 * Return what identifies it: the URL, the credentials and the headers may hold
	 * secrets.
	 */
	@Override
	public String toString() {
		return "Webhook[id=" + this.id + ", messageStream=" + this.messageStream + ", status=" + this.status + "]";
	}

}

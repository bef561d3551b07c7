package io.github.postmarkspring.client.webhookconfig;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.postmarkspring.client.http.Lists;
import io.github.postmarkspring.client.http.PostmarkNames;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * How a webhook did in the last 24 hours.
 *
 * @param webhookId the id of the webhook, or {@code null}
 * @param serverId the id of the server, or {@code null}
 * @param messageStreamId the id of the message stream, or {@code null}
 * @param url where it is posted to; may hold credentials, or {@code null}
 * @param statuses whether it gets events, by trigger
 * @param timeRange the time it is about, or {@code null}
 * @param metrics how it did, or {@code null}
 * @param metricsByTrigger how it did, by trigger
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/webhooks-api">Postmark: Webhooks
 * API</a>
 */
@JsonNaming(PostmarkNames.class)
public record WebhookStatistics(@JsonProperty("WebhookId") @Nullable Long webhookId,
		@JsonProperty("ServerId") @Nullable Long serverId,
		@JsonProperty("MessageStreamId") @Nullable String messageStreamId, @Nullable String url,
		Map<String, WebhookStatus> statuses, @Nullable WebhookTimeRange timeRange, @Nullable WebhookMetrics metrics,
		Map<String, WebhookMetrics> metricsByTrigger) {

	public WebhookStatistics {
		statuses = Lists.copy(statuses);
		metricsByTrigger = Lists.copy(metricsByTrigger);
	}

	/**
	 * Return what identifies it: what is left out may be secret.
	 */
	@Override
	public String toString() {
		return "WebhookStatistics[webhookId=" + this.webhookId + ", messageStreamId=" + this.messageStreamId
				+ ", statuses=" + this.statuses + "]";
	}

}

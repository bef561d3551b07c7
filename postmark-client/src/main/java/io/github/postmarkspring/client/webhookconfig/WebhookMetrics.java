package io.github.postmarkspring.client.webhookconfig;

import io.github.postmarkspring.client.http.PostmarkNames;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * How a webhook did.
 *
 * @param totalRequests how often it was posted, or {@code null}
 * @param successCount how often that went well, or {@code null}
 * @param failureCount how often it failed, or {@code null}
 * @param retryCount how often it was posted again, or {@code null}
 * @param successRate how often it went well, in percent, or {@code null}
 * @param slowCount how often the answer was slow, or {@code null}
 * @param verySlowCount how often it was very slow, or {@code null}
 * @param averageTerminalResponseTimeMs how long the last answers took on average, in
 * milliseconds, or {@code null}
 * @param averageRetryResponseTimeMs how long the answers before these took on average, in
 * milliseconds, or {@code null}
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/webhooks-api">Postmark: Webhooks
 * API</a>
 */
@JsonNaming(PostmarkNames.class)
public record WebhookMetrics(@Nullable Long totalRequests, @Nullable Long successCount, @Nullable Long failureCount,
		@Nullable Long retryCount, @Nullable Double successRate, @Nullable Long slowCount, @Nullable Long verySlowCount,
		@Nullable Double averageTerminalResponseTimeMs, @Nullable Double averageRetryResponseTimeMs) {

}

package io.github.postmarkspring.client.webhookconfig;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

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
public record WebhookMetrics(@JsonProperty("TotalRequests") @Nullable Long totalRequests,
		@JsonProperty("SuccessCount") @Nullable Long successCount,
		@JsonProperty("FailureCount") @Nullable Long failureCount,
		@JsonProperty("RetryCount") @Nullable Long retryCount,
		@JsonProperty("SuccessRate") @Nullable Double successRate, @JsonProperty("SlowCount") @Nullable Long slowCount,
		@JsonProperty("VerySlowCount") @Nullable Long verySlowCount,
		@JsonProperty("AverageTerminalResponseTimeMs") @Nullable Double averageTerminalResponseTimeMs,
		@JsonProperty("AverageRetryResponseTimeMs") @Nullable Double averageRetryResponseTimeMs) {

}

package io.github.postmarkspring.boot.autoconfigure;

import java.time.Duration;

import io.github.postmarkspring.client.http.RetrySettings;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.diagnostics.FailureAnalyzedException;

/**
 * Makes settings of properties, and refuses those that contradict each other.
 */
final class RetrySettingsMapper {

	private RetrySettingsMapper() {
	}

	static RetrySettings map(PostmarkProperties.Retry properties, @Nullable Duration readTimeout) {
		Duration deadline = deadline(properties, (readTimeout != null) ? readTimeout : Duration.ZERO);
		try {
			return new RetrySettings(properties.maxAttempts(), properties.delay(), properties.multiplier(),
					properties.jitter(), properties.maxDelay(), properties.maxRetryAfter(), deadline);
		}
		catch (IllegalArgumentException ex) {
			throw new FailureAnalyzedException("A setting in 'postmark.retry' is not valid: " + ex.getMessage() + ".",
					"Correct it, or leave it out. To make no call again, set 'postmark.retry.max-attempts' to 1.", ex);
		}
	}

	private static Duration deadline(PostmarkProperties.Retry properties, Duration readTimeout) {
		Duration deadline = properties.deadline();
		if (deadline == null) {
			Duration common = RetrySettings.defaults().deadline();
			return (common.compareTo(readTimeout) >= 0) ? common : readTimeout;
		}
		// One that is not even positive is refused as such.
		if (properties.maxAttempts() > 1 && deadline.compareTo(Duration.ZERO) > 0
				&& deadline.compareTo(readTimeout) < 0) {
			throw new FailureAnalyzedException(
					"The property 'postmark.retry.deadline' is shorter than one read timeout, which is "
							+ readTimeout.toMillis()
							+ " ms: a call whose first attempt is not answered would never be made again.",
					"Set it to more than that, or set 'postmark.read-timeout' to less. To make no call again, set "
							+ "'postmark.retry.max-attempts' to 1.");
		}
		return deadline;
	}

}

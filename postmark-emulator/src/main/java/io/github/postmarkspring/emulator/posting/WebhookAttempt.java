package io.github.postmarkspring.emulator.posting;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * One request that was posted to the application, or was to be, and what came of it.
 *
 * @param number counts the attempts of an emulator
 * @param time when it was due, by the emulator's clock
 * @param traceId the same for all attempts to post one event to one address
 * @param event the {@code RecordType}, or {@code Inbound}
 * @param serverId the server it comes from
 * @param webhookId the {@code ID} of the webhook; {@code null} for a hook URL of the
 * server
 * @param messageId the message it is about; {@code null} if there is none
 * @param address where it was posted to first, without credentials and query
 * @param retry 0 for the first attempt, 1 for the first retry
 * @param status the HTTP status of the last answer; {@code null} if there was none
 * @param failure why there was no answer; {@code null} if there was one
 * @param answer the beginning of the answer's body, at most 500 characters, perhaps empty
 * @param duration how long it took, by the machine's clock
 * @param outcome what follows from it
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/webhooks/webhooks-overview">Webhooks
 * overview</a>
 */
public record WebhookAttempt(long number, Instant time, String traceId, String event, long serverId,
		@Nullable Long webhookId, @Nullable String messageId, String address, int retry, @Nullable Integer status,
		@Nullable String failure, String answer, Duration duration, Outcome outcome) {

	/**
	 * What follows from an attempt.
	 */
	public enum Outcome {

		/**
		 * The receiver took it.
		 */
		ACCEPTED,

		/**
		 * It will be tried again.
		 */
		RETRIED,

		/**
		 * The answer forbids another attempt, or the emulator may not post there.
		 */
		DROPPED,

		/**
		 * This was the last attempt.
		 */
		EXHAUSTED

	}

}

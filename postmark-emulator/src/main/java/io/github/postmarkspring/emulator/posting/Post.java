package io.github.postmarkspring.emulator.posting;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * Something to post until it is taken.
 *
 * @param traceId the same for all attempts
 * @param target where to
 * @param body the JSON
 * @param subject what it is about
 * @param rules when to try again
 * @param timeout how long each answer may take
 * @param wanted whether it is still to be posted, asked before each attempt
 * @param result told of the outcome of each attempt
 * @since 0.1.0
 */
public record Post(String traceId, Target target, byte[] body, Subject subject, RetryRules rules, Duration timeout,
		BooleanSupplier wanted, Consumer<WebhookAttempt> result) {

	@Override
	public String toString() {
		return "Post[" + this.traceId + "]";
	}

	/**
	 * What a post is about.
	 *
	 * @param event the {@code RecordType}, or {@code Inbound}
	 * @param serverId the server it comes from
	 * @param webhookId the webhook's ID; {@code null} for a hook URL of the server
	 * @param messageId the message; {@code null} if there is none
	 */
	public record Subject(String event, long serverId, @Nullable Long webhookId, @Nullable String messageId) {

		/**
		 * The event of mail that comes in.
		 */
		public static final String INBOUND = "Inbound";

	}

}

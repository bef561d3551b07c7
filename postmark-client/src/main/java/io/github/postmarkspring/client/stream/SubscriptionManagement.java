package io.github.postmarkspring.client.stream;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * How a stream handles unsubscribing.
 *
 * @param handling who does it, or {@code null}
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/message-streams-api">Postmark:
 * Message Streams API</a>
 */
public record SubscriptionManagement(@JsonProperty("UnsubscribeHandlingType") @Nullable UnsubscribeHandling handling) {

}

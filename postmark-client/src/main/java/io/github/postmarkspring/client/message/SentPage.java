package io.github.postmarkspring.client.message;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.postmarkspring.client.http.Lists;
import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

/**
 * What a search for messages answers, as far as it is of use to find one again.
 *
 * @see <a href="https://postmarkapp.com/developer/api/messages-api">Postmark: Messages
 * API</a>
 */
record SentPage(@JsonProperty("TotalCount") int totalCount, @JsonProperty("Messages") List<Sent> messages) {

	SentPage {
		messages = Lists.copy(messages);
	}

	record Sent(@JsonProperty("MessageID") @Nullable String messageId,
			@JsonProperty("ReceivedAt") @Nullable OffsetDateTime receivedAt,
			@JsonProperty("Recipients") List<String> recipients,
			@JsonProperty("Metadata") Map<String, String> metadata) {

		Sent {
			recipients = Lists.copy(recipients);
			metadata = Lists.copy(metadata);
		}

		/** The key in its metadata, if it has one. */
		@Nullable String key(String metadataName) {
			return this.metadata.entrySet()
				.stream()
				.filter((entry) -> entry.getKey().equalsIgnoreCase(metadataName))
				.map(Map.Entry::getValue)
				.findFirst()
				.orElse(null);
		}

		/** Whether it says which message it is. */
		boolean isIdentified() {
			return StringUtils.hasText(this.messageId) && !this.metadata.isEmpty();
		}

		/**
		 * Whether it can be this message: an application may have given its key to
		 * several. Some recipients may be missing, because they are suppressed.
		 */
		boolean isFor(OutboundMessage message) {
			Set<String> all = Stream.of(message.to(), message.cc(), message.bcc())
				.flatMap(List::stream)
				.flatMap((address) -> Stream.of(address.address(), new EmailAddress(address.address(), null).format()))
				.map((address) -> address.toLowerCase(Locale.ROOT))
				.collect(Collectors.toSet());
			return this.recipients.stream()
				.map((recipient) -> EmailAddress.parse(recipient).address().toLowerCase(Locale.ROOT))
				.allMatch(all::contains);
		}

		SendResult toResult() {
			return new SendResult(String.valueOf(this.messageId), this.receivedAt, "Found by its reconciliation key",
					false, false, Set.of(), true);
		}

	}

}

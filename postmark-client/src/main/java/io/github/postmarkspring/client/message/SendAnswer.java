package io.github.postmarkspring.client.message;

import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.postmarkspring.client.error.AmbiguousSendException;
import io.github.postmarkspring.client.http.ApiErrors;
import io.github.postmarkspring.client.http.InactiveAddresses;
import io.github.postmarkspring.client.http.PostmarkDate;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;

/**
 * What Postmark answers to a message, with HTTP 200. That the rest is ignored is said
 * here once more, because Jackson else keeps what it skips until it has made the record.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record SendAnswer(@JsonProperty("MessageID") @Nullable String messageId,
		@JsonProperty("SubmittedAt") @Nullable String submittedAt,
		@JsonProperty("ErrorCode") @Nullable Integer errorCode, @JsonProperty("Message") @Nullable String message) {

	/**
	 * Return the result.
	 * @param status the HTTP status of the answer to one message, or {@code null} for one
	 * of many
	 * @param hidden hides the token, should Postmark repeat it
	 */
	SendResult toResult(@Nullable HttpStatus status, UnaryOperator<String> hidden) {
		String text = hidden.apply(Objects.requireNonNullElse(this.message, ""));
		// A success that is delayed comes without the key.
		if (this.errorCode != null && this.errorCode != 0) {
			throw ApiErrors.ofSend(status, this.errorCode, text, null, Map.of());
		}
		if (this.messageId == null || this.messageId.isBlank()) {
			throw new AmbiguousSendException(
					"Postmark answered HTTP 200 without a message id: the message may have been sent", HttpStatus.OK,
					null);
		}
		return new SendResult(this.messageId, date(), text, text.contains("may be delayed"),
				text.startsWith("Test job accepted"), InactiveAddresses.in(text), false);
	}

	/** A date that cannot be read must not make a failure of a success. */
	private @Nullable OffsetDateTime date() {
		return (this.submittedAt != null) ? PostmarkDate.parse(this.submittedAt) : null;
	}

}

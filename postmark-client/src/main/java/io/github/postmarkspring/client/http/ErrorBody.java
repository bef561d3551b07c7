package io.github.postmarkspring.client.http;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * The envelope of a refusal.
 *
 * @param errorCode the code
 * @param message the text
 * @see <a href="https://postmarkapp.com/developer/api/overview#error-codes">Postmark: API
 * error codes</a>
 */
record ErrorBody(@JsonProperty("ErrorCode") @Nullable Integer errorCode,
		@JsonProperty("Message") @Nullable String message) {

	int code(Answer answer) {
		return (this.errorCode != null) ? this.errorCode : answer.errorCodeHeader();
	}

	String text(Answer answer) {
		if (this.message == null || this.message.isBlank()) {
			return "HTTP " + answer.status().value() + " without a message of Postmark's";
		}
		return this.message;
	}

}

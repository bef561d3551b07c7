package io.github.postmarkspring.client.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.postmarkspring.client.error.FieldError;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The envelope of a refusal.
 *
 * @param errorCode the code
 * @param message the text
 * @param errors the mistakes by field, where there are several; as it came, because an
 * odd one must not cost the code
 * @see <a href="https://postmarkapp.com/developer/api/overview#error-codes">Postmark: API
 * error codes</a>
 */
record ErrorBody(@JsonProperty("ErrorCode") @Nullable Integer errorCode,
		@JsonProperty("Message") @Nullable String message, @JsonProperty("Errors") @Nullable JsonNode errors) {

	private static final int MOST_ERRORS = 50;

	private static final int LONGEST_NAME = 100;

	private static final int LONGEST_TEXT = 300;

	static ErrorBody none() {
		return new ErrorBody(null, null, null);
	}

	int code(Answer answer) {
		return (this.errorCode != null) ? this.errorCode : answer.errorCodeHeader();
	}

	String text(Answer answer, TokenUse token) {
		if (this.message == null || this.message.isBlank()) {
			return "HTTP " + answer.status().value() + " without a message of Postmark's";
		}
		return token.hiddenIn(this.message);
	}

	Map<String, List<FieldError>> fieldErrors(TokenUse token) {
		Map<String, List<FieldError>> fieldErrors = new LinkedHashMap<>();
		if (this.errors != null) {
			int room = MOST_ERRORS;
			for (Map.Entry<String, JsonNode> field : this.errors.properties()) {
				List<FieldError> some = field.getValue()
					.valueStream()
					.filter(JsonNode::isObject)
					.limit(room)
					.map((error) -> fieldError(error, token))
					.toList();
				if (!some.isEmpty()) {
					fieldErrors.put(ForeignText.oneLine(token.hiddenIn(field.getKey()), LONGEST_NAME), some);
					room -= some.size();
				}
			}
		}
		return fieldErrors;
	}

	private static FieldError fieldError(JsonNode error, TokenUse token) {
		return new FieldError(error.path("ErrorCode").asInt(0),
				ForeignText.oneLine(token.hiddenIn(error.path("Message").asString("")), LONGEST_TEXT));
	}

}

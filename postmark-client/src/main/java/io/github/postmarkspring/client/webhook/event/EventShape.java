package io.github.postmarkspring.client.webhook.event;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * The outside of what was posted: one walk over all of it, which finds what the type is,
 * and whether it is one well-formed object. Texts are passed over, not read.
 *
 * @param recordType the type, or {@code null} if there is none
 * @param fields the names of the fields that are there and not {@code null}
 */
record EventShape(@Nullable String recordType, Set<String> fields) {

	static final int MAX_DEPTH = 64;

	private static final String RECORD_TYPE = "RecordType";

	static EventShape of(JsonParser parser) {
		JsonToken first = parser.nextToken();
		if (first != JsonToken.START_OBJECT) {
			throw new InvalidWebhookException("the body", (first != null) ? "must be one JSON object" : "is empty");
		}
		Walk walk = new Walk(parser);
		walk.open();
		while (!walk.open.isEmpty()) {
			walk.step(parser.nextToken());
		}
		if (parser.nextToken() != null) {
			throw walk.problem("must be one JSON object, and goes on after it");
		}
		return new EventShape(walk.recordType, walk.fields);
	}

	/**
	 * Return whether it is mail that came in, which has no type.
	 */
	boolean inbound() {
		return this.recordType == null && this.fields.contains("MessageID")
				&& (this.fields.contains("From") || this.fields.contains("FromFull"));
	}

	void require(Collection<String> required) {
		for (String field : required) {
			if (!this.fields.contains(field)) {
				throw new InvalidWebhookException("/" + field, "is missing");
			}
		}
	}

	private static final class Walk {

		private final JsonParser parser;

		// The names in each object that is open. An array has none.
		private final Deque<Set<String>> open = new ArrayDeque<>();

		private final Set<String> fields = new HashSet<>();

		private @Nullable String recordType;

		private String name = "";

		private Walk(JsonParser parser) {
			this.parser = parser;
		}

		private void step(JsonToken token) {
			if (this.open.size() == 1 && token != JsonToken.END_OBJECT) {
				field(token);
			}
			switch (token) {
				case START_OBJECT, START_ARRAY -> open();
				case END_OBJECT, END_ARRAY -> this.open.pop();
				case PROPERTY_NAME -> {
					if (!this.open.element().add(this.parser.currentName())) {
						throw problem("has a name that its object has already");
					}
				}
				default -> {
				}
			}
		}

		private void field(JsonToken token) {
			if (token == JsonToken.PROPERTY_NAME) {
				this.name = this.parser.currentName();
			}
			else if (token != JsonToken.VALUE_NULL) {
				this.fields.add(this.name);
				if (this.name.equals(RECORD_TYPE)) {
					this.recordType = recordType(token);
				}
			}
		}

		private String recordType(JsonToken token) {
			String text = (token == JsonToken.VALUE_STRING) ? this.parser.getString() : "";
			if (text.isBlank()) {
				throw new InvalidWebhookException("/" + RECORD_TYPE, "must be text");
			}
			return text;
		}

		private void open() {
			if (this.open.size() == MAX_DEPTH) {
				throw problem("is nested deeper than " + MAX_DEPTH + " levels");
			}
			this.open.push(new HashSet<>());
		}

		private InvalidWebhookException problem(String problem) {
			return new InvalidWebhookException(JsonProblems.place(this.parser.currentTokenLocation()), problem);
		}

	}

}

package io.github.postmarkspring.client.http;

import java.time.OffsetDateTime;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;

/**
 * Reads dates with any number of fraction digits and either form of a zone. One that
 * cannot be read must not make a failure of an answer: it is {@code null}.
 */
class LenientDates extends ValueDeserializer<OffsetDateTime> {

	@Override
	public @Nullable OffsetDateTime deserialize(JsonParser parser, DeserializationContext context) {
		if (parser.currentToken() != JsonToken.VALUE_STRING) {
			parser.skipChildren();
			return null;
		}
		return PostmarkDate.parse(parser.getString());
	}

}

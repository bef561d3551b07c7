package io.github.postmarkspring.client.webhook.event;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.annotation.JsonDeserialize;

import org.springframework.util.Assert;

/**
 * A text of tens of megabytes, left where it was posted and read when it is asked for. As
 * a {@link String} it would be held up to five times over while it is read.
 */
@JsonDeserialize(using = JsonText.Reader.class)
final class JsonText {

	static final Object BODY = JsonText.class;

	private final byte[] body;

	private final int start;

	private final int end;

	private JsonText(byte[] body, int start, int end) {
		this.body = body;
		this.start = start;
		this.end = end;
	}

	/**
	 * Return the text in UTF-8.
	 */
	InputStream stream() {
		return new JsonTextStream(this.body, this.start, this.end);
	}

	String string() {
		try (InputStream stream = stream()) {
			return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static class Reader extends ValueDeserializer<JsonText> {

		@Override
		public @Nullable JsonText deserialize(JsonParser parser, DeserializationContext context) {
			if (parser.currentToken() != JsonToken.VALUE_STRING) {
				return (JsonText) context.handleUnexpectedToken(String.class, parser);
			}
			byte[] body = (byte[]) context.getAttribute(BODY);
			Assert.state(body != null, "Only an event as it was posted can be read, not one that was stored");
			int start = Math.toIntExact(parser.currentTokenLocation().getByteOffset()) + 1;
			return new JsonText(body, start, end(body, start));
		}

		/**
		 * The whole of the body is known to be JSON: the text has an end.
		 */
		private static int end(byte[] body, int start) {
			int index = start;
			while (body[index] != '"') {
				index += (body[index] == '\\') ? 2 : 1;
			}
			return index;
		}

	}

}

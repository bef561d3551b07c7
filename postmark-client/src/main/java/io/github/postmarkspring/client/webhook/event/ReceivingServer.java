package io.github.postmarkspring.client.webhook.event;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;

/**
 * Fills in the name of the server that received an event. A field of that name in what
 * was posted counts for nothing; it does where an event is read back that the application
 * stored as JSON.
 */
class ReceivingServer extends ValueDeserializer<String> {

	static final Object ATTRIBUTE = ReceivingServer.class;

	@Override
	public @Nullable String deserialize(JsonParser parser, DeserializationContext context) {
		String stored = parser.getValueAsString();
		parser.skipChildren();
		String received = received(context);
		return (received != null) ? received : stored;
	}

	@Override
	public @Nullable Object getNullValue(DeserializationContext context) {
		return received(context);
	}

	@Override
	public @Nullable Object getAbsentValue(DeserializationContext context) {
		return received(context);
	}

	private static @Nullable String received(DeserializationContext context) {
		return (String) context.getAttribute(ATTRIBUTE);
	}

}

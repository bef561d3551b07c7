package io.github.postmarkspring.client.webhook.event;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import io.github.postmarkspring.client.http.PostmarkJson;
import io.github.postmarkspring.client.http.PostmarkNames;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.annotation.JsonNaming;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.util.Assert;
import org.springframework.util.function.SingletonSupplier;

/**
 * Reads what Postmark posts to a webhook.
 * <p>
 * It is tolerant of what Postmark does: fields that are missing, {@code null} or new,
 * types that are new, numbers that are text. It is strict with what nobody should do: a
 * body is one JSON object in UTF-8, without names that occur twice in an object, at most
 * 64 levels deep. It does not bound the length of the body; who reads it from the network
 * has to.
 * <p>
 * Can be used by any number of threads.
 *
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/webhooks/webhooks-overview">Postmark:
 * Webhooks</a>
 */
public final class WebhookEventParser {

	// More than the largest mail that Postmark posts, which has 35 MB of attachments.
	private static final int MAX_TEXT = 50 * 1024 * 1024;

	// A mail with thousands of recipients and headers has fewer.
	private static final int MAX_TOKENS = 1_000_000;

	private static final StreamReadConstraints LIMITS = StreamReadConstraints.builder()
		.maxNestingDepth(EventShape.MAX_DEPTH + 1)
		.maxStringLength(MAX_TEXT)
		.maxTokenCount(MAX_TOKENS)
		.maxNumberLength(100)
		.maxNameLength(1000)
		.build();

	private static final Map<String, Kind> KINDS = Map.of("Bounce", new Kind(BounceEvent.class, "ID", "Type"),
			"SpamComplaint", new Kind(SpamComplaintEvent.class, "ID", "Type"), "Delivery",
			new Kind(DeliveryEvent.class, "MessageID", "Recipient"), "Open",
			new Kind(OpenEvent.class, "MessageID", "Recipient"), "Click",
			new Kind(ClickEvent.class, "MessageID", "Recipient", "OriginalLink"), "SubscriptionChange",
			new Kind(SubscriptionChangeEvent.class, "Recipient", "SuppressSending"));

	private final Supplier<Readers> readers = SingletonSupplier.of(Readers::new);

	/**
	 * Read an event.
	 * @param body what was posted. The attachments of mail that came in are read from it
	 * when they are asked for: it must not be changed afterwards
	 * @param server the name of the configured server that received it, which becomes
	 * {@link WebhookEvent#server()}
	 * @return the event; an {@link UnknownEvent} if it is of a type that is not known
	 * @throws InvalidWebhookException if the body is not an event
	 */
	public WebhookEvent parse(byte[] body, String server) {
		Assert.notNull(body, "'body' must not be null");
		Assert.hasText(server, "'server' must not be empty");
		StrictText.check(body);
		try {
			return read(body, server);
		}
		catch (JacksonException ex) {
			// Not as a cause: its text quotes what was posted.
			throw JsonProblems.of(ex);
		}
	}

	private WebhookEvent read(byte[] body, String server) {
		Readers readers = this.readers.get();
		EventShape shape = readers.shape(body);
		String recordType = shape.recordType();
		if (shape.inbound()) {
			return readers.event(InboundEvent.class, body, server);
		}
		if (recordType == null) {
			throw new InvalidWebhookException("/RecordType", "is missing, and it is no mail that came in");
		}
		Kind kind = KINDS.get(recordType);
		if (kind != null) {
			shape.require(kind.required);
			return readers.event(kind.type, body, server);
		}
		CommonFields common = readers.event(CommonFields.class, body, server);
		return new UnknownEvent(server, recordType, text(common.messageStream), text(common.messageId),
				text(common.tag), metadata(common.metadata), new String(body, StandardCharsets.UTF_8));
	}

	private static @Nullable String text(@Nullable JsonNode node) {
		return (node != null && node.isString()) ? node.stringValue() : null;
	}

	private static Map<String, String> metadata(@Nullable JsonNode node) {
		Map<String, String> metadata = new LinkedHashMap<>();
		if (node != null && node.isObject()) {
			node.forEachEntry((name, value) -> {
				if (value.isString()) {
					metadata.put(name, value.stringValue());
				}
			});
		}
		return metadata;
	}

	/**
	 * A type of event, and the fields without which it would say nothing.
	 */
	private record Kind(Class<? extends WebhookEvent> type, List<String> required) {

		private Kind(Class<? extends WebhookEvent> type, String... required) {
			this(type, List.of(required));
		}

	}

	/**
	 * What events have in common, in whatever form a type has it that is not known.
	 */
	@JsonNaming(PostmarkNames.class)
	private record CommonFields(@Nullable JsonNode messageStream, @Nullable JsonNode messageId, @Nullable JsonNode tag,
			@Nullable JsonNode metadata) {

	}

	private static final class Readers {

		private final JsonMapper mapper = PostmarkJson
			.builder(JsonFactory.builder().streamReadConstraints(LIMITS).build())
			.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
			.build();

		private EventShape shape(byte[] body) {
			try (JsonParser parser = this.mapper.createParser(body)) {
				try {
					return EventShape.of(parser);
				}
				catch (StreamConstraintsException ex) {
					// It does not know where it happened.
					throw JsonProblems.limit(parser.currentLocation());
				}
			}
		}

		private <T> T event(Class<T> type, byte[] body, String server) {
			ObjectReader reader = this.mapper.readerFor(type)
				.withAttribute(ReceivingServer.ATTRIBUTE, server)
				.withAttribute(JsonText.BODY, body);
			return reader.readValue(body);
		}

	}

}

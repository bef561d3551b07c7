package io.github.postmarkspring.client.message;

import java.util.function.Supplier;

import io.github.postmarkspring.client.error.InvalidMessageException;
import io.github.postmarkspring.client.http.BufferPool;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.util.Assert;

/**
 * Fills a message with the defaults, checks it and writes it once.
 */
class MessagePreparation {

	// See MessageChecks on what a MB is.
	private static final long MAX_MESSAGE = 10_000_000;

	private final MessageDefaults defaults;

	private final TraceMetadata trace;

	private final KeyedMetadata metadata;

	private final MessageWriter writer;

	MessagePreparation(MessageDefaults defaults, TraceMetadata trace, ReconciliationSettings reconciliation,
			Supplier<JsonMapper> jsonMapper, BufferPool buffers) {
		this.defaults = defaults;
		this.trace = trace;
		this.metadata = new KeyedMetadata(reconciliation);
		this.writer = new MessageWriter(jsonMapper, buffers);
	}

	/**
	 * Prepare a message.
	 * @throws InvalidMessageException if it cannot be sent
	 */
	PreparedMessage prepare(long index, OutboundMessage message) {
		Assert.notNull(message, "'message' must not be null");
		return prepare(index, message, message);
	}

	/**
	 * Read now what may have changed by the time the message is prepared: the model of a
	 * template, which is all that is not fixed already. What that fails with comes when
	 * the message is prepared.
	 * @return prepares the message
	 */
	Supplier<PreparedMessage> prepareLater(OutboundMessage message) {
		if (!(message instanceof TemplatedEmail email)) {
			return () -> prepare(0, message);
		}
		try {
			TemplatedEmail now = email.withModel(this.writer.tree(email.templateModel()));
			return () -> prepare(0, message, now);
		}
		catch (RuntimeException | Error ex) {
			return () -> {
				throw ex;
			};
		}
	}

	private PreparedMessage prepare(long index, OutboundMessage message, OutboundMessage content) {
		OutboundMessage complete = this.trace.addTo(this.defaults.applyTo(content));
		MessageChecks.check(complete);
		String key = this.metadata.key(complete);
		JsonBody body = this.writer.write(complete, this.metadata.with(key, complete.metadata()));
		if (body.length() > MAX_MESSAGE) {
			throw MessageChecks.invalid("Attachments", "the message has " + body.length()
					+ " bytes with its attachments in Base64, and " + MAX_MESSAGE + " (10 MB) is the limit");
		}
		return new PreparedMessage(index, message, body, key, this.defaults.stream(message.messageStream()));
	}

}

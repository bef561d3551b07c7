package io.github.postmarkspring.client.message;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import io.github.postmarkspring.client.error.InvalidMessageException;
import io.github.postmarkspring.client.http.BufferPool;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes messages as Postmark wants them, field by field: what a message does not have is
 * left out.
 *
 * @see <a href="https://postmarkapp.com/developer/api/email-api">Postmark: Email API</a>
 */
class MessageWriter {

	/** From this length on, going around Jackson is worth it. */
	private static final int LONG = 256;

	private final Supplier<JsonMapper> jsonMapper;

	private final BufferPool buffers;

	MessageWriter(Supplier<JsonMapper> jsonMapper, BufferPool buffers) {
		this.jsonMapper = jsonMapper;
		this.buffers = buffers;
	}

	/**
	 * Write a message.
	 * @param metadata what to write in place of its metadata
	 */
	JsonBody write(OutboundMessage message, Map<String, String> metadata) {
		JsonBody body = new JsonBody(this.buffers);
		try (JsonGenerator json = this.jsonMapper.get().createGenerator(body)) {
			write(message, metadata, json, body);
		}
		return body;
	}

	private void write(OutboundMessage message, Map<String, String> metadata, JsonGenerator json, JsonBody body) {
		json.writeStartObject();
		EmailAddress from = message.from();
		string(json, "From", (from != null) ? from.format() : null);
		addresses(json, "To", message.to());
		addresses(json, "Cc", message.cc());
		addresses(json, "Bcc", message.bcc());
		if (message instanceof Email email) {
			string(json, "Subject", email.subject());
			text(json, "HtmlBody", email.htmlBody(), body);
			text(json, "TextBody", email.textBody(), body);
		}
		else if (message instanceof TemplatedEmail email) {
			template(json, email);
		}
		string(json, "Tag", message.tag());
		addresses(json, "ReplyTo", message.replyTo());
		array(json, "Headers", message.headers(), (header) -> {
			string(json, "Name", header.name());
			string(json, "Value", header.value());
		});
		bool(json, "TrackOpens", message.trackOpens());
		TrackLinks trackLinks = message.trackLinks();
		string(json, "TrackLinks", (trackLinks != null) ? trackLinks.value() : null);
		if (!metadata.isEmpty()) {
			json.writeObjectPropertyStart("Metadata");
			metadata.forEach((name, value) -> string(json, name, value));
			json.writeEndObject();
		}
		array(json, "Attachments", message.attachments(), (attachment) -> attachment(json, attachment, body));
		string(json, "MessageStream", message.messageStream());
		json.writeEndObject();
	}

	private void template(JsonGenerator json, TemplatedEmail email) {
		Long id = email.templateId();
		if (id != null) {
			json.writeNumberProperty("TemplateId", id);
		}
		string(json, "TemplateAlias", email.templateAlias());
		json.writeName("TemplateModel");
		model(json, email.templateModel());
		bool(json, "InlineCss", email.inlineCss());
	}

	private void model(JsonGenerator json, Object model) {
		JsonNode tree = (model instanceof ObjectNode node) ? node : tree(model);
		try {
			json.writeTree(tree);
		}
		catch (JacksonException | StackOverflowError ex) {
			throw unwritable(model, ex);
		}
	}

	/**
	 * Read the model of a template.
	 * @return what it is now, whatever becomes of the model
	 */
	ObjectNode tree(Object model) {
		try {
			JsonNode tree = this.jsonMapper.get().valueToTree(model);
			if (tree instanceof ObjectNode object) {
				return object;
			}
		}
		// One that contains itself has no end.
		catch (JacksonException | IllegalArgumentException | StackOverflowError ex) {
			throw unwritable(model, ex);
		}
		throw MessageChecks.invalid("TemplateModel",
				"a " + model.getClass().getName() + " does not become a JSON object");
	}

	private static InvalidMessageException unwritable(Object model, Throwable cause) {
		return new InvalidMessageException("TemplateModel", MessageChecks.INVALID,
				"a " + model.getClass().getName() + " cannot be written as JSON", cause);
	}

	private static void attachment(JsonGenerator json, Attachment attachment, JsonBody body) {
		string(json, "Name", attachment.name());
		json.writeName("Content");
		// The content goes around Jackson, whose own Base64 is several times slower and
		// wants the bytes in memory.
		json.writeRawValue("\"");
		json.flush();
		body.write(new Base64Content(attachment));
		json.writeRaw('"');
		string(json, "ContentType", attachment.contentType());
		string(json, "ContentID", attachment.contentId());
	}

	private static void text(JsonGenerator json, String name, @Nullable String value, JsonBody body) {
		if (value == null || value.length() < LONG) {
			string(json, name, value);
			return;
		}
		json.writeName(name);
		// So that Jackson knows of a value here.
		json.writeRawValue("");
		json.flush();
		body.write(value);
	}

	private static void string(JsonGenerator json, String name, @Nullable String value) {
		if (value != null) {
			json.writeStringProperty(name, value);
		}
	}

	private static void bool(JsonGenerator json, String name, @Nullable Boolean value) {
		if (value != null) {
			json.writeBooleanProperty(name, value);
		}
	}

	private static void addresses(JsonGenerator json, String name, List<EmailAddress> addresses) {
		if (addresses.size() == 1) {
			json.writeStringProperty(name, addresses.get(0).format());
		}
		else if (!addresses.isEmpty()) {
			json.writeStringProperty(name,
					addresses.stream().map(EmailAddress::format).collect(Collectors.joining(", ")));
		}
	}

	private static <T> void array(JsonGenerator json, String name, List<T> items, Consumer<T> fields) {
		if (items.isEmpty()) {
			return;
		}
		json.writeArrayPropertyStart(name);
		for (T item : items) {
			json.writeStartObject();
			fields.accept(item);
			json.writeEndObject();
		}
		json.writeEndArray();
	}

}

package io.github.postmarkspring.emulator.http;

import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * JSON in and out. The mapper is private to the emulator, so that nothing an application
 * configures can change what goes over the wire.
 *
 * @since 0.1.0
 */
public final class Json {

	// An honest batch has some ten thousand tokens. Megabytes of "[[],[],…" would become
	// millions of objects, at the cost of the application that carries the emulator.
	private static final StreamReadConstraints CONSTRAINTS = StreamReadConstraints.builder()
		.maxTokenCount(1_000_000)
		.build();

	// Big decimals, so that a number among the metadata comes back as it was written.
	private static final JsonMapper MAPPER = JsonMapper
		.builder(JsonFactory.builder().streamReadConstraints(CONSTRAINTS).build())
		.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
		.build();

	private Json() {
	}

	/**
	 * Parses a request body.
	 * @param body the bytes as they came
	 * @return the document
	 * @throws ApiException with code 402 if it is not JSON
	 */
	public static JsonNode parse(byte[] body) {
		try {
			JsonNode node = isUtf8(body) ? MAPPER.readTree(body) : MAPPER.missingNode();
			if (!node.isMissingNode() && isText(node)) {
				return node;
			}
		}
		catch (JacksonException ex) {
			// What Jackson has to say may quote the document.
			@Nullable TokenStreamLocation location = ex.getLocation();
			throw invalid((location != null)
					? " See line " + location.getLineNr() + ", column " + location.getColumnNr() + "." : "");
		}
		throw invalid("");
	}

	private static ApiException invalid(String where) {
		return ApiException.unprocessable(402, "The request body is not valid JSON." + where);
	}

	/**
	 * Returns an empty object to fill.
	 * @return the new node
	 */
	public static ObjectNode object() {
		return MAPPER.createObjectNode();
	}

	/**
	 * Returns an empty array to fill.
	 * @return the new node
	 */
	public static ArrayNode array() {
		return MAPPER.createArrayNode();
	}

	/**
	 * Writes a document.
	 * @param value a node, or a value that Jackson knows
	 * @return UTF-8
	 */
	public static byte[] write(Object value) {
		return MAPPER.writeValueAsBytes(value);
	}

	/**
	 * Writes a document for people to read.
	 * @param node the document
	 * @return indented JSON
	 */
	public static String pretty(JsonNode node) {
		return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(node);
	}

	/**
	 * Jackson would read UTF-16 and UTF-32 too, which a zero among the first bytes gives
	 * away, or their mark. Bytes that are no text at all are found as they are read.
	 */
	private static boolean isUtf8(byte[] body) {
		for (int i = 0; i < Math.min(body.length, 4); i++) {
			if (body[i] == 0 || body[i] == (byte) 0xFE || body[i] == (byte) 0xFF) {
				return false;
			}
		}
		return true;
	}

	/**
	 * Half a surrogate pair can be written in JSON as an escape, but never again as
	 * UTF-8: one such subject would break every later search.
	 */
	private static boolean isText(JsonNode node) {
		if (node.isString()) {
			return isText(node.stringValue());
		}
		for (Map.Entry<String, JsonNode> property : node.properties()) {
			if (!isText(property.getKey())) {
				return false;
			}
		}
		for (JsonNode child : node) {
			if (!isText(child)) {
				return false;
			}
		}
		return true;
	}

	private static boolean isText(String text) {
		for (int i = 0; i < text.length(); i++) {
			char ch = text.charAt(i);
			if (Character.isSurrogate(ch)) {
				if (Character.isLowSurrogate(ch) || i + 1 == text.length()
						|| !Character.isLowSurrogate(text.charAt(i + 1))) {
					return false;
				}
				i++;
			}
		}
		return true;
	}

}

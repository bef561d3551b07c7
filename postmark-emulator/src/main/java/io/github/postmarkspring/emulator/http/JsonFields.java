package io.github.postmarkspring.emulator.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The fields of a JSON object as Postmark reads them: keys in any letter case,
 * {@code null} as if absent, another type than the documented one refused.
 *
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/updates/changes-to-email-api-validation">Changes
 * to API validation</a>
 */
public final class JsonFields {

	private final JsonNode node;

	private final String path;

	private final Map<String, JsonNode> fields = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

	private JsonFields(JsonNode node, String path) {
		this.node = node;
		this.path = path;
		for (Map.Entry<String, JsonNode> property : node.properties()) {
			this.fields.put(property.getKey(), property.getValue());
		}
	}

	/**
	 * Looks at a node as an object.
	 * @param node the node
	 * @param path where it is, for the error: {@code $} for the body itself
	 * @return its fields
	 * @throws ApiException with code 403 if it is no object
	 */
	public static JsonFields of(JsonNode node, String path) {
		if (!node.isObject()) {
			throw ApiException.invalidField(path);
		}
		return new JsonFields(node, path);
	}

	/**
	 * Returns the object itself.
	 * @return the node
	 */
	public JsonNode node() {
		return this.node;
	}

	/**
	 * Returns a string.
	 * @param name the field's documented name
	 * @return the text, or {@code null} if absent, {@code null} or empty
	 * @throws ApiException with code 403 if it is no string
	 */
	public @Nullable String text(String name) {
		String text = rawText(name);
		return (text != null && !text.isEmpty()) ? text : null;
	}

	/**
	 * Returns a string that may be empty.
	 * @param name the field's documented name
	 * @return the text, or {@code null} if absent or {@code null}
	 * @throws ApiException with code 403 if it is no string
	 */
	public @Nullable String rawText(String name) {
		JsonNode value = value(name);
		if (value == null) {
			return null;
		}
		if (!value.isString()) {
			throw ApiException.invalidField(pathOf(name));
		}
		return value.stringValue();
	}

	/**
	 * Returns a flag; {@code "true"}, {@code "True"} and {@code 1} will do.
	 * @param name the field's documented name
	 * @return whether it is set, or {@code null} if absent, {@code null} or empty
	 * @throws ApiException with code 403 if it is no boolean
	 */
	public @Nullable Boolean flag(String name) {
		JsonNode value = value(name);
		if (value == null) {
			return null;
		}
		String text = value.isContainer() ? "[]" : value.asString().toLowerCase(Locale.ROOT);
		return switch (text) {
			case "" -> null;
			case "true", "1" -> true;
			case "false", "0" -> false;
			default -> throw ApiException.invalidField(pathOf(name));
		};
	}

	/**
	 * Returns a whole number; one that is written as text will do.
	 * @param name the field's documented name
	 * @return the number, or {@code null} if absent, {@code null} or empty
	 * @throws ApiException with code 403 if it is none
	 */
	public @Nullable Long number(String name) {
		JsonNode value = value(name);
		if (value == null || (value.isString() && value.stringValue().isEmpty())) {
			return null;
		}
		String text = (value.isString() || value.isIntegralNumber()) ? value.asString() : "";
		if (!text.matches("-?\\d{1,18}")) {
			throw ApiException.invalidField(pathOf(name));
		}
		return Long.valueOf(text);
	}

	/**
	 * Returns whether a field was sent, be it {@code null}.
	 * @param name the field's documented name
	 * @return whether it is there
	 */
	public boolean has(String name) {
		return this.fields.containsKey(name);
	}

	/**
	 * Returns an object.
	 * @param name the field's documented name
	 * @return its fields, or {@code null} if absent or {@code null}
	 * @throws ApiException with code 403 if it is anything else
	 */
	public @Nullable JsonFields object(String name) {
		JsonNode value = value(name);
		return (value != null) ? of(value, pathOf(name)) : null;
	}

	/**
	 * Returns an array of objects.
	 * @param name the field's documented name
	 * @return the objects; none if absent or {@code null}
	 * @throws ApiException with code 403 if it is anything else
	 */
	public List<JsonFields> objects(String name) {
		JsonNode value = value(name);
		if (value == null) {
			return List.of();
		}
		if (!value.isArray()) {
			throw ApiException.invalidField(pathOf(name));
		}
		List<JsonFields> objects = new ArrayList<>(value.size());
		for (JsonNode element : value) {
			objects.add(of(element, pathOf(name) + "[" + objects.size() + "]"));
		}
		return objects;
	}

	/**
	 * Returns an array of strings.
	 * @param name the field's documented name
	 * @return the strings; none if absent or {@code null}
	 * @throws ApiException with code 403 if it is anything else
	 */
	public List<String> strings(String name) {
		JsonNode value = value(name);
		if (value == null) {
			return List.of();
		}
		if (!value.isArray()) {
			throw ApiException.invalidField(pathOf(name));
		}
		List<String> strings = new ArrayList<>(value.size());
		for (JsonNode element : value) {
			if (!element.isString()) {
				throw ApiException.invalidField(pathOf(name));
			}
			strings.add(element.stringValue());
		}
		return strings;
	}

	/**
	 * Returns an object of texts. Numbers and booleans are taken as text, too.
	 * @param name the field's documented name
	 * @return the texts by key as sent, in the order sent; none if absent or {@code null}
	 * @throws ApiException with code 403 if it is anything else
	 */
	public Map<String, String> texts(String name) {
		JsonNode value = value(name);
		if (value == null) {
			return Map.of();
		}
		if (!value.isObject()) {
			throw ApiException.invalidField(pathOf(name));
		}
		Map<String, String> texts = new LinkedHashMap<>();
		for (Map.Entry<String, JsonNode> property : value.properties()) {
			JsonNode text = property.getValue();
			if (text.isContainer()) {
				throw ApiException.invalidField(pathOf(name) + "." + ApiException.quote(property.getKey()));
			}
			texts.put(property.getKey(), text.isNull() ? "" : text.asString());
		}
		return texts;
	}

	/**
	 * Returns the model of a template, which may have any fields; an empty array will do.
	 * @param name the field's documented name
	 * @return the object, or {@code null} if absent or {@code null}
	 * @throws ApiException with code 403 if it is anything else
	 */
	public @Nullable JsonNode model(String name) {
		JsonNode value = value(name);
		if (value == null || value.isObject()) {
			return value;
		}
		// How PHP writes an empty object.
		if (value.isArray() && value.isEmpty()) {
			return Json.object();
		}
		throw ApiException.invalidField(pathOf(name));
	}

	private @Nullable JsonNode value(String name) {
		JsonNode value = this.fields.get(name);
		return (value != null && !value.isNull()) ? value : null;
	}

	private String pathOf(String name) {
		return this.path + "." + name;
	}

}

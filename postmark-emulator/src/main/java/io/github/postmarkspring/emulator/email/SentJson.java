package io.github.postmarkspring.emulator.email;

import java.util.Map;

import io.github.postmarkspring.emulator.http.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is kept of the JSON that was sent: everything, but of a long attachment only the
 * beginning. The file itself is kept decoded.
 */
final class SentJson {

	private static final int KEPT = 64;

	// Nobody reads more, and a value takes ten times the memory that its text does.
	private static final int MOST_VALUES = 10_000;

	private SentJson() {
	}

	static JsonNode of(JsonNode sent) {
		if (count(sent, 0) > MOST_VALUES) {
			return Json.object().put("…", "More than " + MOST_VALUES + " values were sent.");
		}
		ObjectNode copy = Json.object();
		for (Map.Entry<String, JsonNode> field : sent.properties()) {
			boolean attachments = field.getKey().equalsIgnoreCase("Attachments");
			copy.set(field.getKey(), attachments ? attachments(field.getValue()) : field.getValue());
		}
		return copy;
	}

	private static int count(JsonNode node, int before) {
		int count = before + 1;
		for (JsonNode child : node) {
			if (count <= MOST_VALUES) {
				count = count(child, count);
			}
		}
		return count;
	}

	private static JsonNode attachments(JsonNode sent) {
		if (!sent.isArray()) {
			return sent;
		}
		ArrayNode copy = Json.array();
		for (JsonNode file : sent) {
			copy.add(attachment(file));
		}
		return copy;
	}

	private static JsonNode attachment(JsonNode sent) {
		ObjectNode copy = Json.object();
		for (Map.Entry<String, JsonNode> field : sent.properties()) {
			JsonNode value = field.getValue();
			if (field.getKey().equalsIgnoreCase("Content") && value.isString() && value.stringValue().length() > KEPT) {
				int length = value.stringValue().length();
				copy.put(field.getKey(), value.stringValue().substring(0, KEPT) + "… (" + length + " characters)");
			}
			else {
				copy.set(field.getKey(), value);
			}
		}
		return copy;
	}

}

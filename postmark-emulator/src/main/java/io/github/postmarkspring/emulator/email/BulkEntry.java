package io.github.postmarkspring.emulator.email;

import java.util.List;
import java.util.Map;

import io.github.postmarkspring.emulator.http.Json;
import io.github.postmarkspring.emulator.http.JsonFields;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One entry of a bulk request, put together with what all entries have in common.
 */
final class BulkEntry {

	private static final List<String> OWN = List.of("To", "Cc", "Bcc");

	private BulkEntry() {
	}

	/**
	 * Returns the message in the form of {@code POST /email}.
	 */
	static ObjectNode merge(ObjectNode common, JsonFields entry) {
		ObjectNode email = common.deepCopy();
		OWN.forEach((name) -> email.put(name, entry.text(name)));
		ObjectNode metadata = Json.object();
		JsonFields.of(common, "$").texts("Metadata").forEach(metadata::put);
		entry.texts("Metadata").forEach((key, value) -> {
			List<String> same = metadata.propertyStream().map(Map.Entry::getKey).filter(key::equalsIgnoreCase).toList();
			metadata.remove(same);
			metadata.put(key, value);
		});
		email.set("Metadata", metadata);
		email.set("Headers", headers(common, entry));
		return email;
	}

	private static ArrayNode headers(ObjectNode common, JsonFields entry) {
		ArrayNode headers = Json.array();
		List<JsonFields> own = entry.objects("Headers");
		for (JsonFields header : JsonFields.of(common, "$").objects("Headers")) {
			String name = header.text("Name");
			if (own.stream().noneMatch((other) -> name != null && name.equalsIgnoreCase(other.text("Name")))) {
				headers.add(header.node());
			}
		}
		own.forEach((header) -> headers.add(header.node()));
		return headers;
	}

	/**
	 * Returns what all entries have in common, with the documented spelling of the keys
	 * that are dealt with here.
	 */
	static ObjectNode common(JsonFields sent) {
		ObjectNode common = Json.object();
		for (Map.Entry<String, JsonNode> field : sent.node().properties()) {
			String name = field.getKey();
			if (OWN.stream().noneMatch(name::equalsIgnoreCase) && !name.equalsIgnoreCase("Messages")
					&& !name.equalsIgnoreCase("Metadata") && !name.equalsIgnoreCase("Headers")) {
				common.set(name, field.getValue());
			}
		}
		copy(sent, common, "Metadata");
		copy(sent, common, "Headers");
		return common;
	}

	private static void copy(JsonFields sent, ObjectNode common, String name) {
		@Nullable JsonNode value = sent.node()
			.propertyStream()
			.filter((field) -> field.getKey().equalsIgnoreCase(name))
			.map(Map.Entry::getValue)
			.findFirst()
			.orElse(null);
		if (value != null) {
			common.set(name, value);
		}
	}

}

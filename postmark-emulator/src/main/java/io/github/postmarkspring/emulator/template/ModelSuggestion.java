package io.github.postmarkspring.emulator.template;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.postmarkspring.emulator.http.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * Guesses from templates what their model looks like.
 */
final class ModelSuggestion {

	private final Shape root = new Shape("", null);

	/**
	 * Takes a template into account.
	 * @param layout what is around the content: a slot alone if there is no layout
	 * @param content what goes into the slot
	 */
	void add(List<Node> layout, List<Node> content) {
		add(layout, content, this.root);
	}

	/**
	 * Returns the model. What the test model has stands; what it lacks is made up.
	 * @param testModel an object
	 */
	ObjectNode mergedWith(JsonNode testModel) {
		ObjectNode model = this.root.toObject();
		merge(testModel, model);
		return model;
	}

	private void add(List<Node> nodes, List<Node> content, Shape shape) {
		for (Node node : nodes) {
			if (node instanceof Node.Value value) {
				shape.find(value.path());
			}
			else if (node instanceof Node.Section section) {
				add(section.children(), content, shape.find(section.path()));
			}
			else if (node instanceof Node.Each each) {
				add(each.children(), content, shape.find(each.path()).item());
			}
			else if (node instanceof Node.Slot) {
				add(content, List.of(), this.root);
			}
		}
	}

	private static void merge(JsonNode from, ObjectNode into) {
		for (Map.Entry<String, JsonNode> field : from.properties()) {
			if (field.getValue().isObject() && into.get(field.getKey()) instanceof ObjectNode inner) {
				merge(field.getValue(), inner);
			}
			else {
				into.set(field.getKey(), field.getValue());
			}
		}
	}

	/**
	 * What is known of a value: its fields if it is an object, its item if it is a list.
	 */
	private static final class Shape {

		// Deeper models are not suggested: nobody could read one.
		private static final int DEEPEST = 100;

		private final String key;

		private final @Nullable Shape parent;

		private final int depth;

		private final Map<String, Shape> fields = new LinkedHashMap<>();

		private @Nullable Shape item;

		Shape(String key, @Nullable Shape parent) {
			this.key = key;
			this.parent = parent;
			this.depth = (parent != null) ? parent.depth + 1 : 0;
		}

		Shape find(ModelPath path) {
			Shape shape = this;
			for (int i = 0; i < path.up() && shape.parent != null; i++) {
				shape = shape.parent;
			}
			for (String name : path.names()) {
				shape = shape.field(name);
			}
			return shape;
		}

		Shape item() {
			if (this.item == null && this.depth < DEEPEST) {
				this.item = new Shape(this.key, this);
			}
			return (this.item != null) ? this.item : this;
		}

		ObjectNode toObject() {
			ObjectNode object = Json.object();
			this.fields.forEach((name, field) -> object.set(name, field.toJson()));
			return object;
		}

		private Shape field(String name) {
			Shape field = this.fields.get(name);
			if (field == null && this.depth < DEEPEST) {
				field = new Shape(name, this);
				this.fields.put(name, field);
			}
			return (field != null) ? field : this;
		}

		private JsonNode toJson() {
			if (this.item != null) {
				return Json.array().add(this.item.toJson());
			}
			return this.fields.isEmpty() ? StringNode.valueOf(this.key + "_Value") : toObject();
		}

	}

}

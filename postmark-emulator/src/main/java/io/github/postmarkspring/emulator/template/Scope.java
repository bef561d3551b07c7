package io.github.postmarkspring.emulator.template;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A value of the model, and how it was reached: every key that is followed is a level of
 * its own, and so is a list apart from its items.
 *
 * @param value the value, or {@code null} if the model has none here
 * @param parent where {@code ../} leads to, or {@code null} at the root
 */
record Scope(@Nullable JsonNode value, @Nullable Scope parent) {

	Scope find(ModelPath path) {
		Scope scope = this;
		for (int i = 0; i < path.up() && scope.parent() != null; i++) {
			scope = scope.parent();
		}
		for (String name : path.names()) {
			JsonNode value = scope.value();
			scope = new Scope((value != null && value.isObject()) ? value.get(name) : null, scope);
		}
		return scope;
	}

	boolean isTrue() {
		JsonNode value = this.value;
		if (value == null || value.isNull()) {
			return false;
		}
		if (value.isContainer()) {
			return !value.isEmpty();
		}
		if (value.isNumber()) {
			return value.decimalValue().compareTo(BigDecimal.ZERO) != 0;
		}
		return value.isBoolean() ? value.booleanValue() : !value.asString().isEmpty();
	}

	/**
	 * Returns the value as it is printed: nothing for objects and arrays, and booleans as
	 * .NET writes them.
	 */
	String text() {
		JsonNode value = this.value;
		if (value == null || value.isNull() || value.isContainer()) {
			return "";
		}
		if (value.isBoolean()) {
			return value.booleanValue() ? "True" : "False";
		}
		return value.asString();
	}

}

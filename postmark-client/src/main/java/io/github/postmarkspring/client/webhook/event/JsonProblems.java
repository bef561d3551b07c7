package io.github.postmarkspring.client.webhook.event;

import java.util.Collection;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.exc.MismatchedInputException;

/**
 * Says in our words what a JSON reader found: its own texts, and those of its causes,
 * quote what was posted.
 */
final class JsonProblems {

	private static final String LIMIT = "exceeds a limit: a name, a number or a text is too long, "
			+ "or there are too many of them";

	private JsonProblems() {
	}

	static InvalidWebhookException limit(TokenStreamLocation location) {
		return new InvalidWebhookException(place(location), LIMIT);
	}

	static InvalidWebhookException of(JacksonException ex) {
		String place = ex.getPath().isEmpty() ? place(ex.getLocation()) : pointer(ex.getPath());
		if (ex instanceof StreamConstraintsException) {
			return new InvalidWebhookException(place, LIMIT);
		}
		if (ex instanceof MismatchedInputException mismatch) {
			return new InvalidWebhookException(place, "must be " + expected(mismatch.getTargetType()));
		}
		if (ex instanceof InputCoercionException coercion) {
			return new InvalidWebhookException(place, "must be " + expected(coercion.getTargetType()));
		}
		return new InvalidWebhookException(place, "is not valid JSON");
	}

	static String place(@Nullable TokenStreamLocation location) {
		return (location != null && location.getLineNr() > 0)
				? "line " + location.getLineNr() + ", column " + location.getColumnNr() : "the body";
	}

	/**
	 * All names on the way are ours, but for those of metadata.
	 */
	private static String pointer(List<JacksonException.Reference> path) {
		StringBuilder pointer = new StringBuilder();
		for (JacksonException.Reference step : path) {
			String name = step.getPropertyName();
			pointer.append('/').append((name != null) ? name : step.getIndex());
			if ("Metadata".equals(name)) {
				break;
			}
		}
		return pointer.toString();
	}

	private static String expected(@Nullable Class<?> type) {
		if (type == int.class || type == Integer.class) {
			return "a whole number of at most 32 bits";
		}
		if (type == long.class || type == Long.class) {
			return "a whole number of at most 64 bits";
		}
		if (type == boolean.class || type == Boolean.class) {
			return "true or false";
		}
		if (type != null && Collection.class.isAssignableFrom(type)) {
			return "an array";
		}
		return (type != null && isObject(type)) ? "an object" : "text";
	}

	/**
	 * Records of one component are words.
	 */
	private static boolean isObject(Class<?> type) {
		return Map.class.isAssignableFrom(type) || type == ReceivedAttachment.class
				|| type.isRecord() && type.getRecordComponents().length > 1;
	}

}

package io.github.postmarkspring.emulator.template;

import io.github.postmarkspring.emulator.http.ApiException;
import io.github.postmarkspring.emulator.http.Request;
import tools.jackson.databind.JsonNode;

/**
 * The body of a request about templates, whose absence has a code of its own.
 */
final class RequestJson {

	private RequestJson() {
	}

	/**
	 * Parses the body.
	 * @throws ApiException with code 1109 if there is none
	 */
	static JsonNode of(Request request) {
		if (request.body().length > 0) {
			JsonNode json = request.json();
			if (!json.isNull()) {
				return json;
			}
		}
		throw ApiException.unprocessable(1109, "The request body must not be empty.");
	}

}

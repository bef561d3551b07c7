package io.github.postmarkspring.emulator.http;

import java.util.Map;

import tools.jackson.databind.JsonNode;

/**
 * A request that has a route, a good token and a body of bearable size.
 *
 * @param host the {@code Host} header, which is always a name of this machine
 * @param caller whom it came from
 * @param variables the variables of the path pattern, decoded
 * @param query the query
 * @param body the body, empty if the route expects none
 * @since 0.1.0
 */
public record Request(String host, Caller caller, Map<String, String> variables, QueryParameters query, byte[] body) {

	/**
	 * Returns whether the token is {@code POSTMARK_API_TEST}.
	 * @return whether messages are to be checked and dropped
	 */
	public boolean testToken() {
		return Tokens.TEST.equals(this.caller.token());
	}

	/**
	 * Returns a variable of the path.
	 * @param name its name in the route's pattern
	 * @return the decoded value
	 */
	public String variable(String name) {
		return this.variables.getOrDefault(name, "");
	}

	/**
	 * Returns a variable of the path that is a number.
	 * @param name its name in the route's pattern
	 * @return the number, or -1 if it is none: no ID is negative
	 */
	public long id(String name) {
		String id = variable(name);
		return id.matches("\\d{1,18}") ? Long.parseLong(id) : -1;
	}

	/**
	 * Parses a body that must be an object.
	 * @param emptyCode the error of a body that is empty or {@code null}
	 * @return its fields
	 * @throws ApiException with that code; with 402 if it is not JSON; with 403 if it is
	 * no object
	 */
	public JsonFields fields(int emptyCode) {
		JsonNode node = (this.body.length > 0) ? json() : null;
		if (node == null || node.isNull()) {
			throw ApiException.unprocessable(emptyCode, "The request body is empty.");
		}
		return JsonFields.of(node, "$");
	}

	/**
	 * Parses the body.
	 * @return the document
	 * @throws ApiException with code 402 if it is not JSON
	 */
	public JsonNode json() {
		return Json.parse(this.body);
	}

	/**
	 * Shows neither the token nor what a stranger wrote.
	 */
	@Override
	public String toString() {
		return "Request[" + this.body.length + " bytes]";
	}

}

package io.github.postmarkspring.emulator.http;

import java.util.Map;

import tools.jackson.databind.JsonNode;

/**
 * A request that has a route, a good token and a body of bearable size.
 *
 * @param host the {@code Host} header, which is always a name of this machine
 * @param variables the variables of the path pattern, decoded
 * @param query the query
 * @param body the body, empty if the route expects none
 * @param testToken whether the token is {@code POSTMARK_API_TEST}
 * @since 0.1.0
 */
public record Request(String host, Map<String, String> variables, QueryParameters query, byte[] body,
		boolean testToken) {

	/**
	 * Returns a variable of the path.
	 * @param name its name in the route's pattern
	 * @return the decoded value
	 */
	public String variable(String name) {
		return this.variables.getOrDefault(name, "");
	}

	/**
	 * Parses the body.
	 * @return the document
	 * @throws ApiException with code 402 if it is not JSON
	 */
	public JsonNode json() {
		return Json.parse(this.body);
	}

}

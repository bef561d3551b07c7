package io.github.postmarkspring.emulator.http;

import java.util.List;

import com.sun.net.httpserver.Headers;
import tools.jackson.databind.JsonNode;

/**
 * Requests that do not come through a socket, but are checked and answered as if they
 * did.
 *
 * @since 0.1.0
 */
public final class DirectCalls {

	private final Router router;

	private final Tokens tokens;

	/**
	 * Creates the calls.
	 * @param routes the routing table
	 * @param tokens the tokens that are good
	 */
	public DirectCalls(List<Route> routes, Tokens tokens) {
		this.router = new Router(routes);
		this.tokens = tokens;
	}

	/**
	 * Sends a request.
	 * @param path the path
	 * @param token the token, of whichever kind is asked for there
	 * @param json the body
	 * @return the body of the answer
	 * @throws ApiException if the answer is an error
	 */
	public JsonNode post(String path, String token, JsonNode json) {
		Router.Match match = this.router.match("POST", path);
		Route route = match.route();
		Headers headers = new Headers();
		headers.set(Tokens.SERVER_HEADER, token);
		headers.set(Tokens.ACCOUNT_HEADER, token);
		Caller caller = this.tokens.check(route.access(), headers);
		byte[] body = Json.write(json);
		if (body.length > route.bodyLimit()) {
			throw RequestBody.tooLarge(route.bodyLimit());
		}
		Request request = new Request("localhost", caller, match.variables(), QueryParameters.parse(null), body);
		Response response = route.handler().handle(request);
		JsonNode answer = Json.parse(response.body());
		if (response.status() >= 400) {
			throw ApiException.of(response.status(), answer.path("ErrorCode").asInt(),
					answer.path("Message").asString());
		}
		return answer;
	}

}

package io.github.postmarkspring.emulator.errorcode;

import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

import io.github.postmarkspring.emulator.Postmark;
import io.github.postmarkspring.emulator.PostmarkEmulator;
import tools.jackson.databind.JsonNode;

/**
 * A request that must be answered with an error code. Requests are written as method,
 * path and body; <code>{ID}</code> and <code>{MessageID}</code> stand for the last of
 * those that came back. The token is the one that belongs to the path.
 *
 * @param status the HTTP status
 * @param code the {@code ErrorCode}
 * @param requests what to send: the last must be answered with the code, those before
 * with HTTP 200
 * @param settings how the emulator is set up
 * @param before what happens before the last request
 */
record Cause(int status, int code, List<String> requests, UnaryOperator<PostmarkEmulator.Builder> settings,
		Consumer<PostmarkEmulator> before) {

	static Cause of(int status, int code, String... requests) {
		return new Cause(status, code, List.of(requests), UnaryOperator.identity(), (emulator) -> {
		});
	}

	static Cause of(int code, String... requests) {
		return of(422, code, requests);
	}

	/** After the same request many times, with another number for each '#'. */
	static Cause afterMany(int code, int times, String request) {
		List<String> requests = new ArrayList<>();
		for (int i = 0; i <= times; i++) {
			requests.add(request.replace("#", Integer.toString(i)));
		}
		return of(code, requests.toArray(String[]::new));
	}

	Cause with(UnaryOperator<PostmarkEmulator.Builder> settings) {
		return new Cause(this.status, this.code, this.requests, settings, this.before);
	}

	Cause before(Consumer<PostmarkEmulator> before) {
		return new Cause(this.status, this.code, this.requests, this.settings, before);
	}

	/**
	 * Sends the requests to an emulator of its own.
	 * @return the answer to the last
	 */
	Postmark.Answer answer() {
		Postmark postmark = new Postmark(this.settings.apply(PostmarkEmulator.builder()));
		postmark.beforeEach(null);
		try {
			String id = "";
			String messageId = "";
			for (String request : this.requests.subList(0, this.requests.size() - 1)) {
				Postmark.Answer answer = send(postmark, request, id, messageId);
				if (answer.status() != 200) {
					throw new AssertionError("Refused: " + request + " with " + answer.body());
				}
				id = last(answer.json(), "ID", id);
				messageId = last(answer.json(), "MessageID", messageId);
			}
			this.before.accept(postmark.emulator());
			return send(postmark, this.requests.get(this.requests.size() - 1), id, messageId);
		}
		finally {
			postmark.afterEach(null);
		}
	}

	private static String last(JsonNode answer, String name, String before) {
		JsonNode found = answer.findValue(name);
		return (found != null) ? found.asString() : before;
	}

	private static Postmark.Answer send(Postmark postmark, String text, String id, String messageId) {
		String[] parts = text.replace("{ID}", id).replace("{MessageID}", messageId).split(" ", 3);
		HttpRequest.Builder request = postmark.request(parts[1]);
		if (!text.contains("(no token)")) {
			request.header(ofAccount(parts[1]) ? "X-Postmark-Account-Token" : "X-Postmark-Server-Token",
					ofAccount(parts[1]) ? "account-token" : "server-token");
		}
		if (!text.contains("(no type)")) {
			request.header("Content-Type", "application/json");
		}
		return postmark.exchange(request.method(parts[0], (parts.length == 3)
				? HttpRequest.BodyPublishers.ofString(parts[2]) : HttpRequest.BodyPublishers.noBody()));
	}

	private static boolean ofAccount(String path) {
		return path.matches("/(servers|domains|senders|data-removals|templates/push)([/?].*)?");
	}

	@Override
	public String toString() {
		String last = this.requests.get(this.requests.size() - 1);
		return this.code + ": " + last.substring(0, Math.min(100, last.length()));
	}

}

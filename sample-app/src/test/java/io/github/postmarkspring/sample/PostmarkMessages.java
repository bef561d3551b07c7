package io.github.postmarkspring.sample;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks Postmark's own API which messages it has got.
 *
 * @see <a href="https://postmarkapp.com/developer/api/messages-api">Postmark: Messages
 * API</a>
 */
record PostmarkMessages(URI baseUrl, String serverToken, String stream) {

	private static final HttpClient http = HttpClient.newHttpClient();

	PostmarkMessages(URI baseUrl, String serverToken) {
		this(baseUrl, serverToken, "outbound");
	}

	int count() throws IOException, InterruptedException {
		return search("count=1").get("TotalCount").asInt();
	}

	JsonNode onlyOneTo(String recipient) throws IOException, InterruptedException {
		JsonNode found = search("count=10&recipient=" + recipient);
		if (found.get("TotalCount").asInt() != 1) {
			throw new AssertionError("Not exactly one message to " + recipient + ": " + found);
		}
		return get("/messages/outbound/" + found.at("/Messages/0/MessageID").asString() + "/details");
	}

	List<String> subjectsNewestFirst() throws IOException, InterruptedException {
		return search("count=500").get("Messages")
			.valueStream()
			.map((message) -> message.get("Subject").asString())
			.toList();
	}

	int errorCode() throws IOException, InterruptedException {
		return search("count=1").path("ErrorCode").asInt();
	}

	private JsonNode search(String query) throws IOException, InterruptedException {
		return get("/messages/outbound?offset=0&messagestream=" + this.stream + "&" + query);
	}

	private JsonNode get(String path) throws IOException, InterruptedException {
		HttpRequest request = HttpRequest.newBuilder(URI.create(this.baseUrl + path))
			.header("Accept", "application/json")
			.header("X-Postmark-Server-Token", this.serverToken)
			.build();
		return JsonMapper.shared().readTree(http.send(request, BodyHandlers.ofString()).body());
	}

}

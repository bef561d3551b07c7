package io.github.postmarkspring.emulator.http;

import java.util.function.Consumer;
import java.util.function.UnaryOperator;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Changes what is answered for each message that was accepted, alone or in a batch.
 */
final class AcceptedAnswer implements UnaryOperator<Response> {

	private final Consumer<ObjectNode> change;

	AcceptedAnswer(Consumer<ObjectNode> change) {
		this.change = change;
	}

	@Override
	public Response apply(Response answer) {
		if (answer.status() != 200 || answer.body().length == 0) {
			return answer;
		}
		JsonNode json = Json.parse(answer.body());
		if (json.isArray()) {
			json.forEach(this::changeIfAccepted);
		}
		else {
			changeIfAccepted(json);
		}
		return Response.json(json);
	}

	private void changeIfAccepted(JsonNode answer) {
		if (answer instanceof ObjectNode message && message.has("MessageID") && message.has("ErrorCode")) {
			this.change.accept(message);
		}
	}

}

package io.github.postmarkspring.emulator.template;

import java.net.http.HttpRequest;

import io.github.postmarkspring.emulator.Postmark;

/**
 * What tests of templates ask of a running emulator.
 */
record TemplateClient(Postmark postmark) {

	Postmark.Answer create(String json) {
		return this.postmark.post("/templates", json);
	}

	/**
	 * Creates a template, which must be accepted, and returns its ID.
	 */
	long created(String json) {
		Postmark.Answer answer = create(json);
		if (answer.status() != 200) {
			throw new AssertionError("Refused: " + answer.body());
		}
		return answer.json().get("TemplateId").asLong();
	}

	Postmark.Answer edit(Object idOrAlias, String json) {
		return put("/templates/" + idOrAlias, json, "X-Postmark-Server-Token", "server-token");
	}

	Postmark.Answer push(String json) {
		return put("/templates/push", json, "X-Postmark-Account-Token", "account-token");
	}

	Postmark.Answer delete(Object idOrAlias) {
		return this.postmark.exchange("DELETE", "/templates/" + idOrAlias, "X-Postmark-Server-Token", "server-token");
	}

	Postmark.Answer read(Object idOrAlias) {
		return this.postmark.get("/templates/" + idOrAlias);
	}

	Postmark.Answer validate(String json) {
		return this.postmark.post("/templates/validate", json);
	}

	private Postmark.Answer put(String path, String json, String token, String value) {
		return this.postmark.exchange(this.postmark.request(path, token, value, "Content-Type", "application/json")
			.PUT(HttpRequest.BodyPublishers.ofString(json)));
	}

}

package io.github.postmarkspring.emulator.webhook;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import io.github.postmarkspring.emulator.http.ApiException;
import io.github.postmarkspring.emulator.http.Json;
import io.github.postmarkspring.emulator.posting.Answer;
import io.github.postmarkspring.emulator.posting.Post;
import io.github.postmarkspring.emulator.posting.RetryRules;
import io.github.postmarkspring.emulator.posting.WebhookRetries;
import io.github.postmarkspring.emulator.server.EmulatedServer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Whether the receiver of a webhook answers, trigger by trigger. Only 200 will do.
 */
final class Verification {

	private final List<Result> results;

	private Verification(List<Result> results) {
		this.results = results;
	}

	/**
	 * Asks the receiver, and waits for its answers.
	 */
	static Verification of(EmulatedServer server, Webhook webhook, Collection<Trigger> triggers) {
		List<Result> results = new ArrayList<>();
		for (Trigger trigger : triggers) {
			results.add(Result.of(trigger, probe(server, webhook, trigger)));
		}
		return new Verification(results);
	}

	private static @Nullable Answer probe(EmulatedServer server, Webhook webhook, Trigger trigger) {
		RetryRules once = new RetryRules(List.of(), (status) -> status == 200, (status) -> false);
		return server.outbox()
			.probe(new Post(UUID.randomUUID().toString(), webhook.target(),
					Json.write(Probe.of(server, webhook, trigger)),
					new Post.Subject(trigger.wireName(), server.id(), webhook.id(), null), once,
					server.outbox().settings().probeTimeout(), () -> true, (attempt) -> {
					}));
	}

	/**
	 * Refuses what the receiver did not answer.
	 * @throws ApiException with code 1364
	 */
	void require() {
		for (Result result : this.results) {
			if (!result.success()) {
				throw ApiException.unprocessable(1364, "Verification of the trigger '" + result.trigger().wireName()
						+ "' failed: " + result.message() + ". Nothing was saved.");
			}
		}
	}

	boolean success(Trigger trigger) {
		return this.results.stream().anyMatch((result) -> result.trigger() == trigger && result.success());
	}

	ObjectNode toJson(Webhook webhook) {
		long good = this.results.stream().filter(Result::success).count();
		ObjectNode json = Json.object().put("Id", webhook.id()).put("Url", webhook.url());
		json.put("Success", good == this.results.size());
		ArrayNode list = json.putArray("Results");
		for (Result result : this.results) {
			list.addObject()
				.put("TriggerType", result.trigger().wireName())
				.put("Success", result.success())
				.put("StatusCode", result.status())
				.put("Message", result.message());
		}
		return json.put("Message", good + "/" + this.results.size() + " triggers verified successfully");
	}

	private record Result(Trigger trigger, boolean success, int status, String message) {

		static Result of(Trigger trigger, @Nullable Answer answer) {
			if (answer == null) {
				return new Result(trigger, false, 0, "the emulator is closing");
			}
			Integer status = answer.status();
			if (status == null) {
				return new Result(trigger, false, 0, String.valueOf(answer.failure()));
			}
			return new Result(trigger, status == 200, status, (status == 200) ? "OK" : "endpoint answered " + status);
		}

	}

}

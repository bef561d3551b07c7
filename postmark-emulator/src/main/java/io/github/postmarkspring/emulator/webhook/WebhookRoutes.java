package io.github.postmarkspring.emulator.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.github.postmarkspring.emulator.http.Access;
import io.github.postmarkspring.emulator.http.Json;
import io.github.postmarkspring.emulator.http.JsonFields;
import io.github.postmarkspring.emulator.http.Request;
import io.github.postmarkspring.emulator.http.Response;
import io.github.postmarkspring.emulator.http.Route;
import io.github.postmarkspring.emulator.server.Account;
import io.github.postmarkspring.emulator.server.EmulatedServer;
import io.github.postmarkspring.emulator.stream.MessageStreams;
import io.github.postmarkspring.emulator.time.Timestamps;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Configuring webhooks. Nothing is posted yet: every verification succeeds, and the
 * statistics are those of a webhook that nothing was posted to.
 *
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/webhooks-api">Webhooks API</a>
 */
public final class WebhookRoutes {

	private static final int HOURS = 24;

	private static final List<String> COUNTS = List.of("TotalRequests", "SuccessCount", "FailureCount", "RetryCount");

	private final Account account;

	/**
	 * Creates the routes.
	 * @param account whose servers have the webhooks
	 */
	public WebhookRoutes(Account account) {
		this.account = account;
	}

	/**
	 * Returns the rows of the routing table.
	 * @return the routes
	 */
	public List<Route> routes() {
		return List.of(Route.get("/webhooks", Access.SERVER, this::list),
				Route.post("/webhooks", Access.SERVER, Route.SMALL_BODY, this::create),
				Route.get("/webhooks/{id}", Access.SERVER, (request) -> Response.json(required(request).toJson())),
				Route.put("/webhooks/{id}", Access.SERVER, Route.SMALL_BODY, this::edit),
				Route.delete("/webhooks/{id}", Access.SERVER, this::delete),
				Route.post("/webhooks/{id}/verify", Access.SERVER, 0, this::verify),
				Route.get("/webhooks/{id}/statistics", Access.SERVER, this::statistics));
	}

	private Response list(Request request) {
		EmulatedServer server = this.account.server(request);
		String id = request.query().get("MessageStream");
		String stream = (id != null) ? MessageStreams.of(server).require(id).id() : null;
		ObjectNode json = Json.object();
		ArrayNode list = json.putArray("Webhooks");
		for (Webhook webhook : Webhooks.of(server).all()) {
			if (stream == null || webhook.stream().equals(stream)) {
				list.add(webhook.toJson());
			}
		}
		return Response.json(json);
	}

	private Response create(Request request) {
		EmulatedServer server = this.account.server(request);
		Webhook webhook = WebhookRequest.create(request.fields(1355), request.query(), server);
		Webhooks.of(server).add(webhook);
		return Response.json(webhook.toJson());
	}

	private Response edit(Request request) {
		JsonFields sent = request.fields(1355);
		Webhook webhook = Webhooks.of(this.account.server(request))
			.change(request.id("id"), (before) -> WebhookRequest.edit(sent, request.query(), before));
		return Response.json(webhook.toJson());
	}

	private Response delete(Request request) {
		Webhook webhook = required(request);
		Webhooks.of(this.account.server(request)).remove(webhook);
		return Response.done("Webhook " + webhook.id() + " removed.");
	}

	private Response verify(Request request) {
		Webhook webhook = Webhooks.of(this.account.server(request)).change(request.id("id"), Webhook::asVerified);
		ObjectNode json = Json.object().put("Id", webhook.id()).put("Url", webhook.url()).put("Success", true);
		ArrayNode results = json.putArray("Results");
		webhook.enabled()
			.forEach((trigger) -> results.addObject()
				.put("TriggerType", trigger.wireName())
				.put("Success", true)
				.put("StatusCode", 200)
				.put("Message", "OK"));
		int count = webhook.enabled().size();
		return Response.json(json.put("Message", count + "/" + count + " triggers verified successfully"));
	}

	private Response statistics(Request request) {
		EmulatedServer server = this.account.server(request);
		Webhook webhook = required(request);
		Instant now = server.now();
		ObjectNode json = Json.object().put("WebhookId", webhook.id()).put("ServerId", server.id());
		json.put("MessageStreamId", webhook.stream()).put("Url", webhook.url());
		ObjectNode statuses = json.putObject("Statuses");
		webhook.enabled().forEach((trigger) -> statuses.put(trigger.wireName(), webhook.status()));
		json.putObject("TimeRange")
			.put("StartTime", Timestamps.format(now.minus(Duration.ofHours(HOURS))))
			.put("EndTime", Timestamps.format(now))
			.put("Hours", HOURS);
		nothing(json.putObject("Metrics"));
		ObjectNode metrics = json.putObject("MetricsByTrigger");
		webhook.enabled().forEach((trigger) -> nothing(metrics.putObject(trigger.wireName())));
		return Response.json(json);
	}

	private static void nothing(ObjectNode metrics) {
		COUNTS.forEach((count) -> metrics.put(count, 0));
		metrics.put("SuccessRate", 0.0).put("SlowCount", 0).put("VerySlowCount", 0);
		metrics.put("AverageTerminalResponseTimeMs", 0).putNull("AverageRetryResponseTimeMs");
	}

	private Webhook required(Request request) {
		return Webhooks.of(this.account.server(request)).require(request.id("id"));
	}

}

package io.github.postmarkspring.emulator.webhook;

import java.util.List;
import java.util.function.Predicate;

import io.github.postmarkspring.emulator.http.Access;
import io.github.postmarkspring.emulator.http.Json;
import io.github.postmarkspring.emulator.http.JsonFields;
import io.github.postmarkspring.emulator.http.Request;
import io.github.postmarkspring.emulator.http.Response;
import io.github.postmarkspring.emulator.http.Route;
import io.github.postmarkspring.emulator.server.Account;
import io.github.postmarkspring.emulator.server.EmulatedServer;
import io.github.postmarkspring.emulator.stream.MessageStreams;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Configuring webhooks, finding out whether their receivers answer, and how they fared.
 *
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/webhooks-api">Webhooks API</a>
 */
public final class WebhookRoutes {

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
				Route.get("/webhooks/{id}/statistics", Access.SERVER,
						(request) -> Response.json(Statistics.of(this.account.server(request), required(request)))));
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
		JsonFields sent = request.fields(1355);
		Webhook webhook = WebhookRequest.create(sent, server);
		boolean verify = isToBeVerified(request, sent);
		verifyStrictly(server, verify, webhook, (trigger) -> true);
		webhook = webhook.verified((trigger, setting) -> verify);
		Webhooks.of(server).add(webhook);
		return Response.json(webhook.toJson());
	}

	/**
	 * What is new has to be verified: the address, or what was switched on.
	 */
	private Response edit(Request request) {
		JsonFields sent = request.fields(1355);
		EmulatedServer server = this.account.server(request);
		boolean verify = isToBeVerified(request, sent);
		Webhook seen = required(request);
		// Before the change and not within it: others need not wait for a receiver.
		verifyStrictly(server, verify, WebhookRequest.edit(sent, seen), fresh(seen, WebhookRequest.edit(sent, seen)));
		Webhook webhook = Webhooks.of(server).change(seen.id(), (before) -> {
			Webhook after = WebhookRequest.edit(sent, before);
			Predicate<Trigger> fresh = fresh(before, after);
			return after.verified((trigger, setting) -> fresh.test(trigger) ? verify : setting.verified());
		});
		return Response.json(webhook.toJson());
	}

	/**
	 * One page of Postmark's has {@code Verify} in the body, another in the query.
	 */
	private static Predicate<Trigger> fresh(Webhook before, Webhook after) {
		boolean moved = !after.url().equals(before.url());
		return (trigger) -> moved || (after.setting(trigger).enabled() && !before.setting(trigger).enabled());
	}

	/** Where it is asked for is documented in two ways. */
	private static boolean isToBeVerified(Request request, JsonFields sent) {
		return !Boolean.FALSE.equals(sent.flag("Verify"))
				&& (request.query().get("verify") == null || request.query().flag("verify"));
	}

	private static void verifyStrictly(EmulatedServer server, boolean verify, Webhook webhook,
			Predicate<Trigger> fresh) {
		if (verify && server.outbox().settings().strict()) {
			Verification.of(server, webhook, webhook.enabled().stream().filter(fresh).toList()).require();
		}
	}

	private Response delete(Request request) {
		Webhook webhook = required(request);
		Webhooks.of(this.account.server(request)).remove(webhook);
		return Response.done("Webhook " + webhook.id() + " removed.");
	}

	private Response verify(Request request) {
		EmulatedServer server = this.account.server(request);
		Webhook webhook = required(request);
		Verification verification = Verification.of(server, webhook, webhook.enabled());
		Webhooks.of(server)
			.change(webhook.id(), (current) -> current
				.verified((trigger, setting) -> !setting.enabled() || verification.success(trigger)));
		return Response.json(verification.toJson(webhook));
	}

	private Webhook required(Request request) {
		return Webhooks.of(this.account.server(request)).require(request.id("id"));
	}

}

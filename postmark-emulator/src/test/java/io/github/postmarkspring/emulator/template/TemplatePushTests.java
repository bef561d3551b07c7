package io.github.postmarkspring.emulator.template;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import io.github.postmarkspring.emulator.Postmark;
import io.github.postmarkspring.emulator.http.Faults;
import io.github.postmarkspring.emulator.http.HttpListener;
import io.github.postmarkspring.emulator.posting.Outbox;
import io.github.postmarkspring.emulator.posting.PostingSettings;
import io.github.postmarkspring.emulator.server.Account;
import io.github.postmarkspring.emulator.server.InitialServer;
import io.github.postmarkspring.emulator.server.ServerRoutes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class TemplatePushTests {

	private final Account account = new Account("account-token", InitialServer.first("server-token"),
			"http://localhost/", Clock.systemUTC(), new Outbox("test", Clock.systemUTC(), PostingSettings.DEFAULT));

	private final TemplateStore source = store(1);

	private final HttpListener listener = HttpListener.bind(0);

	private TemplateStore destination;

	@BeforeEach
	void serve() throws Exception {
		this.listener.serve(Stream
			.of(new TemplatePushRoutes(this.account).routes(), new TemplateRoutes(this.account).routes(),
					new ServerRoutes(this.account, false).routes())
			.flatMap(List::stream)
			.toList(), this.account.tokens(), new Faults(false));
		HttpClient.newHttpClient()
			.send(HttpRequest.newBuilder(URI.create("http://localhost:" + this.listener.port() + "/servers"))
				.header("X-Postmark-Account-Token", "account-token")
				.header("Content-Type", "application/json")
				.POST(HttpRequest.BodyPublishers.ofString("{\"Name\":\"Second\"}"))
				.build(), HttpResponse.BodyHandlers.discarding());
		this.destination = store(2);
	}

	private TemplateStore store(long serverId) {
		return TemplateStore.of(Objects.requireNonNull(this.account.find(serverId)));
	}

	@AfterEach
	void close() {
		this.listener.close();
	}

	@Test
	void createsAndEditsByAliasAndPassesOverTemplatesWithout() throws Exception {
		create(this.source, "Order paid", "order-paid", TemplateType.STANDARD, null);
		create(this.source, "Frame", "frame", TemplateType.LAYOUT, null);
		create(this.source, "Nameless", null, TemplateType.STANDARD, null);
		create(this.source, "Framed", "framed", TemplateType.STANDARD, "frame");
		create(this.source, "Gone", "gone", TemplateType.STANDARD, null);
		this.source.delete("gone");
		create(this.destination, "Old", "ORDER-paid", TemplateType.STANDARD, null);
		assertThat(push(1, 2, false)).isEqualTo(Postmark
			.json("""
					{ "TotalCount": 3, "Templates": [
					  { "Action": "Create", "Alias": "frame", "Name": "Frame", "TemplateType": "Layout" },
					  { "Action": "Edit", "TemplateId": 8, "Alias": "order-paid", "Name": "Order paid", "TemplateType": "Standard" },
					  { "Action": "Create", "Alias": "framed", "Name": "Framed", "TemplateType": "Standard" } ] }"""));
		assertThat(this.destination.list()).hasSize(1);
		assertThat(push(1, 2, true)).isEqualTo(Postmark
			.json("""
					{ "TotalCount": 3, "Templates": [
					  { "Action": "Create", "TemplateId": 9, "Alias": "frame", "Name": "Frame", "TemplateType": "Layout" },
					  { "Action": "Edit", "TemplateId": 8, "Alias": "order-paid", "Name": "Order paid", "TemplateType": "Standard" },
					  { "Action": "Create", "TemplateId": 10, "Alias": "framed", "Name": "Framed", "TemplateType": "Standard" } ] }"""));
		assertThat(this.destination.find("8").template().name()).isEqualTo("Order paid");
		assertThat(this.destination.find("framed").layoutAlias()).isEqualTo("frame");
		assertThat(this.destination.find("framed").template().layout()).isEqualTo(9);
		assertThat(push(1, 2, true).get("Templates").findValuesAsString("Action")).containsOnly("Edit");
		assertThat(this.destination.list()).hasSize(3);
	}

	@ParameterizedTest
	@CsvSource({ "3,2", "1,3", "null,2", "1,null", "0,2" })
	void refusesAnUnknownServerWithCode601(String from, String to) throws Exception {
		create(this.source, "A", "a", TemplateType.STANDARD, null);
		JsonNode answer = push(
				"{\"SourceServerID\":%s,\"DestinationServerID\":%s,\"PerformChanges\":true}".formatted(from, to));
		assertThat(answer.get("ErrorCode").asInt()).isEqualTo(601);
	}

	@Test
	void refusesToPushNothingWithCode1124() throws Exception {
		create(this.source, "Nameless", null, TemplateType.STANDARD, null);
		assertThat(push(1, 2, true).get("ErrorCode").asInt()).isEqualTo(1124);
	}

	@Test
	void refusesTypesThatDifferWithCode1125AndChangesNothing() throws Exception {
		create(this.source, "A", "a", TemplateType.STANDARD, null);
		create(this.source, "B", "b", TemplateType.STANDARD, null);
		create(this.destination, "B", "b", TemplateType.LAYOUT, null);
		assertThat(push(1, 2, true).get("ErrorCode").asInt()).isEqualTo(1125);
		assertThat(this.destination.list()).hasSize(1);
	}

	@Test
	void refusesMoreThanTheDestinationCanHoldWithCode1105() throws Exception {
		create(this.source, "A", "a", TemplateType.STANDARD, null);
		for (int i = 0; i < 100; i++) {
			create(this.destination, "B", null, TemplateType.STANDARD, null);
		}
		assertThat(push(1, 2, false).get("ErrorCode").asInt()).isEqualTo(1105);
		assertThat(push(1, 2, true).get("ErrorCode").asInt()).isEqualTo(1105);
	}

	@Test
	void asksWhetherToPerformTheChanges() throws Exception {
		assertThat(push("{\"SourceServerID\":\"1\",\"DestinationServerID\":2}").get("ErrorCode").asInt())
			.isEqualTo(1120);
		assertThat(push("{\"SourceServerID\":\"x\",\"PerformChanges\":true}").get("ErrorCode").asInt()).isEqualTo(403);
	}

	@Test
	void isNotTakenForATemplateCalledPush() throws Exception {
		assertThat(send("{}", "X-Postmark-Server-Token", "server-token").get("ErrorCode").asInt()).isEqualTo(10);
	}

	private static void create(TemplateStore store, String name, String alias, TemplateType type, String layout) {
		boolean standard = type == TemplateType.STANDARD;
		store.create(new TemplateDraft(name, alias, standard ? "S" : null, standard ? "<p>" : "{{{@content}}}", null,
				type, layout != null, layout));
	}

	private JsonNode push(int from, int to, boolean perform) throws Exception {
		return push("{\"SourceServerID\":%d,\"DestinationServerID\":%d,\"PerformChanges\":%b}".formatted(from, to,
				perform));
	}

	private JsonNode push(String json) throws Exception {
		return send(json, "X-Postmark-Account-Token", "account-token");
	}

	private JsonNode send(String json, String header, String token) throws Exception {
		HttpRequest request = HttpRequest
			.newBuilder(URI.create("http://localhost:" + this.listener.port() + "/templates/push"))
			.headers("Content-Type", "application/json", header, token)
			.PUT(HttpRequest.BodyPublishers.ofString(json))
			.build();
		return Postmark.json(HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body());
	}

}

package io.github.postmarkspring.emulator.webhook;

import java.util.concurrent.CompletableFuture;

import io.github.postmarkspring.emulator.Postmark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

class WebhookTests {

	private static final String URL = "\"Url\":\"https://hooks.shop.example/postmark\"";

	@RegisterExtension
	final Postmark postmark = new Postmark();

	@Test
	void createsAWebhookAsDocumented() {
		JsonNode created = create("""
				{ "Url": "https://hooks.shop.example/postmark", "MessageStream": "outbound",
				  "HttpAuth": { "Username": "pm", "Password": "s3cret" },
				  "HttpHeaders": [ { "Name": "X-Hook-Key", "Value": "k1" } ], "Verify": false,
				  "Triggers": { "Open": { "Enabled": true, "PostFirstOpenOnly": true }, "Click": { "Enabled": true },
				    "Bounce": { "Enabled": true, "IncludeContent": true } } }""");
		assertThat(created).isEqualTo(Postmark.json("""
				{ "ID": %s, "Url": "https://hooks.shop.example/postmark", "MessageStream": "outbound",
				  "HttpAuth": { "Username": "pm", "Password": "s3cret" },
				  "HttpHeaders": [ { "Name": "X-Hook-Key", "Value": "k1" } ],
				  "Triggers": { "Open": { "Enabled": true, "PostFirstOpenOnly": true }, "Click": { "Enabled": true },
				    "Delivery": { "Enabled": false }, "Bounce": { "Enabled": true, "IncludeContent": true },
				    "SpamComplaint": { "Enabled": false, "IncludeContent": false },
				    "SubscriptionChange": { "Enabled": false } }, "Status": "unverified" }"""
			.formatted(created.get("ID"))));
		assertThat(this.postmark.get("/webhooks/" + created.get("ID")).json()).isEqualTo(created);
	}

	@Test
	void editsWhatIsSentAndKeepsTheOtherTriggers() {
		JsonNode created = create("{" + URL + ",\"Triggers\":{\"Click\":{\"Enabled\":true}}}");
		assertThat(created.get("Status").asString()).isEqualTo("verified");
		assertThat(created.has("HttpAuth")).isFalse();
		String path = "/webhooks/" + created.get("ID");
		JsonNode edited = this.postmark
			.server("PUT", path, "{\"Triggers\":{\"Open\":{\"Enabled\":true}},\"Verify\":false}")
			.json();
		assertThat(edited.at("/Triggers/Click/Enabled").asBoolean()).isTrue();
		assertThat(edited.at("/Triggers/Open/Enabled").asBoolean()).isTrue();
		assertThat(edited.get("Status").asString()).isEqualTo("unverified");
		JsonNode again = this.postmark
			.server("PUT", path, "{\"ID\":" + created.get("ID") + ",\"messageStream\":\"outbound\"}")
			.json();
		assertThat(again).isEqualTo(edited);
		assertThat(this.postmark.server("PUT", path, "{\"Url\":\"http://other.example/\"}").json())
			.isEqualTo(((ObjectNode) edited).put("Url", "http://other.example/").put("Status", "verified"));
	}

	@Test
	void losesNoneOfTwoEditsAtATime() {
		String path = "/webhooks/" + create("{" + URL + "}").get("ID");
		for (int i = 0; i < 200; i++) {
			boolean on = i % 2 == 0;
			String click = "{\"Triggers\":{\"Click\":{\"Enabled\":" + on + "}}}";
			CompletableFuture<Postmark.Answer> other = CompletableFuture
				.supplyAsync(() -> this.postmark.server("PUT", path, click));
			this.postmark.server("PUT", path, "{\"Triggers\":{\"Open\":{\"Enabled\":" + on + "}}}");
			other.join();
			JsonNode triggers = this.postmark.get(path).json().get("Triggers");
			assertThat(triggers.at("/Click/Enabled").asBoolean()).isEqualTo(on);
			assertThat(triggers.at("/Open/Enabled").asBoolean()).isEqualTo(on);
		}
	}

	@Test
	void listsByStreamAndForgetsWhatIsDeleted() {
		JsonNode one = create("{" + URL + "}");
		JsonNode two = create("{" + URL + ",\"MessageStream\":\"broadcast\"}");
		assertThat(list("")).isEqualTo(Postmark.json("{\"Webhooks\":[" + one + "," + two + "]}"));
		assertThat(list("?MessageStream=Broadcast")).isEqualTo(Postmark.json("{\"Webhooks\":[" + two + "]}"));
		assertThat(this.postmark.get("/webhooks?MessageStream=x").error()).isEqualTo("422/1226");
		assertThat(this.postmark.server("DELETE", "/webhooks/" + one.get("ID"), null).json())
			.isEqualTo(Postmark.json("{\"ErrorCode\":0,\"Message\":\"Webhook " + one.get("ID") + " removed.\"}"));
		assertThat(list("")).isEqualTo(Postmark.json("{\"Webhooks\":[" + two + "]}"));
	}

	@Test
	void hasPostedNothing() {
		JsonNode created = create("{" + URL + ",\"Triggers\":{\"Bounce\":{\"Enabled\":true}}}");
		ObjectNode statistics = (ObjectNode) this.postmark.get("/webhooks/" + created.get("ID") + "/statistics").json();
		assertThat(statistics.remove("TimeRange").get("Hours").asInt()).isEqualTo(24);
		String metrics = """
				{ "TotalRequests": 0, "SuccessCount": 0, "FailureCount": 0, "RetryCount": 0, "SuccessRate": 0.0,
				  "SlowCount": 0, "VerySlowCount": 0, "AverageTerminalResponseTimeMs": 0,
				  "AverageRetryResponseTimeMs": null }""";
		assertThat(statistics).isEqualTo(Postmark.json("""
				{ "WebhookId": %s, "ServerId": 1, "MessageStreamId": "outbound",
				  "Url": "https://hooks.shop.example/postmark", "Statuses": { "Bounce": "verified" },
				  "Metrics": %s, "MetricsByTrigger": { "Bounce": %s } }""".formatted(created.get("ID"), metrics,
				metrics)));
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', quoteCharacter = '`',
			value = { "``; 1355", "null; 1355", "{}; 1354", "{\"Url\":\"nowhere\"}; 1354",
					"{\"Url\":\"ftp://a.example\"}; 1354", "{\"Url\":\"http://a b\"}; 1354", "{\"ID\":1}; 1356",
					"{\"Status\":\"verified\"}; 1363", "{\"Status\":\"x\"}; 1362", "{\"MessageStream\":\"x\"}; 1226",
					"{\"MessageStream\":\"inbound\"}; 1351", "{\"MessageStream\":\"old\"}; 1350",
					"{\"Url\":\"http://a.example\",\"HttpHeaders\":[{\"Name\":\"a b\",\"Value\":\"x\"}]}; 1358",
					"{\"Url\":\"http://a.example\",\"HttpHeaders\":[{\"Name\":\"a\",\"Value\":\"x\\r\\ny\"}]}; 1361",
					"{\"Url\":\"http://a.example\",\"HttpAuth\":{\"Username\":\"x\"}}; 1361", "{\"Triggers\":[]}; 1354",
					"{\"Url\":\"http://a.example\",\"Triggers\":[]}; 403" })
	void refusesABadWebhook(String body, int code) {
		this.postmark.server("POST", "/message-streams",
				"{\"ID\":\"old\",\"Name\":\"o\",\"MessageStreamType\":\"Transactional\"}");
		this.postmark.server("POST", "/message-streams/old/archive", null);
		assertThat(this.postmark.server("POST", "/webhooks", body).error()).isEqualTo("422/" + code);
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', quoteCharacter = '`', value = { "``; 1355", "{\"ID\":1}; 1357",
			"{\"MessageStream\":\"broadcast\"}; 1357", "{\"Status\":\"verified\"}; 1363", "{\"Url\":\"\"}; 1354" })
	void refusesABadEdit(String body, int code) {
		String path = "/webhooks/" + create("{" + URL + "}").get("ID");
		assertThat(this.postmark.server("PUT", path, body).error()).isEqualTo("422/" + code);
	}

	@ParameterizedTest
	@CsvSource({ "GET,''", "PUT,''", "DELETE,''", "POST,/verify", "GET,/statistics" })
	void answersAnUnknownWebhookWithCode1352(String method, String action) {
		assertThat(this.postmark.server(method, "/webhooks/99" + action, "{}").error()).isEqualTo("422/1352");
		assertThat(this.postmark.server(method, "/webhooks/x" + action, "{}").error()).isEqualTo("422/1352");
	}

	@Test
	void refusesMoreThanTenWebhooksForAStream() {
		for (int i = 0; i < 10; i++) {
			create("{" + URL + "}");
		}
		assertThat(this.postmark.server("POST", "/webhooks", "{" + URL + "}").error()).isEqualTo("422/1359");
		create("{" + URL + ",\"MessageStream\":\"broadcast\"}");
	}

	private JsonNode list(String query) {
		return this.postmark.get("/webhooks" + query).json();
	}

	private JsonNode create(String json) {
		Postmark.Answer answer = this.postmark.server("POST", "/webhooks", json);
		assertThat(answer.status()).as(answer.body()).isEqualTo(200);
		return answer.json();
	}

}

package io.github.postmarkspring.emulator.webhook;

import java.util.List;
import java.util.Map;

import io.github.postmarkspring.emulator.Postmark;
import io.github.postmarkspring.emulator.Receiver;
import io.github.postmarkspring.emulator.bounce.BounceType;
import io.github.postmarkspring.emulator.control.EmulatorControl;
import io.github.postmarkspring.emulator.tracking.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import static io.github.postmarkspring.emulator.Postmark.eventually;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is posted for each event, field by field.
 */
class WebhookPostingTests {

	private static final Visitor VISITOR = new Visitor("ExampleAgent/1.0",
			Map.of("Name", "Firefox 140", "Company", "Mozilla", "Family", "Firefox"),
			Map.of("Name", "Linux", "Company", "", "Family", "Linux"), "Desktop", Map.of("City", "Utrecht"));

	@RegisterExtension
	final Postmark postmark = new Postmark();

	@RegisterExtension
	final Receiver receiver = new Receiver();

	@Test
	void postsADelivery() {
		webhook("\"Delivery\":{\"Enabled\":true}");
		String id = send();
		Receiver.Received request = this.receiver.take();
		assertThat(request.method()).isEqualTo("POST");
		assertThat(request.path()).isEqualTo("/postmark?a=b");
		assertThat(request.header("Content-Type")).isEqualTo("application/json");
		assertThat(request.header("User-Agent")).isEqualTo("Postmark");
		assertThat(request.header("X-PM-Retries-Remaining")).isEqualTo("6");
		assertThat(request.header("X-PM-Webhook-Trace-Id")).hasSize(36);
		ObjectNode json = (ObjectNode) request.json();
		assertThat(json.remove("DeliveredAt").asString())
			.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{7}Z");
		assertThat(json).isEqualTo(Postmark.json("""
				{ "RecordType": "Delivery", "MessageStream": "outbound", "ServerID": 1,
				  "MessageID": "%s", "Recipient": "ann@mail.example", "Tag": "order",
				  "Details": "smtp;250 ok", "Metadata": { "orderId": "42" } }""".formatted(id)));
	}

	@Test
	void postsABounceAndTheChangeOfTheSubscription() {
		webhook("\"Bounce\":{\"Enabled\":true},\"SubscriptionChange\":{\"Enabled\":true}");
		String id = send();
		long bounce = this.postmark.emulator().control().bounce(id, "ann@mail.example", BounceType.HARD_BOUNCE);
		List<Receiver.Received> both = this.receiver.take(2);
		ObjectNode json = find(both, "Bounce");
		assertThat(json.remove("BouncedAt").asString()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{7}Z");
		assertThat(json).isEqualTo(Postmark.json("""
				{ "RecordType": "Bounce", "MessageStream": "outbound", "ID": %s, "Type": "HardBounce", "TypeCode": 1,
				  "Name": "Hard bounce", "Tag": "order", "MessageID": "%s",
				  "Metadata": { "orderId": "42" }, "ServerID": 1,
				  "Description": "The server was unable to deliver your message.",
				  "Details": "smtp;550 5.1.1 The email account that you tried to reach does not exist.",
				  "Email": "ann@mail.example", "From": "orders@shop.example",
				  "DumpAvailable": true, "Inactive": true, "CanActivate": true, "Subject": "Order 42" }"""
			.formatted(bounce, id)));
		ObjectNode change = find(both, "SubscriptionChange");
		assertThat(change.remove("ChangedAt").asString()).endsWith("Z");
		assertThat(change).isEqualTo(Postmark.json("""
				{ "RecordType": "SubscriptionChange", "MessageID": "%s", "ServerID": 1, "MessageStream": "outbound",
				  "Recipient": "ann@mail.example", "Origin": "Recipient", "SuppressSending": true,
				  "SuppressionReason": "HardBounce", "Tag": "order", "Metadata": { "orderId": "42" } }"""
			.formatted(id)));
	}

	@Test
	void postsAComplaintWithItsContentIfAsked() {
		webhook("\"SpamComplaint\":{\"Enabled\":true,\"IncludeContent\":true}");
		String id = send();
		long complaint = this.postmark.emulator().control().bounce(id, "ann@mail.example", BounceType.SPAM_COMPLAINT);
		ObjectNode json = (ObjectNode) this.receiver.take().json();
		assertThat(json.remove("BouncedAt").asString()).endsWith("Z");
		assertThat(json.remove("Content").asString()).contains(id);
		assertThat(json).isEqualTo(Postmark.json("""
				{ "RecordType": "SpamComplaint", "MessageStream": "outbound", "ID": %s, "Type": "SpamComplaint",
				  "TypeCode": 100001, "Name": "Spam complaint", "Tag": "order", "MessageID": "%s",
				  "Metadata": { "orderId": "42" }, "ServerID": 1,
				  "Description": "The subscriber explicitly marked this message as spam.", "Details": "",
				  "Email": "ann@mail.example", "From": "orders@shop.example", "DumpAvailable": true,
				  "Inactive": true, "CanActivate": false, "Subject": "Order 42" }""".formatted(complaint, id)));
	}

	@Test
	void postsEveryOpenOrOnlyTheFirst() {
		webhook("\"Open\":{\"Enabled\":true}");
		this.postmark.server("POST", "/webhooks", """
				{ "Url": "%s", "Triggers": { "Open": { "Enabled": true, "PostFirstOpenOnly": true } } }"""
			.formatted(this.receiver.url("/first")));
		String id = send();
		this.postmark.emulator().control().open(id, "ann@mail.example", VISITOR);
		this.postmark.emulator().control().open(id, "ann@mail.example", VISITOR);
		List<Receiver.Received> opens = this.receiver.take(3);
		eventually(() -> assertThat(this.postmark.emulator().control().pendingWebhooks()).isZero());
		assertThat(this.receiver.left()).isZero();
		assertThat(opens).extracting(Receiver.Received::path)
			.containsExactlyInAnyOrder("/postmark?a=b", "/postmark?a=b", "/first");
		ObjectNode json = opens.stream()
			.filter((open) -> open.path().equals("/first"))
			.map((open) -> (ObjectNode) open.json())
			.findFirst()
			.orElseThrow();
		assertThat(json.remove("ReceivedAt").asString()).endsWith("Z");
		assertThat(json).isEqualTo(Postmark
			.json("""
					{ "RecordType": "Open", "MessageStream": "outbound", "FirstOpen": true,
					  "Client": { "Name": "Firefox 140", "Company": "Mozilla", "Family": "Firefox" },
					  "OS": { "Name": "Linux", "Company": "", "Family": "Linux" },
					  "Platform": "Desktop", "UserAgent": "ExampleAgent/1.0", "ReadSeconds": 0, "Geo": { "City": "Utrecht" },
					  "MessageID": "%s", "Metadata": { "orderId": "42" }, "Tag": "order", "Recipient": "ann@mail.example" }"""
				.formatted(id)));
	}

	@Test
	void postsTheFirstClickOnALink() {
		webhook("\"Click\":{\"Enabled\":true}");
		String id = send();
		EmulatorControl control = this.postmark.emulator().control();
		control.click(id, "ann@mail.example", "https://shop.example/orders/42", true, VISITOR);
		control.click(id, "ann@mail.example", "https://shop.example/orders/42", false, VISITOR);
		ObjectNode json = (ObjectNode) this.receiver.take().json();
		eventually(() -> assertThat(control.pendingWebhooks()).isZero());
		assertThat(this.receiver.left()).isZero();
		assertThat(json.remove("ReceivedAt").asString()).endsWith("Z");
		assertThat(json).isEqualTo(Postmark.json("""
				{ "RecordType": "Click", "MessageStream": "outbound", "ClickLocation": "HTML",
				  "Client": { "Name": "Firefox 140", "Company": "Mozilla", "Family": "Firefox" },
				  "OS": { "Name": "Linux", "Company": "", "Family": "Linux" }, "Platform": "Desktop",
				  "UserAgent": "ExampleAgent/1.0", "OriginalLink": "https://shop.example/orders/42",
				  "Geo": { "City": "Utrecht" }, "MessageID": "%s", "Metadata": { "orderId": "42" },
				  "Tag": "order", "Recipient": "ann@mail.example" }""".formatted(id)));
	}

	@Test
	void postsAReactivationWithoutACause() {
		webhook("\"SubscriptionChange\":{\"Enabled\":true}");
		String path = "/message-streams/outbound/suppressions";
		String body = "{\"Suppressions\":[{\"EmailAddress\":\"bob@mail.example\"}]}";
		this.postmark.server("POST", path, body);
		this.postmark.server("POST", path, body);
		assertThat(withoutTime(this.receiver.take())).isEqualTo(Postmark.json("""
				{ "RecordType": "SubscriptionChange", "MessageID": null, "ServerID": 1, "MessageStream": "outbound",
				  "Recipient": "bob@mail.example", "Origin": "Customer", "SuppressSending": true,
				  "SuppressionReason": "ManualSuppression", "Tag": null, "Metadata": {} }"""));
		this.postmark.server("POST", path + "/delete", body);
		this.postmark.server("POST", path + "/delete", body);
		assertThat(withoutTime(this.receiver.take())).isEqualTo(Postmark.json("""
				{ "RecordType": "SubscriptionChange", "MessageID": null, "ServerID": 1, "MessageStream": "outbound",
				  "Recipient": "bob@mail.example", "Origin": "Customer", "SuppressSending": false,
				  "SuppressionReason": null, "Tag": null, "Metadata": {} }"""));
		assertThat(this.receiver.left()).isZero();
	}

	@Test
	void tellsOfAnUnsubscriptionOnceAndByNoBounce() {
		webhook("\"Bounce\":{\"Enabled\":true},\"SubscriptionChange\":{\"Enabled\":true}");
		String id = send();
		this.postmark.emulator().control().unsubscribe(id, "ann@mail.example");
		assertThat(withoutTime(this.receiver.take())).isEqualTo(Postmark.json("""
				{ "RecordType": "SubscriptionChange", "MessageID": "%s", "ServerID": 1, "MessageStream": "outbound",
				  "Recipient": "ann@mail.example", "Origin": "Recipient", "SuppressSending": true,
				  "SuppressionReason": "ManualSuppression", "Tag": "order", "Metadata": { "orderId": "42" } }"""
			.formatted(id)));
		eventually(() -> assertThat(this.postmark.emulator().control().pendingWebhooks()).isZero());
		assertThat(this.receiver.left()).isZero();
		assertThat(this.postmark.get("/messages/outbound/" + id + "/details")
			.json()
			.at("/MessageEvents/1/Type")
			.asString()).isEqualTo("SubscriptionChanged");
	}

	@Test
	void tellsOnlyTheWebhooksOfTheStreamThatAreOnAndVerified() {
		webhook("\"Click\":{\"Enabled\":true}");
		this.postmark.server("POST", "/webhooks", """
				{ "Url": "%s", "MessageStream": "broadcast", "Triggers": { "Delivery": { "Enabled": true } } }"""
			.formatted(this.receiver.url("/broadcast")));
		this.postmark.server("POST", "/webhooks", """
				{ "Url": "%s", "Verify": false, "Triggers": { "Delivery": { "Enabled": true } } }"""
			.formatted(this.receiver.url("/unverified")));
		send();
		assertThat(this.postmark.emulator().control().webhookAttempts()).isEmpty();
		assertThat(this.postmark.emulator().control().pendingWebhooks()).isZero();
	}

	@Test
	void postsToTheOlderHookUrlsOfTheServer() {
		this.postmark.server("PUT", "/server", """
				{ "DeliveryHookUrl": "%s", "BounceHookUrl": "%s", "IncludeBounceContentInHook": true }"""
			.formatted(this.receiver.url("/delivery"), this.receiver.url("/bounce")));
		String id = send();
		assertThat(this.receiver.take().path()).isEqualTo("/delivery");
		this.postmark.emulator().control().bounce(id, "ann@mail.example", BounceType.SOFT_BOUNCE);
		Receiver.Received bounce = this.receiver.take();
		assertThat(bounce.path()).isEqualTo("/bounce");
		assertThat(bounce.json().get("Content").asString()).contains(id);
		assertThat(bounce.json().get("Inactive").asBoolean(true)).isFalse();
	}

	@Test
	void postsAnSmtpApiErrorOnlyIfTheServerIsSetUpForIt() {
		webhook("\"Bounce\":{\"Enabled\":true}");
		String id = send();
		this.postmark.emulator().control().bounce(id, "ann@mail.example", BounceType.SMTP_API_ERROR);
		assertThat(this.postmark.emulator().control().pendingWebhooks()).isZero();
		this.postmark.server("PUT", "/server", "{\"EnableSmtpApiErrorHooks\":true}");
		this.postmark.emulator().control().bounce(id, "ann@mail.example", BounceType.SMTP_API_ERROR);
		JsonNode json = this.receiver.take().json();
		assertThat(json.get("TypeCode").asInt()).isEqualTo(100007);
		assertThat(this.receiver.left()).isZero();
	}

	private static JsonNode withoutTime(Receiver.Received request) {
		ObjectNode json = (ObjectNode) request.json();
		assertThat(json.remove("ChangedAt").asString()).endsWith("Z");
		return json;
	}

	private static ObjectNode find(List<Receiver.Received> requests, String event) {
		return requests.stream()
			.filter((request) -> request.event().equals(event))
			.map((request) -> (ObjectNode) request.json())
			.findFirst()
			.orElseThrow();
	}

	private JsonNode webhook(String triggers) {
		return this.postmark
			.server("POST", "/webhooks",
					"{\"Url\":\"" + this.receiver.url("/postmark?a=b") + "\",\"Triggers\":{" + triggers + "}}")
			.json();
	}

	private String send() {
		return this.postmark.accepted("""
				{ "From": "Shop <orders@shop.example>", "To": "ann@mail.example", "Subject": "Order 42", "Tag": "order",
				  "HtmlBody": "x", "Metadata": { "orderId": "42" } }""");
	}

}

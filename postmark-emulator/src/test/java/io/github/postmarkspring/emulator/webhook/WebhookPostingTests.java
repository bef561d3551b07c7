package io.github.postmarkspring.emulator.webhook;

import java.util.List;

import io.github.postmarkspring.emulator.Postmark;
import io.github.postmarkspring.emulator.Receiver;
import io.github.postmarkspring.emulator.bounce.BounceType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is posted for each event, field by field.
 */
class WebhookPostingTests {

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

package io.github.postmarkspring.emulator.mailbox;

import java.util.Map;

import io.github.postmarkspring.emulator.Postmark;
import io.github.postmarkspring.emulator.Receiver;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static io.github.postmarkspring.emulator.Postmark.eventually;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the page offers to do with a message, and what it shows of it.
 */
class ActivityTests {

	private static final String[] JSON = { "Content-Type", "application/json" };

	@RegisterExtension
	final Postmark postmark = new Postmark();

	@RegisterExtension
	final Receiver receiver = new Receiver();

	@BeforeEach
	void addWebhook() {
		this.postmark.server("POST", "/webhooks", """
				{ "Url": "%s", "Triggers": { "Open": { "Enabled": true }, "Click": { "Enabled": true },
				  "Bounce": { "Enabled": true }, "SpamComplaint": { "Enabled": true },
				  "SubscriptionChange": { "Enabled": true } } }"""
			.formatted(this.receiver.url("/hook?key=s3cret").replace("http://", "http://pm:s3cret@")));
	}

	@ParameterizedTest
	@CsvSource({ "open,Open,Opened", "click,Click,LinkClicked", "soft-bounce,Bounce,Bounced",
			"unsubscribe,SubscriptionChange,SubscriptionChanged" })
	void letsARecipientActAndShowsTheWebhook(String action, String event, String type) {
		this.receiver.next(200, "<b>thanks</b>", Map.of());
		String id = send();
		assertThat(act(id, action, "bob@mail.example").status()).isEqualTo(200);
		Receiver.Received request = this.receiver.take();
		assertThat(request.event()).isEqualTo(event);
		assertThat(request.body()).contains("bob@mail.example");
		eventually(() -> assertThat(activity(id).get("attempts").size()).isEqualTo(1));
		JsonNode activity = activity(id);
		assertThat(activity.at("/attempts/0/event").asString()).isEqualTo(event);
		assertThat(activity.at("/attempts/0/status").asInt()).isEqualTo(200);
		assertThat(activity.at("/attempts/0/answer").asString()).isEqualTo("<b>thanks</b>");
		assertThat(activity.at("/attempts/0/outcome").asString()).isEqualTo("ACCEPTED");
		assertThat(activity.toString()).doesNotContain("s3cret");
		assertThat(activity.at("/events/2/type").asString()).isEqualTo(type);
		assertThat(activity.at("/events/2/recipient").asString()).isEqualTo("bob@mail.example");
	}

	@ParameterizedTest
	@CsvSource({ "bounce,Bounce,HardBounce", "complain,SpamComplaint,SpamComplaint" })
	void suppressesTheAddressToo(String action, String event, String reason) {
		String id = send();
		act(id, action, "ann@mail.example");
		assertThat(this.receiver.take(2)).extracting(Receiver.Received::event)
			.containsExactlyInAnyOrder(event, "SubscriptionChange");
		assertThat(this.postmark.get("/message-streams/outbound/suppressions/dump")
			.json()
			.at("/Suppressions/0/SuppressionReason")
			.asString()).isEqualTo(reason);
	}

	@Test
	void offersTheRecipientsAndTheLinks() {
		JsonNode message = this.postmark.get("/mailbox/api/messages/" + send(), "Accept", "*/*").json();
		assertThat(message.get("recipients").toString()).isEqualTo("[\"ann@mail.example\",\"bob@mail.example\"]");
		assertThat(message.get("links").toString())
			.isEqualTo("[\"https://shop.example/?a&b\",\"https://shop.example/text\"]");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "{\"action\":\"open\",\"recipient\":\"nobody@mail.example\"}",
			"{\"action\":\"explode\",\"recipient\":\"ann@mail.example\"}",
			"{\"action\":\"click\",\"recipient\":\"ann@mail.example\"}" })
	void saysWhatCannotBeDone(String body) {
		Postmark.Answer answer = this.postmark.post("/mailbox/api/messages/" + send() + "/activity", body, JSON);
		assertThat(answer.error()).isEqualTo("400/400");
		assertThat(answer.message()).isNotEmpty();
	}

	@Test
	void takesNoOrdersFromOtherWebSites() {
		String id = send();
		assertThat(this.postmark
			.post("/mailbox/api/messages/" + id + "/activity", "{}", "Content-Type", "application/json", "Origin",
					"https://evil.example")
			.status()).isEqualTo(403);
		assertThat(this.postmark
			.post("/mailbox/api/inbound", "{}", "Content-Type", "application/json", "Origin", "https://evil.example")
			.status()).isEqualTo(403);
		assertThat(this.postmark.post("/mailbox/api/inbound", "{}", "Content-Type", "text/plain").status())
			.isEqualTo(415);
	}

	@Test
	void tellsOfTheAttemptsInOtherLanguages() {
		String id = send();
		this.postmark.post("/_emulator/messages/" + id + "/unsubscribe", "{\"Recipient\":\"ann@mail.example\"}", JSON);
		this.receiver.take();
		eventually(() -> assertThat(this.postmark.get("/_emulator/webhooks").json().get("Pending").asInt()).isZero());
		JsonNode attempt = this.postmark.get("/_emulator/webhooks?messageID=" + id).json().at("/Attempts/0");
		assertThat(attempt.propertyNames()).containsExactly("Number", "Time", "TraceID", "Event", "ServerID",
				"WebhookID", "MessageID", "Address", "Retry", "Status", "Failure", "Answer", "Milliseconds", "Outcome");
		assertThat(attempt.get("Event").asString()).isEqualTo("SubscriptionChange");
		assertThat(attempt.get("Outcome").asString()).isEqualTo("ACCEPTED");
		assertThat(this.postmark.get("/_emulator/webhooks?messageID=x").json().get("Attempts").isEmpty()).isTrue();
	}

	private JsonNode activity(String id) {
		return this.postmark.get("/mailbox/api/messages/" + id + "/activity", "Accept", "*/*").json();
	}

	private Postmark.Answer act(String id, String action, String recipient) {
		return this.postmark.post("/mailbox/api/messages/" + id + "/activity", "{\"action\":\"" + action
				+ "\",\"recipient\":\"" + recipient + "\",\"link\":\"https://shop.example/?a&b\"}", JSON);
	}

	private String send() {
		return this.postmark.accepted("""
				{ "From": "a@b.example", "To": "ann@mail.example, bob@mail.example",
				  "HtmlBody": "<a href='https://shop.example/?a&amp;b'>x</a><a href='javascript:alert(1)'>y</a>",
				  "TextBody": "See https://shop.example/text" }""");
	}

}

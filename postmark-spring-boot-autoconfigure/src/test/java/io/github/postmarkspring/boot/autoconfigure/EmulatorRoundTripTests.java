package io.github.postmarkspring.boot.autoconfigure;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;

import io.github.postmarkspring.client.PostmarkClientFactory;
import io.github.postmarkspring.client.error.InvalidMessageException;
import io.github.postmarkspring.client.error.InvalidTokenException;
import io.github.postmarkspring.client.error.PostmarkApiException;
import io.github.postmarkspring.client.message.Attachment;
import io.github.postmarkspring.client.message.BatchItem;
import io.github.postmarkspring.client.message.BatchResult;
import io.github.postmarkspring.client.message.Email;
import io.github.postmarkspring.client.message.EmailAddress;
import io.github.postmarkspring.client.message.MessageDefaults;
import io.github.postmarkspring.client.message.PostmarkSender;
import io.github.postmarkspring.client.message.SendResult;
import io.github.postmarkspring.client.message.TemplatedEmail;
import io.github.postmarkspring.client.message.TrackLinks;
import io.github.postmarkspring.client.server.ServerQuery;
import io.github.postmarkspring.emulator.PostmarkEmulator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * From the client to the emulator and back, which share no model: what one misspells the
 * other does not understand.
 */
class EmulatorRoundTripTests {

	private final PostmarkEmulator emulator = PostmarkEmulator.start();

	private final PostmarkClientFactory factory = PostmarkClientFactory.create(this.emulator.baseUrl(),
			RestClient.builder());

	private final PostmarkSender sender = sender(this.emulator.serverToken());

	private PostmarkSender sender(String token) {
		return this.factory.sender(() -> token, MessageDefaults.none());
	}

	@AfterEach
	void stop() {
		this.emulator.close();
	}

	@Test
	void everyFieldArrives() throws Exception {
		SendResult result = this.sender
			.send(withoutRecipient().to(new EmailAddress("ann@mail.example", "Doe, \"Ann\" \\ Zoë"))
				.cc("cc@mail.example")
				.bcc("bcc@mail.example")
				.replyTo("Help <help@shop.example>")
				.htmlBody("<p>Thanks <img src=\"cid:logo\"></p>")
				.tag("order")
				.header("X-Trace", "abc")
				.metadata("orderId", "42")
				.attachment(Attachment.of("note.txt", new byte[] { 'H', 'i' }))
				.attachment(Attachment.of("logo.png", new byte[] { 1, 2, 3 }).inline("logo"))
				.messageStream("broadcast")
				.trackOpens(true)
				.trackLinks(TrackLinks.HTML_ONLY)
				.build());
		JsonNode message = details(result.messageId());
		assertThat(message.path("From").asString()).contains("Shop").contains("orders@shop.example");
		assertThat(message.path("To")).isEqualTo(json("""
				[ { "Email": "ann@mail.example", "Name": "Doe, \\"Ann\\" \\\\ Zoë" } ]"""));
		assertThat(message.path("Cc")).isEqualTo(json("[ { \"Email\": \"cc@mail.example\", \"Name\": null } ]"));
		assertThat(message.path("Bcc")).isEqualTo(json("[ { \"Email\": \"bcc@mail.example\", \"Name\": null } ]"));
		assertThat(message.path("Recipients"))
			.isEqualTo(json("[ \"ann@mail.example\", \"cc@mail.example\", \"bcc@mail.example\" ]"));
		assertThat(message.path("Subject").asString()).isEqualTo("Order 42");
		assertThat(message.path("HtmlBody").asString()).isEqualTo("<p>Thanks <img src=\"cid:logo\"></p>");
		assertThat(message.path("TextBody").asString()).isEqualTo("Thanks");
		assertThat(message.path("Tag").asString()).isEqualTo("order");
		assertThat(message.path("Metadata")).isEqualTo(json("{ \"orderId\": \"42\" }"));
		assertThat(message.path("Attachments")).isEqualTo(json("[ \"note.txt\", \"logo.png\" ]"));
		assertThat(message.path("MessageStream").asString()).isEqualTo("broadcast");
		assertThat(message.path("TrackOpens").asBoolean()).isTrue();
		assertThat(message.path("TrackLinks").asString()).isEqualTo("HtmlOnly");
		assertThat(message.path("Body").asString()).contains("X-Trace: abc").contains("help@shop.example");
		assertThat(result.submittedAt()).isNotNull();
	}

	@Test
	void manyMessagesArriveAndEachHasItsOutcome() throws Exception {
		BatchResult result = this.sender
			.sendAll(List.of(builder().build(), builder().messageStream("nowhere").build(), builder().build()));
		assertThat(result.accepted()).extracting(BatchItem.Accepted::index).containsExactly(0L, 2L);
		assertThat(result.rejected()).singleElement()
			.satisfies((item) -> assertThat(item.reason().errorCode()).isEqualTo(1235));
		for (BatchItem.Accepted item : result.accepted()) {
			assertThat(details(item.result().messageId()).path("Subject").asString()).isEqualTo("Order 42");
		}
	}

	@Test
	void aTemplatedMessageArrivesRendered() throws Exception {
		post("/templates", """
				{ "Name": "Order paid", "Alias": "order-paid", "Subject": "Order {{number}}",
				  "TextBody": "Thanks {{customer.name}}: {{#each lines}}{{sku}} {{/each}}" }""");
		TemplatedEmail message = TemplatedEmail.builder()
			.from("orders@shop.example")
			.to("ann@mail.example")
			.templateAlias("order-paid")
			.templateModel(Map.of("number", 42, "customer", new Customer("Ann"), "lines",
					List.of(Map.of("sku", "A1"), Map.of("sku", "B2"))))
			.build();
		JsonNode arrived = details(this.sender.send(message).messageId());
		assertThat(arrived.path("Subject").asString()).isEqualTo("Order 42");
		assertThat(arrived.path("TextBody").asString()).isEqualTo("Thanks Ann: A1 B2 ");
		assertThat(this.sender.sendAll(List.of(message, builder().build(), message)).accepted()).hasSize(3);
		assertThatExceptionOfType(InvalidMessageException.class)
			.isThrownBy(() -> this.sender.send(TemplatedEmail.builder()
				.from("orders@shop.example")
				.to("ann@mail.example")
				.templateAlias("nowhere")
				.build()))
			.satisfies((ex) -> assertThat(ex.errorCode()).isEqualTo(1101));
	}

	@Test
	void theTestTokenIsRecognisedAndNothingIsKept() throws Exception {
		SendResult result = sender("POSTMARK_API_TEST").send(builder().build());
		assertThat(result.test()).isTrue();
		assertThat(get("/messages/outbound?count=10&offset=0").path("TotalCount").asInt()).isZero();
	}

	@Test
	void aWrongTokenIsTold() {
		assertThatExceptionOfType(InvalidTokenException.class)
			.isThrownBy(() -> sender("wrong").send(builder().build()));
		assertThatExceptionOfType(InvalidTokenException.class)
			.isThrownBy(() -> this.factory.accountClient(this.emulator::serverToken)
				.servers()
				.list(ServerQuery.create().count(1)));
		assertThatExceptionOfType(InvalidTokenException.class)
			.isThrownBy(() -> this.factory.serverClient(this.emulator::accountToken).server().get());
	}

	@ParameterizedTest
	@ValueSource(strings = { "nowhere", "inbound" })
	void aStreamThatCannotSendIsTold(String stream) {
		assertThatExceptionOfType(InvalidMessageException.class)
			.isThrownBy(() -> this.sender.send(builder().messageStream(stream).build()))
			.satisfies((ex) -> assertThat(ex.errorCode()).isIn(1235, 1236));
	}

	@Test
	void aServerIsTheOneThatItsAccountLists() {
		long id = this.factory.serverClient(this.emulator::serverToken).server().get().id();
		assertThat(this.factory.accountClient(this.emulator::accountToken)
			.servers()
			.list(ServerQuery.create().count(10))
			.items()).singleElement().satisfies((server) -> {
				assertThat(server.id()).isEqualTo(id);
				assertThat(server.apiTokens()).containsExactly(this.emulator.serverToken());
			});
	}

	@Test
	void whatTheEmulatorDoesNotKnowYetIsARefusal() {
		PostmarkSender sender = PostmarkClientFactory
			.create(URI.create(this.emulator.baseUrl() + "/elsewhere"), RestClient.builder())
			.sender(this.emulator::serverToken, MessageDefaults.none());
		assertThatExceptionOfType(PostmarkApiException.class).isThrownBy(() -> sender.send(builder().build()))
			.satisfies((ex) -> assertThat(ex.status()).hasToString("404 NOT_FOUND"));
	}

	private JsonNode details(String messageId) throws IOException, InterruptedException {
		return get("/messages/outbound/" + messageId + "/details");
	}

	private void post(String path, String json) throws IOException, InterruptedException {
		HttpResponse<String> response = HttpClient.newHttpClient()
			.send(HttpRequest.newBuilder(URI.create(this.emulator.baseUrl() + path))
				.header("X-Postmark-Server-Token", this.emulator.serverToken())
				.header("Content-Type", "application/json")
				.POST(HttpRequest.BodyPublishers.ofString(json))
				.build(), HttpResponse.BodyHandlers.ofString());
		assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
	}

	private JsonNode get(String path) throws IOException, InterruptedException {
		HttpResponse<byte[]> response = HttpClient.newHttpClient()
			.send(HttpRequest.newBuilder(URI.create(this.emulator.baseUrl() + path))
				.header("X-Postmark-Server-Token", this.emulator.serverToken())
				.header("Accept", "application/json")
				.build(), HttpResponse.BodyHandlers.ofByteArray());
		return JsonMapper.shared().readTree(response.body());
	}

	record Customer(String name) {
	}

	private static JsonNode json(String json) {
		return JsonMapper.shared().readTree(json);
	}

	private static Email.Builder builder() {
		return withoutRecipient().to("ann@mail.example");
	}

	private static Email.Builder withoutRecipient() {
		return Email.builder().from("Shop <orders@shop.example>").subject("Order 42").textBody("Thanks");
	}

}

package io.github.postmarkspring.emulator.seed;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;

import io.github.postmarkspring.emulator.Postmark;
import io.github.postmarkspring.emulator.PostmarkEmulator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SeedTests {

	private static final String[] JSON = { "Content-Type", "application/json" };

	private static final String EMAIL = """
			{ "From": "a@b.example", "To": "gone@mail.example", "TextBody": "x" }""";

	@RegisterExtension
	final Postmark postmark = new Postmark();

	@Test
	void makesEverythingTheDocumentationShows() throws IOException {
		assertThat(seed(documented()).status()).isEqualTo(200);
		JsonNode shop = server("shop-token", "/server");
		assertThat(shop.get("Name").asString()).isEqualTo("Shop");
		assertThat(shop.get("Color").asString()).isEqualTo("green");
		assertThat(server("preview-token", "/server").get("DeliveryType").asString()).isEqualTo("Sandbox");
		assertThat(server("shop-token", "/message-streams/receipts").get("Name").asString()).isEqualTo("Receipts");
		assertThat(server("shop-token", "/templates/order-paid").get("LayoutTemplate").asString()).isEqualTo("page");
		assertThat(
				server("shop-token", "/triggers/inboundrules?count=9&offset=0").at("/InboundRules/0/Rule").asString())
			.isEqualTo("spam.example");
		assertThat(server("shop-token", "/messages/outbound?count=9&offset=0").findValuesAsString("Subject"))
			.containsExactly("Hello");
		assertThat(server("shop-token", "/messages/outbound?count=9&offset=0&messagestream=receipts")
			.findValuesAsString("Subject")).containsExactly("Order 42");
		assertThat(server("shop-token", "/webhooks").get("Webhooks").size()).isEqualTo(1);
		assertThat(this.postmark.server("shop-token", "POST", "/email", EMAIL).error()).isEqualTo("422/406");
		assertThat(account("/domains?count=9&offset=0").at("/Domains/0/Name").asString()).isEqualTo("shop.example");
		assertThat(account("/senders?count=9&offset=0").at("/SenderSignatures/0/Confirmed").asBoolean()).isTrue();
	}

	@Test
	void givesTheFirstServerTheTokenTheEmulatorWasStartedWithToo() {
		seed("{\"Servers\":[{\"Name\":\"Shop\",\"ApiTokens\":[\"mine\"]},{\"Name\":\"Other\"}]}");
		assertThat(server("server-token", "/server")).isEqualTo(server("mine", "/server"));
		assertThat(account("/servers?count=9&offset=0").findValuesAsString("Name")).containsExactly("Shop", "Other");
	}

	@Test
	void beginsAnew() {
		this.postmark.accepted(EMAIL);
		this.postmark.account("POST", "/domains", "{\"Name\":\"old.example\"}");
		seed("{\"Senders\":[{\"FromEmail\":\"a@new.example\",\"Name\":\"New\"}]}");
		assertThat(server("server-token", "/messages/outbound?count=9&offset=0").get("TotalCount").asInt()).isZero();
		assertThat(account("/domains?count=9&offset=0").get("TotalCount").asInt()).isZero();
		assertThat(account("/senders?count=9&offset=0").get("TotalCount").asInt()).isEqualTo(1);
		assertThat(server("server-token", "/server").get("Name").asString()).isEqualTo("Emulator");
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', quoteCharacter = '`', value = { "[]; 422/403; Invalid request field(s): $",
			"{\"Server\":[]}; 422/403; Invalid request field(s): $.Server. There may be Domains, Senders, Servers here.",
			"{\"Servers\":{}}; 422/403; Invalid request field(s): $.Servers",
			"{\"Servers\":[{}]}; 422/608; $.Servers[0]: A server needs a 'Name' of at most 100 characters.",
			"{\"Servers\":[{\"Name\":\"a\"},{\"Name\":\"a\"}]}; 422/603; $.Servers[1]: A server of this name exists already.",
			"{\"Servers\":[{\"Name\":\"a\",\"Template\":[]}]}; 422/403; Invalid request field(s): $.Servers[0].Template. There may be ApiTokens,",
			"{\"Servers\":[{\"Name\":\"a\",\"Templates\":{}}]}; 422/403; Invalid request field(s): $.Servers[0].Templates",
			"{\"Servers\":[{\"Name\":\"a\",\"ApiTokens\":[\"x y\"]}]}; 422/403; $.Servers[0]: Invalid request field(s): $.ApiTokens. A token must be",
			"{\"Servers\":[{\"Name\":\"a\",\"ApiTokens\":[1]}]}; 422/403; $.Servers[0].ApiTokens",
			"{\"Servers\":[{\"Name\":\"a\"},{\"Name\":\"b\",\"ApiTokens\":[\"server-token\"]}]}; 422/403; $.Servers[1]: Invalid request field(s): $.ApiTokens. Another server",
			"{\"Servers\":[{\"Name\":\"a\",\"Messages\":[{\"From\":\"x\"}]}]}; 422/300; $.Servers[0].Messages[0]: ",
			"{\"Servers\":[{\"Name\":\"a\",\"Messages\":[{\"From\":1}]}]}; 422/403; $.Servers[0].Messages[0]: Invalid request field(s): $.From",
			"{\"Servers\":[{\"Name\":\"a\",\"Suppressions\":[{\"EmailAddress\":\"x\"}]}]}; 422/1408; $.Servers[0].Suppressions[0]: An invalid email address was provided.",
			"{\"Servers\":[{\"Name\":\"a\",\"Suppressions\":[{\"EmailAddress\":\"a@b.example\",\"MessageStream\":\"a/b\"}]}]}; 422/1226; $.Servers[0].Suppressions[0]: ",
			"{\"Senders\":[{\"FromEmail\":\"a@b.example\",\"Name\":\"A\"},{\"FromEmail\":\"a@b.example\",\"Name\":\"A\"}]}; 422/504; $.Senders[1]: ",
			"{\"Servers\": oops }; 422/402; The request body is not valid JSON." })
	void saysWhereTheMistakeIsAndWhyAsTheApiDoesAndChangesNothing(String seed, String error, String message) {
		String id = this.postmark.accepted(EMAIL);
		Postmark.Answer answer = seed(seed);
		assertThat(answer.error()).isEqualTo(error);
		assertThat(answer.message()).contains(message);
		assertThat(server("server-token", "/messages/outbound/" + id + "/details").get("Status").asString())
			.isEqualTo("Sent");
		assertThat(server("server-token", "/server").get("Name").asString()).isEqualTo("Emulator");
	}

	@Test
	void saysInWhichLineTheJsonBreaks() {
		assertThat(seed("{\n  \"Servers\": oops\n}").message()).contains("See line 2, column ");
	}

	@Test
	void isLimitedInSize() {
		assertThat(seed(" ".repeat(Seed.MAX_BYTES + 1)).error()).isEqualTo("413/300");
		assertThatExceptionOfType(SeedException.class)
			.isThrownBy(() -> this.postmark.emulator().control().seed(" ".repeat(Seed.MAX_BYTES + 1)));
	}

	@Test
	void isThereFromTheBeginningAndAfterEachReset() {
		try (PostmarkEmulator emulator = PostmarkEmulator.builder()
			.serverToken("server-token")
			.seed("{\"Servers\":[{\"Name\":\"First\"}]}")
			.start()) {
			assertThat(name(emulator)).isEqualTo("First");
			emulator.control().seed("{\"Servers\":[{\"Name\":\"Second\"}]}");
			assertThat(name(emulator)).isEqualTo("Second");
			emulator.control().reset();
			assertThat(name(emulator)).isEqualTo("First");
		}
	}

	@Test
	void keepsAnEmulatorFromStartingIfItHasAMistakeAndFreesThePort() {
		int port = this.postmark.port();
		this.postmark.emulator().close();
		PostmarkEmulator.Builder builder = PostmarkEmulator.builder().port(port).seed("{\"Domains\":[{}]}");
		assertThatExceptionOfType(SeedException.class).isThrownBy(builder::start)
			.withMessageStartingWith("$.Domains[0]: ")
			.satisfies((ex) -> assertThat(ex.errorCode()).isBetween(500, 540));
		PostmarkEmulator.builder().port(port).start().close();
	}

	private Postmark.Answer seed(String json) {
		return this.postmark.post("/_emulator/seed", json, JSON);
	}

	private JsonNode server(String token, String path) {
		return this.postmark.server(token, "GET", path, null).json();
	}

	private JsonNode account(String path) {
		return this.postmark.account("GET", path, null).json();
	}

	private String name(PostmarkEmulator emulator) {
		return this.postmark
			.exchange(HttpRequest.newBuilder(emulator.baseUrl().resolve("/server"))
				.header("X-Postmark-Server-Token", "server-token"))
			.json()
			.get("Name")
			.asString();
	}

	private static String documented() throws IOException {
		String page = Files.readString(Path.of("../docs/emulator-standalone.md"));
		int start = page.indexOf("```json\n") + 8;
		return page.substring(start, page.indexOf("```", start));
	}

}

package io.github.postmarkspring.emulator.server;

import io.github.postmarkspring.emulator.Postmark;
import io.github.postmarkspring.emulator.PostmarkEmulator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class InitialServersTests {

	private static final String EMAIL = """
			{ "From": "a@b.example", "To": "c@d.example", "TextBody": "x" }""";

	@RegisterExtension
	final Postmark postmark = new Postmark(
			PostmarkEmulator.builder().server("Newsletter", "newsletter-token").server("Shop"));

	@Test
	void areThereFromTheBeginningBesidesTheFirst() {
		assertThat(names()).containsExactly("Emulator", "Newsletter", "Shop");
		assertThat(server("newsletter-token").get("Name").asString()).isEqualTo("Newsletter");
		assertThat(server("newsletter-token").get("ApiTokens")).isEqualTo(Postmark.json("[\"newsletter-token\"]"));
		assertThat(server("newsletter-token").get("DeliveryType").asString()).isEqualTo("Live");
		assertThat(this.postmark.server("newsletter-token", "GET", "/message-streams", null)
			.json()
			.findValuesAsString("ID")).containsExactlyInAnyOrder("outbound", "inbound", "broadcast");
	}

	@Test
	void shareNothing() {
		assertThat(this.postmark.server("newsletter-token", "POST", "/email", EMAIL).status()).isEqualTo(200);
		assertThat(sent("newsletter-token")).isEqualTo(1);
		assertThat(sent("server-token")).isZero();
		assertThat(server("newsletter-token").get("InboundAddress"))
			.isNotEqualTo(server("server-token").get("InboundAddress"));
	}

	@Test
	void tellTheirTokensByName() {
		PostmarkEmulator emulator = this.postmark.emulator();
		assertThat(emulator.serverToken("newsletter")).isEqualTo("newsletter-token");
		assertThat(emulator.serverToken("Emulator")).isEqualTo("server-token").isEqualTo(emulator.serverToken());
		assertThat(emulator.serverToken("Shop")).hasSize(36);
		assertThat(server(emulator.serverToken("Shop")).get("Name").asString()).isEqualTo("Shop");
		String created = this.postmark.account("POST", "/servers", "{\"Name\":\"Later\"}")
			.json()
			.at("/ApiTokens/0")
			.asString();
		assertThat(emulator.serverToken("Later")).isEqualTo(created);
		assertThatIllegalArgumentException().isThrownBy(() -> emulator.serverToken("Shops"))
			.withMessage("There is no server named 'Shops', but there are: Emulator, Newsletter, Shop, Later");
	}

	@Test
	void areThereAgainAfterAResetWithTheSameTokensAndNothingInThem() {
		String shop = this.postmark.emulator().serverToken("Shop");
		JsonNode before = server("newsletter-token");
		this.postmark.server("newsletter-token", "PUT", "/server", "{\"Name\":\"Renamed\",\"TrackOpens\":true}");
		this.postmark.server("newsletter-token", "POST", "/email", EMAIL);
		this.postmark.account("POST", "/servers", "{\"Name\":\"Later\"}");
		this.postmark.emulator().control().reset();
		assertThat(names()).containsExactly("Emulator", "Newsletter", "Shop");
		assertThat(server("newsletter-token")).isEqualTo(before);
		assertThat(sent("newsletter-token")).isZero();
		assertThat(server(shop).get("Name").asString()).isEqualTo("Shop");
	}

	@Test
	void giveWayToTheServerOfTheSameNameInASeedWhichHasTheirTokenToo() {
		this.postmark.emulator().control().seed("""
				{ "Servers": [ { "Name": "Main" },
				  { "Name": "newsletter", "ApiTokens": [ "own" ], "Color": "red" } ] }""");
		assertThat(names()).containsExactly("Shop", "Main", "newsletter");
		assertThat(server("newsletter-token").get("Color").asString()).isEqualTo("red");
		assertThat(server("own")).isEqualTo(server("newsletter-token"));
		assertThat(server("server-token").get("Name").asString()).isEqualTo("Main");
		assertThat(this.postmark.emulator().serverToken("NEWSLETTER")).isEqualTo("own");
	}

	@Test
	void doNotGiveWayTwice() {
		Postmark.Answer answer = this.postmark.post("/_emulator/seed",
				"{\"Servers\":[{\"Name\":\"Main\"},{\"Name\":\"Shop\"},{\"Name\":\"shop\"}]}", "Content-Type",
				"application/json");
		assertThat(answer.error()).isEqualTo("422/603");
		assertThat(answer.message()).startsWith("$.Servers[2]: ");
		assertThat(names()).containsExactly("Emulator", "Newsletter", "Shop");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "\t\n" })
	void needAName(String name) {
		assertThatIllegalArgumentException().isThrownBy(() -> PostmarkEmulator.builder().server(name))
			.withMessageContaining("name of at most 100 characters");
	}

	@Test
	void haveNamesOfAHundredCharactersAtMost() {
		PostmarkEmulator.builder().server("x".repeat(100));
		assertThatIllegalArgumentException().isThrownBy(() -> PostmarkEmulator.builder().server("x".repeat(101)));
	}

	@Test
	void haveNamesOfTheirOwn() {
		PostmarkEmulator.Builder builder = PostmarkEmulator.builder().server("Shop");
		assertThatIllegalArgumentException().isThrownBy(() -> builder.server("SHOP")).withMessageContaining("'Shop'");
		assertThatIllegalArgumentException().isThrownBy(() -> builder.server("emulator"));
	}

	@Test
	void haveTokensOfTheirOwnWhicheverIsSetFirst() {
		PostmarkEmulator.Builder builder = PostmarkEmulator.builder().serverToken("first-token").server("A", "a-token");
		assertThatIllegalArgumentException().isThrownBy(() -> builder.server("B", "a-token"))
			.withMessageContaining("'A' and 'B' have the same token")
			.withMessageNotContaining("a-token");
		assertThatIllegalArgumentException().isThrownBy(() -> builder.server("B", "first-token"));
		assertThatIllegalArgumentException().isThrownBy(() -> builder.serverToken("a-token"));
		assertThatIllegalArgumentException().isThrownBy(() -> builder.server("B", "with space"));
		assertThatIllegalArgumentException().isThrownBy(() -> builder.server("B", "POSTMARK_API_TEST"));
	}

	@Test
	void areAHundredAtMost() {
		PostmarkEmulator.Builder builder = PostmarkEmulator.builder();
		for (int i = 2; i <= 100; i++) {
			builder.server("Server " + i);
		}
		assertThatIllegalArgumentException().isThrownBy(() -> builder.server("Server 101"))
			.withMessageContaining("100 servers");
	}

	private JsonNode server(String token) {
		Postmark.Answer answer = this.postmark.server(token, "GET", "/server", null);
		assertThat(answer.status()).as(answer.body()).isEqualTo(200);
		return answer.json();
	}

	private int sent(String token) {
		return this.postmark.server(token, "GET", "/messages/outbound?count=1&offset=0", null)
			.json()
			.get("TotalCount")
			.asInt();
	}

	private Iterable<String> names() {
		return this.postmark.account("GET", "/servers?count=500&offset=0", null).json().findValuesAsString("Name");
	}

}

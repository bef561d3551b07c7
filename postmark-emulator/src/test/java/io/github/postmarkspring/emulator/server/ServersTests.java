package io.github.postmarkspring.emulator.server;

import java.util.List;

import io.github.postmarkspring.emulator.Postmark;
import io.github.postmarkspring.emulator.PostmarkEmulator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

class ServersTests {

	@RegisterExtension
	final Postmark postmark = new Postmark(PostmarkEmulator.builder().serverDeletion(true));

	@Test
	void createsAServerWithATokenOfItsOwn() {
		JsonNode created = create(
				"""
						{ "Name": "Shop", "color": "TURQUOISE", "DeliveryType": "sandbox", "TrackOpens": "true",
						  "TrackLinks": "htmlonly", "InboundSpamThreshold": 5, "InboundHookUrl": "https://u:p@hooks.example/in" }""");
		String id = created.get("ID").asString();
		assertThat(created.get("ApiTokens").get(0).asString()).hasSize(36).isNotEqualTo("server-token");
		assertThat(((ObjectNode) created.deepCopy())
			.remove(List.of("ID", "ApiTokens", "ServerLink", "InboundAddress", "InboundHash")))
			.isEqualTo(Postmark.json("""
					{ "Name": "Shop", "Color": "turquoise", "SmtpApiActivated": true, "RawEmailEnabled": false,
					  "DeliveryType": "Sandbox", "InboundHookUrl": "https://u:p@hooks.example/in", "BounceHookUrl": "",
					  "OpenHookUrl": "", "DeliveryHookUrl": "", "ClickHookUrl": "", "PostFirstOpenOnly": false,
					  "InboundDomain": "", "InboundSpamThreshold": 5, "TrackOpens": true, "TrackLinks": "HtmlOnly",
					  "IncludeBounceContentInHook": false, "EnableSmtpApiErrorHooks": false }"""));
		assertThat(this.postmark.account("GET", "/servers/" + id, null).json()).isEqualTo(created);
		assertThat(this.postmark.server(token(created), "GET", "/server", null).json()).isEqualTo(created);
		assertThat(this.postmark.account("GET", "/servers?count=9&offset=0", null).json().get("TotalCount").asInt())
			.isEqualTo(2);
	}

	@Test
	void editsWhatIsSentAndKeepsTheRest() {
		JsonNode created = create("{\"Name\":\"Shop\",\"Color\":\"Red\"}");
		JsonNode edited = this.postmark
			.account("PUT", "/servers/" + created.get("ID"), "{\"Name\":\"Store\",\"RawEmailEnabled\":true}")
			.json();
		assertThat(edited).isEqualTo(((ObjectNode) created).put("Name", "Store").put("RawEmailEnabled", true));
		JsonNode again = this.postmark.server(token(created), "PUT", "/server", "{\"TrackLinks\":\"TextOnly\"}").json();
		assertThat(again).isEqualTo(((ObjectNode) edited).put("TrackLinks", "TextOnly"));
		assertThat(this.postmark.server("PUT", "/server", "{\"name\":\"Emulator\"}").json().get("Name").asString())
			.isEqualTo("Emulator");
	}

	@Test
	void forgetsADeletedServerAndItsToken() {
		JsonNode created = create("{\"Name\":\"Shop\"}");
		Postmark.Answer answer = this.postmark.account("DELETE", "/servers/" + created.get("ID"), null);
		assertThat(answer.json()).isEqualTo(Postmark.json("{\"ErrorCode\":0,\"Message\":\"Server Shop removed.\"}"));
		assertThat(this.postmark.account("GET", "/servers/" + created.get("ID"), null).error()).isEqualTo("422/601");
		assertThat(this.postmark.server(token(created), "GET", "/server", null).error()).isEqualTo("401/10");
	}

	@Test
	void refusesDeletionUnlessAllowed() throws Exception {
		Postmark other = new Postmark();
		other.beforeEach(null);
		try {
			assertThat(other.account("DELETE", "/servers/1", null).error()).isEqualTo("422/604");
		}
		finally {
			other.afterEach(null);
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', quoteCharacter = '`',
			value = { "``; 609", "null; 609", "{}; 608", "{\"Name\":\" \"}; 608", "{\"Name\":\"EMULATOR\"}; 603",
					"{\"Name\":\"a\",\"Color\":\"pink\"}; 607", "{\"Name\":\"a\",\"BounceHookUrl\":\"nowhere\"}; 606",
					"{\"Name\":\"a\",\"ClickHookUrl\":\"ftp://a.example\"}; 606",
					"{\"Name\":\"a\",\"InboundDomain\":\"x.postmarkapp.com\"}; 608",
					"{\"Name\":\"a\",\"InboundSpamThreshold\":31}; 611",
					"{\"Name\":\"a\",\"InboundSpamThreshold\":-1}; 611", "{\"Name\":\"a\",\"TrackLinks\":\"x\"}; 612",
					"{\"Name\":\"a\",\"DeliveryType\":\"x\"}; 613", "{\"Name\":1}; 403",
					"{\"Name\":\"a\",\"TrackOpens\":\"maybe\"}; 403",
					"{\"Name\":\"a\",\"InboundSpamThreshold\":\"x\"}; 403", "[]; 403", "{; 402" })
	void refusesABadServer(String body, int code) {
		assertThat(this.postmark.account("POST", "/servers", body).error()).isEqualTo("422/" + code);
	}

	@Test
	void refusesWhatAnotherServerHas() {
		create("{\"Name\":\"Shop\",\"InboundDomain\":\"in.shop.example\"}");
		assertThat(this.postmark.account("POST", "/servers", "{\"Name\":\"x\",\"InboundDomain\":\"IN.shop.example\"}")
			.error()).isEqualTo("422/602");
		assertThat(this.postmark.server("PUT", "/server", "{\"Name\":\"shop\"}").error()).isEqualTo("422/603");
	}

	@ParameterizedTest
	@ValueSource(strings = { "2000", "x", "0", "99999999999999999999" })
	void answersAnUnknownServerWithCode601(String id) {
		assertThat(this.postmark.account("GET", "/servers/" + id, null).error()).isEqualTo("422/601");
		assertThat(this.postmark.account("PUT", "/servers/" + id, "{}").error()).isEqualTo("422/601");
		assertThat(this.postmark.account("DELETE", "/servers/" + id, null).error()).isEqualTo("422/601");
	}

	@Test
	void keepsTheMailOfServersApart() {
		String token = token(create("{\"Name\":\"Shop\",\"DeliveryType\":\"Sandbox\",\"TrackOpens\":true}"));
		String email = "{\"From\":\"a@b.example\",\"To\":\"c@d.example\",\"HtmlBody\":\"x\",\"TrackOpens\":false}";
		String id = this.postmark.server(token, "POST", "/email", email).json().get("MessageID").asString();
		JsonNode found = this.postmark.server(token, "GET", "/messages/outbound?count=9&offset=0", null).json();
		assertThat(found.get("TotalCount").asInt()).isEqualTo(1);
		assertThat(found.get("Messages").get(0).get("Sandboxed").asBoolean()).isTrue();
		assertThat(found.get("Messages").get(0).get("TrackOpens").asBoolean()).isTrue();
		assertThat(this.postmark.get("/messages/outbound?count=9&offset=0").json().get("TotalCount").asInt()).isZero();
		assertThat(this.postmark.get("/messages/outbound/" + id + "/details").error()).isEqualTo("422/701");
		assertThat(this.postmark.get("/messages/outbound/" + id + "/dump").error()).isEqualTo("422/701");
		assertThat(this.postmark.server(token, "GET", "/messages/outbound/" + id + "/dump", null)
			.json()
			.get("Body")
			.asString()).contains("X-PM-Message-Id: " + id);
	}

	@Test
	void hasRoomForAHundredServers() {
		for (int i = 1; i < 100; i++) {
			create("{\"Name\":\"s" + i + "\"}");
		}
		assertThat(this.postmark.account("POST", "/servers", "{\"Name\":\"one more\"}").error()).isEqualTo("422/614");
	}

	private JsonNode create(String json) {
		Postmark.Answer answer = this.postmark.account("POST", "/servers", json);
		assertThat(answer.status()).as(answer.body()).isEqualTo(200);
		return answer.json();
	}

	private static String token(JsonNode server) {
		return server.get("ApiTokens").get(0).asString();
	}

}

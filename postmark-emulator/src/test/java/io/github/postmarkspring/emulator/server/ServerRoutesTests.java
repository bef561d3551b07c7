package io.github.postmarkspring.emulator.server;

import io.github.postmarkspring.emulator.Postmark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class ServerRoutesTests {

	@RegisterExtension
	final Postmark postmark = new Postmark();

	@Test
	void showsTheServerAsDocumented() {
		assertThat(this.postmark.get("/server").json()).isEqualTo(server());
	}

	@Test
	void listsTheServerForTheAccount() {
		assertThat(list("count=500&offset=0"))
			.isEqualTo(Postmark.json("{\"TotalCount\":1,\"Servers\":[" + server() + "]}"));
		assertThat(list("count=1&offset=1")).isEqualTo(Postmark.json("{\"TotalCount\":1,\"Servers\":[]}"));
	}

	@ParameterizedTest
	@CsvSource({ "Emulator,1", "mula,1", "EMU,1", "shop,0", "'',1" })
	void filtersByAPartOfTheName(String name, int found) {
		assertThat(list("count=1&offset=0&name=" + name).get("TotalCount").asInt()).isEqualTo(found);
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "", "?count=1", "?offset=0", "?count=501&offset=0", "?count=0&offset=0", "?count=1&offset=-1" })
	void refusesBadPagingWithCode600(String query) {
		assertThat(this.postmark.get("/servers" + query, "X-Postmark-Account-Token", "account-token").error())
			.isEqualTo("422/600");
	}

	private JsonNode list(String query) {
		return this.postmark.get("/servers?" + query, "X-Postmark-Account-Token", "account-token").json();
	}

	private JsonNode server() {
		return Postmark.json("""
				{ "ID": 1, "Name": "Emulator", "ApiTokens": [ "server-token" ], "ServerLink": "http://localhost:%s/",
				  "Color": "blue", "SmtpApiActivated": true, "RawEmailEnabled": false, "DeliveryType": "Live",
				  "InboundAddress": "f00dcafe@inbound.postmarkapp.com", "InboundHookUrl": "", "BounceHookUrl": "",
				  "OpenHookUrl": "", "DeliveryHookUrl": "", "ClickHookUrl": "", "PostFirstOpenOnly": false,
				  "InboundDomain": "", "InboundHash": "f00dcafe", "InboundSpamThreshold": 0, "TrackOpens": false,
				  "TrackLinks": "None", "IncludeBounceContentInHook": false, "EnableSmtpApiErrorHooks": false }
				""".formatted(this.postmark.port()));
	}

}

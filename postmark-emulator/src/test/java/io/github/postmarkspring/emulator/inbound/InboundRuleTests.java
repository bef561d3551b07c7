package io.github.postmarkspring.emulator.inbound;

import io.github.postmarkspring.emulator.Postmark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class InboundRuleTests {

	private static final String PATH = "/triggers/inboundrules";

	@RegisterExtension
	final Postmark postmark = new Postmark();

	@Test
	void createsListsAndDeletesRules() {
		String one = create("spam@bad.example");
		String two = create("bad.example");
		assertThat(this.postmark.get(PATH + "?count=500&offset=0").json()).isEqualTo(Postmark.json("""
				{ "TotalCount": 2, "InboundRules": [ { "ID": %s, "Rule": "spam@bad.example" },
				  { "ID": %s, "Rule": "bad.example" } ] }""".formatted(one, two)));
		assertThat(this.postmark.server("DELETE", PATH + "/" + two, null).json())
			.isEqualTo(Postmark.json("{\"ErrorCode\":0,\"Message\":\"Rule bad.example removed.\"}"));
		assertThat(this.postmark.get(PATH + "?count=1&offset=0").json()).isEqualTo(Postmark
			.json("{\"TotalCount\":1,\"InboundRules\":[{\"ID\":" + one + ",\"Rule\":\"spam@bad.example\"}]}"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', quoteCharacter = '`',
			value = { "``; 809", "{}; 813", "{\"Rule\":\"\"}; 813", "{\"Rule\":\"nothing\"}; 813",
					"{\"Rule\":\"a b@c.example\"}; 813", "{\"Rule\":\"BAD.example\"}; 810", "{\"Rule\":1}; 403" })
	void refusesABadRule(String body, int code) {
		create("bad.example");
		assertThat(this.postmark.server("POST", PATH, body).error()).isEqualTo("422/" + code);
	}

	@Test
	void answersAnUnknownRuleWithCode812() {
		assertThat(this.postmark.server("DELETE", PATH + "/99", null).error()).isEqualTo("422/812");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "?count=1", "?count=501&offset=0", "?count=1&offset=-1" })
	void refusesBadPagingWithCode800(String query) {
		assertThat(this.postmark.get(PATH + query).error()).isEqualTo("422/800");
	}

	private String create(String rule) {
		return this.postmark.server("POST", PATH, "{\"Rule\":\"" + rule + "\"}").json().get("ID").asString();
	}

}

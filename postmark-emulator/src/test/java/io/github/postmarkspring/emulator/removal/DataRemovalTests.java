package io.github.postmarkspring.emulator.removal;

import io.github.postmarkspring.emulator.Postmark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class DataRemovalTests {

	@RegisterExtension
	final Postmark postmark = new Postmark();

	@Test
	void isPendingAndThenDone() {
		JsonNode created = this.postmark.account("POST", "/data-removals",
				"""
						{ "RequestedBy": "me@shop.example", "RequestedFor": "ann@mail.example", "NotifyWhenCompleted": true }""")
			.json();
		String id = created.get("ID").asString();
		assertThat(created).isEqualTo(Postmark.json("{\"ID\":" + id + ",\"Status\":\"Pending\"}"));
		assertThat(this.postmark.account("GET", "/data-removals/" + id, null).json())
			.isEqualTo(Postmark.json("{\"ID\":" + id + ",\"Status\":\"Done\"}"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "{}", "{\"RequestedBy\":\"me@shop.example\"}",
			"{\"RequestedBy\":\"me@shop.example\",\"RequestedFor\":\"x\"}" })
	void refusesABadRequestWithCode1300(String body) {
		assertThat(this.postmark.account("POST", "/data-removals", body).error()).isEqualTo("422/1300");
	}

	@ParameterizedTest
	@ValueSource(strings = { "1", "x" })
	void answersAnUnknownRequestWithCode1301(String id) {
		assertThat(this.postmark.account("GET", "/data-removals/" + id, null).error()).isEqualTo("422/1301");
	}

}

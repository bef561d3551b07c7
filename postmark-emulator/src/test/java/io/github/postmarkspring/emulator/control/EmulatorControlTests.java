package io.github.postmarkspring.emulator.control;

import java.time.Duration;
import java.time.OffsetDateTime;

import io.github.postmarkspring.emulator.Postmark;
import io.github.postmarkspring.emulator.bounce.BounceType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

class EmulatorControlTests {

	private static final String EMAIL = "{\"From\":\"a@b.example\",\"To\":\"ann@mail.example\",\"TextBody\":\"x\"}";

	@RegisterExtension
	final Postmark postmark = new Postmark();

	@Test
	void beginsAnewWithTheSameTokens() {
		this.postmark.accepted(EMAIL);
		String token = this.postmark.account("POST", "/servers", "{\"Name\":\"Other\"}")
			.json()
			.at("/ApiTokens/0")
			.asString();
		this.postmark.account("POST", "/domains", "{\"Name\":\"shop.example\"}");
		this.postmark.server("POST", "/message-streams/outbound/suppressions",
				"{\"Suppressions\":[{\"EmailAddress\":\"ann@mail.example\"}]}");
		this.postmark.emulator().control().advanceTime(Duration.ofDays(-9));
		this.postmark.emulator().control().reset();
		assertThat(this.postmark.get("/messages/outbound?count=1&offset=0").json().get("TotalCount").asInt()).isZero();
		assertThat(this.postmark.account("GET", "/servers?count=9&offset=0", null).json().get("TotalCount").asInt())
			.isEqualTo(1);
		assertThat(this.postmark.account("GET", "/domains?count=9&offset=0", null).json().get("TotalCount").asInt())
			.isZero();
		assertThat(this.postmark.server(token, "GET", "/server", null).error()).isEqualTo("401/10");
		assertThat(OffsetDateTime.parse(this.postmark.email(EMAIL).json().get("SubmittedAt").asString()))
			.isAfter(OffsetDateTime.now().minusHours(1));
	}

	@Test
	void purgesAStreamInNoTime() {
		this.postmark.server("POST", "/message-streams/broadcast/archive", null);
		this.postmark.emulator().control().advanceTime(Duration.ofDays(46));
		assertThat(this.postmark.server("POST", "/message-streams/broadcast/unarchive", null).error())
			.isEqualTo("422/1232");
	}

	@Test
	void neverTakesAComplaintBack() {
		String id = this.postmark.accepted(EMAIL);
		long bounce = this.postmark.emulator().control().bounce(id, "ann@mail.example", BounceType.SPAM_COMPLAINT);
		assertThat(this.postmark.email(EMAIL).error()).isEqualTo("422/406");
		assertThat(this.postmark.server("PUT", "/bounces/" + bounce + "/activate", null).error()).isEqualTo("422/1003");
		assertThat(this.postmark
			.server("POST", "/message-streams/outbound/suppressions/delete",
					"{\"Suppressions\":[{\"EmailAddress\":\"ann@mail.example\"}]}")
			.json()).isEqualTo(Postmark.json("""
					{ "Suppressions": [ { "EmailAddress": "ann@mail.example", "Status": "Failed",
					  "Message": "You do not have the required authority to change this suppression." } ] }"""));
		assertThat(this.postmark.get("/message-streams/outbound/suppressions/dump?SuppressionReason=SpamComplaint")
			.json()
			.get("Suppressions")
			.size()).isEqualTo(1);
	}

}

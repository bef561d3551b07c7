package io.github.postmarkspring.emulator.domain;

import io.github.postmarkspring.emulator.Postmark;
import io.github.postmarkspring.emulator.PostmarkEmulator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class SenderCheckTests {

	private static final String EMAIL = "{\"From\":\"Ann <ann@shop.example>\",\"To\":\"c@d.example\",\"TextBody\":\"x\"}";

	@RegisterExtension
	final Postmark postmark = new Postmark(PostmarkEmulator.builder().checkSenders(true));

	@Test
	void refusesAnAddressThatNobodyRegisteredInPostmarksWords() {
		Postmark.Answer answer = this.postmark.email(EMAIL);
		assertThat(answer.status()).isEqualTo(422);
		assertThat(answer.json()).isEqualTo(Postmark.json("""
				{ "ErrorCode": 400, "Message": "The 'From' address you supplied (ann@shop.example) is not a Sender \
				Signature on your account. Please add and confirm this address in order to be able to use it in the \
				'From' field of your messages." }"""));
	}

	@Test
	void takesASignatureOnceItIsConfirmed() {
		long id = this.postmark.account("POST", "/senders", "{\"FromEmail\":\"ANN@shop.example\",\"Name\":\"Ann\"}")
			.json()
			.get("ID")
			.asLong();
		assertThat(this.postmark.email(EMAIL).error()).isEqualTo("422/401");
		this.postmark.emulator().control().confirmSender(id);
		this.postmark.accepted(EMAIL);
		assertThat(this.postmark.email(EMAIL.replace("ann@", "bob@")).error()).isEqualTo("422/400");
	}

	@Test
	void takesAnyAddressOfADomainOnceItsKeyIsVerified() {
		long id = this.postmark.account("POST", "/domains", "{\"Name\":\"Shop.example\"}").json().get("ID").asLong();
		assertThat(this.postmark.email(EMAIL).error()).isEqualTo("422/400");
		this.postmark.account("PUT", "/domains/" + id + "/verifyDkim", null);
		this.postmark.accepted(EMAIL);
		this.postmark.accepted(EMAIL.replace("ann@", "bob@"));
		assertThat(this.postmark.email(EMAIL.replace("ann@", "ann@sub.")).error()).isEqualTo("422/400");
	}

	@Test
	void refusesOneMessageOfABatchAndLooksAtNoSenderOfATest() {
		JsonNode batch = this.postmark.post("/email/batch", "[" + EMAIL + "]").json();
		assertThat(batch.get(0).get("ErrorCode").asInt()).isEqualTo(400);
		assertThat(this.postmark
			.post("/email", EMAIL, "X-Postmark-Server-Token", "POSTMARK_API_TEST", "Content-Type", "application/json")
			.status()).isEqualTo(200);
	}

	@Test
	void tellsTheSenderOfABulkRequestOnceBesideItsOtherProblems() {
		String bulk = "{\"From\":\"ann@shop.example\",\"TextBody\":\"x\",\"Messages\":[{\"To\":\"%s\"},{\"To\":\"c@d.example\"}]}";
		assertThat(this.postmark.post("/email/bulk", bulk.formatted("c@d.example")).error()).isEqualTo("422/400");
		JsonNode several = this.postmark.post("/email/bulk", bulk.formatted("y")).json();
		assertThat(several.get("Errors").get("From").findValuesAsString("ErrorCode")).containsExactly("400");
		assertThat(several.get("Errors").get("To").findValuesAsString("ErrorCode")).containsExactly("300");
	}

}

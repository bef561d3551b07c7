package io.github.postmarkspring.emulator.domain;

import io.github.postmarkspring.emulator.Postmark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class SenderTests {

	@RegisterExtension
	final Postmark postmark = new Postmark();

	@Test
	void createsEditsAndDeletesASignature() {
		JsonNode created = create();
		String path = "/senders/" + created.get("ID");
		assertThat(created.get("EmailAddress").asString()).isEqualTo("orders@shop.example");
		assertThat(created.get("ReplyToEmailAddress").asString()).isEqualTo("help@shop.example");
		assertThat(created.get("ConfirmationPersonalNote").asString()).isEqualTo("Please click");
		assertThat(created.get("DKIMUpdateStatus").asString()).isEqualTo("Pending");
		assertThat(created.get("Confirmed").asBoolean(true)).isFalse();
		assertThat(this.postmark.account("GET", "/senders?count=9&offset=0", null).json()).isEqualTo(Postmark.json("""
				{ "TotalCount": 1, "SenderSignatures": [ { "Domain": "shop.example",
				  "EmailAddress": "orders@shop.example", "ReplyToEmailAddress": "help@shop.example", "Name": "Shop",
				  "Confirmed": false, "ID": %s } ] }""".formatted(created.get("ID"))));
		JsonNode edited = this.postmark
			.account("PUT", path, "{\"Name\":\"Store\",\"ReplyToEmail\":\"\",\"ReturnPathDomain\":\"pm.shop.example\"}")
			.json();
		assertThat(edited.get("Name").asString()).isEqualTo("Store");
		assertThat(edited.get("ReplyToEmailAddress").asString()).isEmpty();
		assertThat(edited.get("ReturnPathDomain").asString()).isEqualTo("pm.shop.example");
		assertThat(this.postmark.account("GET", path, null).json()).isEqualTo(edited);
		assertThat(this.postmark.account("POST", path + "/verifyspf", null).json()).isEqualTo(edited);
		assertThat(this.postmark.account("DELETE", path, null).message()).contains("removed");
		assertThat(this.postmark.account("GET", path, null).error()).isEqualTo("422/501");
	}

	@Test
	void sendsTheConfirmationAgainUntilItIsConfirmed() {
		JsonNode created = create();
		String path = "/senders/" + created.get("ID");
		assertThat(this.postmark.account("POST", path + "/resend", null).json().get("ErrorCode").asInt(1)).isZero();
		this.postmark.emulator().control().confirmSender(created.get("ID").asLong());
		assertThat(this.postmark.account("POST", path + "/resend", null).error()).isEqualTo("422/506");
		assertThat(this.postmark.account("GET", path, null).json().get("Confirmed").asBoolean()).isTrue();
		assertThatIllegalArgumentException().isThrownBy(() -> this.postmark.emulator().control().confirmSender(99));
	}

	@Test
	void requestsNoNewKeyWhileOneIsPending() {
		assertThat(this.postmark.account("POST", "/senders/" + create().get("ID") + "/requestnewdkim", null).error())
			.isEqualTo("422/505");
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', quoteCharacter = '`',
			value = { "``; 502", "{}; 520", "{\"FromEmail\":\"x\"}; 522", "{\"FromEmail\":\"x@y\",\"Name\":\"a\"}; 522",
					"{\"FromEmail\":\"x@gmail.com\",\"Name\":\"a\"}; 503", "{\"FromEmail\":\"x@y.example\"}; 511",
					"{\"FromEmail\":\"ORDERS@shop.example\",\"Name\":\"a\"}; 504",
					"{\"FromEmail\":\"x@y.example\",\"Name\":\"a\",\"ReplyToEmail\":\"x\"}; 522",
					"{\"FromEmail\":\"x@y.example\",\"Name\":\"a\",\"ReturnPathDomain\":\"z.example\"}; 522",
					"{\"FromEmail\":[]}; 403" })
	void refusesABadSignature(String body, int code) {
		create();
		assertThat(this.postmark.account("POST", "/senders", body).error()).isEqualTo("422/" + code);
	}

	@Test
	void refusesANoteThatIsTooLong() {
		assertThat(this.postmark
			.account("PUT", "/senders/" + create().get("ID"),
					"{\"Name\":\"a\",\"ConfirmationPersonalNote\":\"" + "x".repeat(401) + "\"}")
			.error()).isEqualTo("422/521");
	}

	@ParameterizedTest
	@CsvSource({ "GET,''", "PUT,''", "DELETE,''", "POST,/resend", "POST,/verifyspf", "POST,/requestnewdkim" })
	void answersAnUnknownSignatureWithCode501(String method, String action) {
		assertThat(this.postmark.account(method, "/senders/99" + action, "{}").error()).isEqualTo("422/501");
	}

	private JsonNode create() {
		return this.postmark.account("POST", "/senders", """
				{ "FromEmail": "orders@shop.example", "Name": "Shop", "ReplyToEmail": "help@shop.example",
				  "ConfirmationPersonalNote": "Please click" }""").json();
	}

}

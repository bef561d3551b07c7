package io.github.postmarkspring.emulator.webhook;

import io.github.postmarkspring.emulator.Postmark;
import io.github.postmarkspring.emulator.PostmarkEmulator;
import io.github.postmarkspring.emulator.Receiver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whether a receiver is asked, and what follows from its answer.
 */
class VerificationTests {

	@RegisterExtension
	final Postmark postmark = new Postmark(PostmarkEmulator.builder().strictVerification(true));

	@RegisterExtension
	final Postmark lenient = new Postmark();

	@RegisterExtension
	final Receiver receiver = new Receiver();

	@Test
	void probesEachTriggerThatIsOn() {
		assertThat(create(this.postmark, "").status()).isEqualTo(200);
		assertThat(this.receiver.take(2)).extracting(Receiver.Received::event)
			.containsExactlyInAnyOrder("Bounce", "Delivery");
		assertThat(this.receiver.left()).isZero();
	}

	@Test
	void savesNothingUnlessEveryProbeIsAnsweredWith200() {
		this.receiver.next(200, 204);
		assertThat(create(this.postmark, "").error()).isEqualTo("422/1364");
		assertThat(this.postmark.get("/webhooks").json().get("Webhooks").isEmpty()).isTrue();
	}

	@Test
	void asksNobodyIfToldNotToInTheBodyOrTheQuery() {
		assertThat(create(this.postmark, ",\"Verify\":false").json().get("Status").asString()).isEqualTo("unverified");
		assertThat(this.postmark.server("POST", "/webhooks?verify=false", body("")).json().get("Status").asString())
			.isEqualTo("unverified");
		assertThat(create(this.lenient, "").json().get("Status").asString()).isEqualTo("verified");
		assertThat(this.receiver.left()).isZero();
	}

	@Test
	void probesAnEditOnlyForWhatIsNew() {
		String path = "/webhooks/" + create(this.postmark, "").json().get("ID");
		this.receiver.take(2);
		this.postmark.server("PUT", path, "{\"Triggers\":{\"Click\":{\"Enabled\":true}}}");
		assertThat(this.receiver.take().event()).isEqualTo("Click");
		this.postmark.server("PUT", path, "{\"HttpHeaders\":[]}");
		assertThat(this.receiver.left()).isZero();
		this.receiver.always(500);
		assertThat(this.postmark.server("PUT", path, "{\"Url\":\"" + this.receiver.url("/new") + "\"}").error())
			.isEqualTo("422/1364");
		assertThat(this.postmark.get(path).json().get("Url").asString()).isEqualTo(this.receiver.url("/postmark"));
	}

	@Test
	void tellsHowEachTriggerWent() {
		String id = create(this.lenient, "").json().get("ID").asString();
		this.receiver.next(200, 500);
		assertThat(this.lenient.server("POST", "/webhooks/" + id + "/verify", null).json()).isEqualTo(Postmark
			.json("""
					{ "Id": %s, "Url": "%s", "Success": false, "Results": [
					    { "TriggerType": "Delivery", "Success": true, "StatusCode": 200, "Message": "OK" },
					    { "TriggerType": "Bounce", "Success": false, "StatusCode": 500, "Message": "endpoint answered 500" } ],
					  "Message": "1/2 triggers verified successfully" }"""
				.formatted(id, this.receiver.url("/postmark"))));
		assertThat(this.lenient.get("/webhooks/" + id + "/statistics").json().get("Statuses"))
			.isEqualTo(Postmark.json("{\"Delivery\":\"verified\",\"Bounce\":\"unverified\"}"));
		assertThat(this.lenient.get("/webhooks/" + id).json().get("Status").asString()).isEqualTo("unverified");
	}

	private Postmark.Answer create(Postmark postmark, String more) {
		return postmark.server("POST", "/webhooks", body(more));
	}

	private String body(String more) {
		return "{\"Url\":\"" + this.receiver.url("/postmark")
				+ "\",\"Triggers\":{\"Bounce\":{\"Enabled\":true},\"Delivery\":{\"Enabled\":true}}" + more + "}";
	}

}

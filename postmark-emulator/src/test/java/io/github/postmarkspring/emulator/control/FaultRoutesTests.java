package io.github.postmarkspring.emulator.control;

import io.github.postmarkspring.emulator.Postmark;
import io.github.postmarkspring.emulator.PostmarkEmulator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class FaultRoutesTests {

	private static final String[] JSON = { "Content-Type", "application/json" };

	private static final String EMAIL = "{\"From\":\"a@b.example\",\"To\":\"c@d.example\",\"TextBody\":\"x\"}";

	@RegisterExtension
	final Postmark postmark = new Postmark(PostmarkEmulator.builder().resets(true));

	@Test
	void addsFaultsListsThemWithTheirCountsAndClearsThem() {
		add("""
				{ "Method": "POST", "Path": "/email", "Times": 2, "Kind": "TooManyRequests", "RetryAfter": 7 }""");
		add("{\"Method\":\"post\",\"Path\":\"/email\",\"Every\":100,\"Kind\":\"closedunanswered\"}");
		assertThat(this.postmark.email(EMAIL).header("Retry-After")).isEqualTo("7");
		assertThat(this.postmark.get("/_emulator/faults", "Accept", "application/json").json()).isEqualTo(Postmark
			.json("""
					{ "Faults": [
					  { "Method": "POST", "Path": "/email", "Kind": "TooManyRequests", "Every": 1, "Left": 1, "Given": 1 },
					  { "Method": "POST", "Path": "/email", "Kind": "ClosedUnanswered", "Every": 100, "Left": null,
					    "Given": 0 } ] }"""));
		assertThat(this.postmark.exchange("DELETE", "/_emulator/faults").json())
			.isEqualTo(Postmark.json("{\"ErrorCode\":0,\"Message\":\"OK\"}"));
		assertThat(this.postmark.email(EMAIL).status()).isEqualTo(200);
		assertThat(this.postmark.get("/_emulator/faults", "Accept", "application/json").json().get("Faults").size())
			.isZero();
	}

	@Test
	void strikesOnceUnlessToldOtherwise() {
		add("""
				{ "Method": "POST", "Path": "/email", "Kind": "TooManyRequests", "RetryAt": "2026-11-02T09:15:30Z" }""");
		add("{\"Method\":\"POST\",\"Path\":\"/email\",\"Kind\":\"PartlySuppressed\",\"Inactive\":\"e@f.example, g@h.example\"}");
		add("{\"Method\":\"POST\",\"Path\":\"/email\",\"Kind\":\"Slow\",\"Latency\":\"PT0.01S\"}");
		assertThat(this.postmark.email(EMAIL).header("Retry-After")).isEqualTo("Mon, 02 Nov 2026 09:15:30 GMT");
		assertThat(this.postmark.email(EMAIL).message()).endsWith("addresses: e@f.example, g@h.example.");
		assertThat(this.postmark.email(EMAIL).message()).isEqualTo("OK");
	}

	@ParameterizedTest
	@ValueSource(strings = { "ServerError", "Maintenance", "Unavailable", "BadGateway", "EmptyAnswer", "Delayed",
			"ClosedBeforeReading", "ClosedUnanswered", "TruncatedAnswer", "ResetBeforeReading", "ResetUnanswered",
			"ResetDuringAnswer" })
	void knowsEachKind(String kind) {
		Postmark.Answer answer = add("{\"Method\":\"GET\",\"Path\":\"/server\",\"Kind\":\"" + kind + "\"}");
		assertThat(answer.json().get("Kind").asString()).isEqualTo(kind);
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', quoteCharacter = '`', value = {
			"{\"Path\":\"/x\",\"Kind\":\"Delayed\"}; 'Method' is required",
			"{\"Method\":\"POST\",\"Kind\":\"Delayed\"}; 'Path' is required",
			"{\"Method\":\"POST\",\"Path\":\"/x\"}; 'Kind' is required",
			"{\"Method\":\"POST\",\"Path\":\"/x\",\"Kind\":\"Fire\"}; 'Kind' must be",
			"{\"Method\":\"PSOT\",\"Path\":\"/x\",\"Kind\":\"Delayed\"}; no such method",
			"{\"Method\":\"POST\",\"Path\":\"x\",\"Kind\":\"Delayed\"}; must begin with '/'",
			"{\"Method\":\"POST\",\"Path\":\"/{x\",\"Kind\":\"Delayed\"}; Expected close capture",
			"{\"Method\":\"POST\",\"Path\":\"/x\",\"Kind\":\"Delayed\",\"Times\":0}; once at least",
			"{\"Method\":\"POST\",\"Path\":\"/x\",\"Kind\":\"Delayed\",\"Every\":-1}; once at least",
			"{\"Method\":\"POST\",\"Path\":\"/x\",\"Kind\":\"Delayed\",\"Times\":1,\"Every\":1}; Either 'Times' or",
			"{\"Method\":\"POST\",\"Path\":\"/x\",\"Kind\":\"Slow\"}; 'Latency' is required",
			"{\"Method\":\"POST\",\"Path\":\"/x\",\"Kind\":\"Slow\",\"Latency\":\"soon\"}; 'Latency' must be",
			"{\"Method\":\"POST\",\"Path\":\"/x\",\"Kind\":\"Slow\",\"Latency\":\"PT2H\"}; an hour",
			"{\"Method\":\"POST\",\"Path\":\"/x\",\"Kind\":\"Slow\",\"Latency\":\"-PT2S\"}; an hour",
			"{\"Method\":\"POST\",\"Path\":\"/x\",\"Kind\":\"PartlySuppressed\"}; 'Inactive' is required",
			"{\"Method\":\"POST\",\"Path\":\"/x\",\"Kind\":\"PartlySuppressed\",\"Inactive\":\",\"}; At least one",
			"{\"Method\":\"POST\",\"Path\":\"/x\",\"Kind\":\"TooManyRequests\",\"RetryAfter\":-1}; not be negative",
			"{\"Method\":\"POST\",\"Path\":\"/x\",\"Kind\":\"TooManyRequests\",\"RetryAt\":\"noon\"}; 'RetryAt' must be" })
	void refusesWhatIsNoFault(String body, String message) {
		Postmark.Answer answer = this.postmark.post("/_emulator/faults", body, JSON);
		assertThat(answer.error()).isEqualTo("400/400");
		assertThat(answer.message()).contains(message);
	}

	@Test
	void refusesMoreThanAThousandButMakesRoomForThoseUsedUp() {
		add("{\"Method\":\"POST\",\"Path\":\"/email\",\"Kind\":\"ServerError\"}");
		String other = "{\"Method\":\"GET\",\"Path\":\"/x\",\"Kind\":\"ServerError\"}";
		for (int i = 1; i < 1000; i++) {
			add(other);
		}
		assertThat(this.postmark.post("/_emulator/faults", other, JSON).message()).contains("clear them first");
		assertThat(this.postmark.email(EMAIL).status()).isEqualTo(500);
		add(other);
	}

	private Postmark.Answer add(String body) {
		Postmark.Answer answer = this.postmark.post("/_emulator/faults", body, JSON);
		assertThat(answer.status()).as(answer.body()).isEqualTo(200);
		return answer;
	}

}

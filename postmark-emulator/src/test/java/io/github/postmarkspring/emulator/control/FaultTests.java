package io.github.postmarkspring.emulator.control;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.github.postmarkspring.emulator.Postmark;
import io.github.postmarkspring.emulator.http.Fault;
import io.github.postmarkspring.emulator.http.PlannedFault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class FaultTests {

	private static final String EMAIL = "{\"From\":\"a@b.example\",\"To\":\"c@d.example\",\"TextBody\":\"x\"}";

	@RegisterExtension
	final Postmark postmark = new Postmark();

	@Test
	void answersWithAnErrorWithoutAnyEffectAsOftenAsAsked() {
		fail(2, Fault.tooManyRequests(Duration.ofSeconds(7)));
		fail(1, Fault.tooManyRequests(null));
		fail(1, Fault.serverError());
		fail(1, Fault.maintenance());
		fail(1, Fault.refusal(422, 405, "Not allowed to send."));
		fail(1, Fault.unavailable());
		fail(1, Fault.badGateway());
		assertThat(this.postmark.email(EMAIL).header("Retry-After")).isEqualTo("7");
		assertThat(this.postmark.email(EMAIL).status()).isEqualTo(429);
		assertThat(this.postmark.email(EMAIL).header("Retry-After")).isEmpty();
		assertThat(this.postmark.email(EMAIL).error()).isEqualTo("500/101");
		assertThat(this.postmark.email(EMAIL).error()).isEqualTo("503/100");
		Postmark.Answer refusal = this.postmark.email(EMAIL);
		assertThat(refusal.json())
			.isEqualTo(Postmark.json("{ \"ErrorCode\": 405, \"Message\": \"Not allowed to send.\" }"));
		assertThat(refusal.error()).isEqualTo("422/405");
		assertThat(refusal.header("X-PM-ApiErrorCode")).isEqualTo("405");
		assertThat(this.postmark.email(EMAIL).body()).isEmpty();
		assertThat(this.postmark.email(EMAIL).header("Content-Type")).isEqualTo("text/html");
		assertThat(sent()).isZero();
		assertThat(this.postmark.email(EMAIL).status()).isEqualTo(200);
	}

	@Test
	void doesWhatIsAskedButAnswersOddly() {
		fail(1, Fault.emptyAnswer());
		fail(1, Fault.delayed());
		Postmark.Answer empty = this.postmark.email(EMAIL);
		assertThat(empty.status()).isEqualTo(200);
		assertThat(empty.body()).isEmpty();
		Postmark.Answer delayed = this.postmark.email(EMAIL);
		assertThat(delayed.json().propertyNames()).containsExactly("To", "SubmittedAt", "MessageID", "Message");
		assertThat(delayed.message()).isEqualTo("Message accepted, but delivery may be delayed.");
		assertThat(sent()).isEqualTo(2);
	}

	@Test
	void saysInSecondsOrAsADateWhenToTryAgain() {
		fail(1, Fault.tooManyRequestsUntil(Instant.parse("2026-11-02T09:15:30.5Z")));
		assertThat(this.postmark.email(EMAIL).header("Retry-After")).isEqualTo("Mon, 02 Nov 2026 09:15:30 GMT");
		fail(1, Fault.tooManyRequests(Duration.ofMinutes(2)));
		assertThat(this.postmark.email(EMAIL).header("Retry-After")).isEqualTo("120");
	}

	@Test
	void acceptsAMailButNamesAddressesThatAreInactive() {
		this.postmark.emulator()
			.control()
			.fail("POST", "/email*", 2, Fault.partlySuppressed(List.of("e@f.example", "g@h.example")));
		String text = "Message OK, but will not deliver to these inactive addresses: e@f.example, g@h.example.";
		Postmark.Answer answer = this.postmark.email(EMAIL);
		assertThat(answer.error()).isEqualTo("200/0");
		assertThat(answer.message()).isEqualTo(text);
		assertThat(sent()).isEqualTo(1);
	}

	@Test
	void answersOddlyForEachMessageOfABatchThatIsAccepted() {
		this.postmark.emulator().control().fail("POST", "/email/batch", 1, Fault.delayed());
		JsonNode answers = this.postmark.post("/email/batch", "[" + EMAIL + ",{}," + EMAIL + "]").json();
		assertThat(answers.get(0).has("ErrorCode")).isFalse();
		assertThat(answers.get(1).get("ErrorCode").asInt()).isEqualTo(300);
		assertThat(answers.get(2).get("Message").asString())
			.isEqualTo("Message accepted, but delivery may be delayed.");
	}

	@Test
	void strikesAShareOfTheRequestsAndCountsHowOften() {
		PlannedFault first = this.postmark.emulator().control().failEvery("POST", "/email", 4, Fault.serverError());
		PlannedFault second = this.postmark.emulator().control().failEvery("POST", "/email", 3, Fault.maintenance());
		StringBuilder statuses = new StringBuilder();
		for (int i = 0; i < 12; i++) {
			statuses.append(this.postmark.email(EMAIL).status()).append(' ');
		}
		assertThat(statuses).hasToString("200 200 503 500 200 200 503 500 200 200 503 500 ");
		assertThat(first.given()).isEqualTo(3);
		assertThat(second.given()).isEqualTo(3);
		assertThat(first.left()).isEqualTo(Long.MAX_VALUE);
	}

	@Test
	void neverStrikesTheControlItself() {
		this.postmark.emulator().control().failEvery("POST", "/**", 1, Fault.closedUnanswered());
		assertThat(this.postmark.post("/_emulator/reset", "").status()).isEqualTo(200);
		assertThat(this.postmark.email(EMAIL).status()).isEqualTo(200);
	}

	@Test
	void answersLate() {
		fail(1, Fault.slow(Duration.ofMillis(200)));
		long start = System.nanoTime();
		assertThat(this.postmark.email(EMAIL).status()).isEqualTo(200);
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(200));
	}

	@Test
	void strikesTheMethodAndPathOnlyAndEndsWithAReset() {
		this.postmark.emulator().control().fail("GET", "/messages/**", 9, Fault.serverError());
		assertThat(this.postmark.email(EMAIL).status()).isEqualTo(200);
		assertThat(this.postmark.get("/Messages/Outbound/?count=1&offset=0").status()).isEqualTo(500);
		this.postmark.emulator().control().reset();
		assertThat(sent()).isZero();
		assertThatIllegalArgumentException().isThrownBy(() -> fail(0, Fault.serverError()));
		assertThatIllegalArgumentException().isThrownBy(() -> Fault.slow(Duration.ofDays(1)));
		assertThatIllegalArgumentException().isThrownBy(() -> Fault.refusal(200, 0, "OK"));
	}

	private void fail(int times, Fault fault) {
		this.postmark.emulator().control().fail("POST", "/email", times, fault);
	}

	private int sent() {
		return this.postmark.get("/messages/outbound?count=9&offset=0").json().get("TotalCount").asInt();
	}

}

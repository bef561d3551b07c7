package io.github.postmarkspring.emulator.control;

import java.time.Duration;

import io.github.postmarkspring.emulator.Postmark;
import io.github.postmarkspring.emulator.http.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

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
		assertThatIllegalArgumentException().isThrownBy(() -> Fault.refusal(200, 0, "OK"));
	}

	private void fail(int times, Fault fault) {
		this.postmark.emulator().control().fail("POST", "/email", times, fault);
	}

	private int sent() {
		return this.postmark.get("/messages/outbound?count=9&offset=0").json().get("TotalCount").asInt();
	}

}

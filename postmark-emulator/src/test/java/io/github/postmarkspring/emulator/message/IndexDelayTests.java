package io.github.postmarkspring.emulator.message;

import java.time.Duration;

import io.github.postmarkspring.emulator.Postmark;
import io.github.postmarkspring.emulator.PostmarkEmulator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * A message can be found some time after it was taken.
 */
class IndexDelayTests {

	@RegisterExtension
	final Postmark postmark = new Postmark();

	@Test
	void aMessageIsFoundWhenTheDelayIsOver() {
		this.postmark.emulator().control().indexDelay(Duration.ofMinutes(10));
		send("first");
		assertThat(found()).isZero();
		this.postmark.emulator().control().advanceTime(Duration.ofMinutes(9));
		send("second");
		assertThat(found()).isZero();
		this.postmark.emulator().control().advanceTime(Duration.ofMinutes(1));
		assertThat(found()).isOne();
		this.postmark.emulator().control().advanceTime(Duration.ofMinutes(9));
		assertThat(found()).isEqualTo(2);
	}

	@Test
	void ofOneThatIsNotFoundYetTheDetailsAreThere() {
		this.postmark.emulator().control().indexDelay(Duration.ofMinutes(10));
		assertThat(this.postmark.get("/messages/outbound/" + send("early") + "/details").status()).isEqualTo(200);
	}

	@Test
	void theDelayEndsWithAReset() {
		this.postmark.emulator().control().indexDelay(Duration.ofMinutes(10));
		this.postmark.emulator().control().reset();
		send("after");
		assertThat(found()).isOne();
	}

	@Test
	void overHttpItIsSetWithoutAToken() {
		assertThat(set("{ \"Delay\": \"PT10M\" }")).isEqualTo(200);
		send("late");
		assertThat(found()).isZero();
		assertThat(set("{ \"Delay\": \"PT0S\" }")).isEqualTo(200);
		assertThat(found()).isOne();
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "{ \"Delay\": \"soon\" }", "{ \"Delay\": \"-PT1S\" }", "{ \"Delay\": \"P2D\" }" })
	void aDelayThatCannotBeIsRefused(String body) {
		assertThat(set(body)).isEqualTo(400);
	}

	@Test
	void anEmulatorCanBeginWithADelayAndKeepsItAfterAReset() {
		try (PostmarkEmulator emulator = PostmarkEmulator.builder().indexDelay(Duration.ofHours(1)).start()) {
			MessageStore store = new MessageStore(1, Duration.ofHours(1));
			store.indexDelay(Duration.ZERO);
			store.clear();
			assertThat(store.blank()).extracting("indexDelay").isEqualTo(Duration.ofHours(1));
			assertThat(emulator.control()).extracting("store.indexDelay").isEqualTo(Duration.ofHours(1));
		}
		assertThatIllegalArgumentException()
			.isThrownBy(() -> PostmarkEmulator.builder().indexDelay(Duration.ofSeconds(-1)));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> PostmarkEmulator.builder().indexDelay(Duration.ofDays(2)));
	}

	private int set(String body) {
		return this.postmark.post("/_emulator/index-delay", body, "Content-Type", "application/json").status();
	}

	private String send(String subject) {
		return this.postmark.accepted("""
				{ "From": "a@shop.example", "To": "ann@mail.example", "Subject": "%s", "TextBody": "Hi" }"""
			.formatted(subject));
	}

	private int found() {
		return this.postmark.get("/messages/outbound?count=10&offset=0").json().get("TotalCount").asInt();
	}

}

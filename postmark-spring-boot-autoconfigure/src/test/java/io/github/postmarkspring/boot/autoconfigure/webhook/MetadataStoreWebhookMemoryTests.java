package io.github.postmarkspring.boot.autoconfigure.webhook;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

import io.github.postmarkspring.client.webhook.WebhookMemory;
import io.github.postmarkspring.client.webhook.WebhookMemory.Claim;
import io.github.postmarkspring.client.webhook.WebhookMemory.State;
import org.junit.jupiter.api.Test;

import org.springframework.integration.metadata.ConcurrentMetadataStore;
import org.springframework.integration.metadata.SimpleMetadataStore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class MetadataStoreWebhookMemoryTests {

	private static final Duration EXPIRY = Duration.ofMinutes(5);

	private static final Duration IN_TIME = EXPIRY;

	private static final Duration TOO_LATE = EXPIRY.plusMillis(1);

	private final ConcurrentMetadataStore store = new SimpleMetadataStore();

	private final WebhookMemory memory = after(Duration.ZERO);

	@Test
	void whatIsBeingHandledIsBusyForEverybodyElse() {
		assertThat(this.memory.claim("event:1").state()).isEqualTo(State.CLAIMED);
		assertThat(this.memory.claim("event:1").state()).isEqualTo(State.BUSY);
		assertThat(after(IN_TIME).claim("event:1").state()).isEqualTo(State.BUSY);
		assertThat(this.memory.claim("event:2").state()).isEqualTo(State.CLAIMED);
	}

	@Test
	void whatHasBeenHandledStaysSo() {
		this.memory.claim("event:1").handled();

		assertThat(this.memory.claim("event:1").state()).isEqualTo(State.HANDLED);
		assertThat(after(Duration.ofDays(365)).claim("event:1").state()).isEqualTo(State.HANDLED);
	}

	@Test
	void whatFailedMayBeTriedAgainAtOnceHoweverOften() {
		for (int i = 0; i < 3; i++) {
			Claim claim = this.memory.claim("event:1");
			assertThat(claim.state()).isEqualTo(State.CLAIMED);
			claim.failed();
		}
		this.memory.claim("event:1").handled();
		assertThat(this.memory.claim("event:1").state()).isEqualTo(State.HANDLED);
	}

	@Test
	void theClaimOfAnInstanceThatDiedExpires() {
		this.memory.claim("event:1");

		assertThat(after(TOO_LATE).claim("event:1").state()).isEqualTo(State.CLAIMED);
		assertThat(after(TOO_LATE).claim("event:1").state()).isEqualTo(State.BUSY);
	}

	@Test
	void aFailureThatComesAfterTheClaimExpiredDoesNotLetGoOfSomebodyElsesNewerOne() {
		Claim expired = this.memory.claim("event:1");
		Claim newer = after(TOO_LATE).claim("event:1");

		expired.failed();
		assertThat(after(TOO_LATE).claim("event:1").state()).isEqualTo(State.BUSY);
		newer.handled();
		assertThat(after(TOO_LATE).claim("event:1").state()).isEqualTo(State.HANDLED);
	}

	@Test
	void aFailureThatComesAfterSomebodyElseHandledItDoesNotUndoThat() {
		Claim expired = this.memory.claim("event:1");
		after(TOO_LATE).claim("event:1").handled();

		expired.failed();
		assertThat(after(TOO_LATE).claim("event:1").state()).isEqualTo(State.HANDLED);
	}

	@Test
	void whatIsHandledAfterTheClaimExpiredCountsEvenIfSomebodyElseFails() {
		Claim expired = this.memory.claim("event:1");
		Claim newer = after(TOO_LATE).claim("event:1");

		expired.handled();
		newer.failed();
		assertThat(after(TOO_LATE).claim("event:1").state()).isEqualTo(State.HANDLED);
	}

	@Test
	void onlyTheFirstEndOfAClaimCounts() {
		Claim handled = this.memory.claim("event:1");
		handled.handled();
		handled.failed();
		assertThat(this.memory.claim("event:1").state()).isEqualTo(State.HANDLED);

		Claim failed = this.memory.claim("event:2");
		failed.failed();
		failed.handled();
		assertThat(this.memory.claim("event:2").state()).isEqualTo(State.CLAIMED);
	}

	@Test
	void whoHasNoClaimChangesNothing() {
		this.memory.claim("event:1");
		Claim none = this.memory.claim("event:1");

		none.failed();
		assertThat(this.memory.claim("event:1").state()).isEqualTo(State.BUSY);
		none.handled();
		assertThat(this.memory.claim("event:1").state()).isEqualTo(State.BUSY);
	}

	@Test
	void aClaimThatExpiresAtOnceIsRefused() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new MetadataStoreWebhookMemory(this.store, Duration.ZERO, Clock.systemUTC()))
			.withMessageContaining("claimExpiry");
	}

	/** The memory of another instance, on the same store, as long after the first. */
	private WebhookMemory after(Duration time) {
		Instant start = Instant.parse("2026-11-02T09:15:41Z");
		return new MetadataStoreWebhookMemory(this.store, EXPIRY, Clock.fixed(start.plus(time), ZoneOffset.UTC));
	}

}

package io.github.postmarkspring.client.webhook;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.github.postmarkspring.client.webhook.WebhookMemory.Claim;
import io.github.postmarkspring.client.webhook.WebhookMemory.State;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class InMemoryWebhookMemoryTests {

	private static final Duration CLAIM_EXPIRY = Duration.ofMinutes(2);

	private static final Duration REMEMBERED_FOR = Duration.ofHours(12);

	private final TestClock clock = new TestClock();

	private final WebhookMemory memory = memory(100);

	@Test
	void whatIsClaimedIsBusyUntilItIsHandled() {
		Claim claim = this.memory.claim("a");
		assertThat(claim.state()).isEqualTo(State.CLAIMED);
		assertThat(this.memory.claim("a").state()).isEqualTo(State.BUSY);
		assertThat(this.memory.claim("b").state()).isEqualTo(State.CLAIMED);
		claim.handled();
		assertThat(this.memory.claim("a").state()).isEqualTo(State.HANDLED);
	}

	@Test
	void whatFailedCanBeClaimedAgain() {
		this.memory.claim("a").failed();
		assertThat(this.memory.claim("a").state()).isEqualTo(State.CLAIMED);
	}

	@Test
	void onlyTheFirstEndOfAClaimCounts() {
		Claim claim = this.memory.claim("a");
		claim.handled();
		claim.failed();
		assertThat(this.memory.claim("a").state()).isEqualTo(State.HANDLED);
		Claim failed = this.memory.claim("b");
		failed.failed();
		failed.handled();
		assertThat(this.memory.claim("b").state()).isEqualTo(State.CLAIMED);
	}

	@Test
	void whoWasToldBusyCannotEndTheClaimOfAnother() {
		this.memory.claim("a");
		this.memory.claim("a").failed();
		assertThat(this.memory.claim("a").state()).isEqualTo(State.BUSY);
		this.memory.claim("a").handled();
		assertThat(this.memory.claim("a").state()).isEqualTo(State.BUSY);
	}

	@Test
	void aClaimExpires() {
		this.memory.claim("a");
		this.clock.advance(CLAIM_EXPIRY.minusNanos(1));
		assertThat(this.memory.claim("a").state()).isEqualTo(State.BUSY);
		this.clock.advance(Duration.ofNanos(1));
		assertThat(this.memory.claim("a").state()).isEqualTo(State.CLAIMED);
	}

	@Test
	void theFailureOfAnExpiredClaimReleasesNoNewerOne() {
		Claim expired = this.memory.claim("a");
		this.clock.advance(CLAIM_EXPIRY);
		Claim newer = this.memory.claim("a");
		expired.failed();
		assertThat(this.memory.claim("a").state()).isEqualTo(State.BUSY);
		newer.handled();
		assertThat(this.memory.claim("a").state()).isEqualTo(State.HANDLED);
	}

	@Test
	void whatAnExpiredClaimHandledIsHandledWhateverBecomesOfTheNewerOne() {
		Claim expired = this.memory.claim("a");
		this.clock.advance(CLAIM_EXPIRY);
		Claim newer = this.memory.claim("a");
		expired.handled();
		assertThat(this.memory.claim("a").state()).isEqualTo(State.HANDLED);
		newer.failed();
		assertThat(this.memory.claim("a").state()).isEqualTo(State.HANDLED);
	}

	@Test
	void whatWasHandledIsForgottenInTime() {
		this.memory.claim("a").handled();
		this.clock.advance(REMEMBERED_FOR.minusNanos(1));
		assertThat(this.memory.claim("a").state()).isEqualTo(State.HANDLED);
		this.clock.advance(Duration.ofNanos(1));
		assertThat(this.memory.claim("a").state()).isEqualTo(State.CLAIMED);
	}

	@Test
	void whatWasHandledLongestAgoLeavesFirst() {
		WebhookMemory small = memory(3);
		Claim first = small.claim("first");
		small.claim("a").handled();
		small.claim("b").handled();
		first.handled();
		small.claim("c").handled();
		assertThat(small.claim("b").state()).isEqualTo(State.HANDLED);
		assertThat(small.claim("first").state()).isEqualTo(State.HANDLED);
		assertThat(small.claim("c").state()).isEqualTo(State.HANDLED);
		assertThat(small.claim("a").state()).isEqualTo(State.CLAIMED);
	}

	@Test
	void whatIsBeingHandledNeverLeavesAndWithoutRoomAllElseIsBusy() {
		WebhookMemory small = memory(2);
		Claim first = small.claim("a");
		small.claim("b");
		assertThat(small.claim("c").state()).isEqualTo(State.BUSY);
		assertThat(small.claim("a").state()).isEqualTo(State.BUSY);
		first.handled();
		assertThat(small.claim("c").state()).isEqualTo(State.CLAIMED);
		assertThat(small.claim("b").state()).isEqualTo(State.BUSY);
	}

	@Test
	void anExpiredClaimMakesRoomBeforeAnythingThatWasHandled() {
		WebhookMemory small = memory(2);
		small.claim("hangs");
		small.claim("a").handled();
		this.clock.advance(CLAIM_EXPIRY);
		assertThat(small.claim("b").state()).isEqualTo(State.CLAIMED);
		assertThat(small.claim("a").state()).isEqualTo(State.HANDLED);
	}

	@Test
	void aClaimThatWasTakenOverIsAsYoungAsItsNewHolder() {
		WebhookMemory small = memory(3);
		small.claim("a");
		this.clock.advance(CLAIM_EXPIRY.dividedBy(2));
		small.claim("b");
		this.clock.advance(CLAIM_EXPIRY.dividedBy(2));
		small.claim("a");
		this.clock.advance(CLAIM_EXPIRY.dividedBy(2));
		small.claim("c");
		assertThat(small.claim("d").state()).isEqualTo(State.CLAIMED);
		assertThat(small.claim("a").state()).isEqualTo(State.BUSY);
	}

	@Test
	void longKeysAreToldApart() {
		String start = "k".repeat(1_000_000);
		this.memory.claim(start + "1").handled();
		assertThat(this.memory.claim(start + "1").state()).isEqualTo(State.HANDLED);
		assertThat(this.memory.claim(start + "2").state()).isEqualTo(State.CLAIMED);
	}

	@Test
	void ofManyWhoClaimAtOnceOneGetsIt() throws Exception {
		int threads = 8;
		ExecutorService executor = Executors.newFixedThreadPool(threads);
		try {
			CyclicBarrier start = new CyclicBarrier(threads);
			for (int round = 0; round < 200; round++) {
				String key = "round-" + round;
				Callable<State> claim = () -> {
					start.await();
					return this.memory.claim(key).state();
				};
				List<Future<State>> states = new ArrayList<>();
				for (int i = 0; i < threads; i++) {
					states.add(executor.submit(claim));
				}
				List<State> seen = new ArrayList<>();
				for (Future<State> state : states) {
					seen.add(state.get());
				}
				assertThat(seen).containsOnlyOnce(State.CLAIMED).doesNotContain(State.HANDLED);
				this.clock.advance(CLAIM_EXPIRY);
			}
		}
		finally {
			executor.shutdownNow();
		}
	}

	@Test
	void settingsThatMakeNoSenseAreRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> memory(0)).withMessageContaining("'maxEntries'");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> WebhookMemory.inMemory(1, Duration.ZERO, REMEMBERED_FOR, this.clock))
			.withMessageContaining("'claimExpiry'");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> WebhookMemory.inMemory(1, CLAIM_EXPIRY, Duration.ofSeconds(-1), this.clock))
			.withMessageContaining("'rememberedFor'");
		assertThatIllegalArgumentException().isThrownBy(() -> this.memory.claim("")).withMessageContaining("'key'");
	}

	private WebhookMemory memory(int maxEntries) {
		return WebhookMemory.inMemory(maxEntries, CLAIM_EXPIRY, REMEMBERED_FOR, this.clock);
	}

	private static final class TestClock extends Clock {

		private volatile Instant now = Instant.parse("2026-11-23T10:00:00Z");

		void advance(Duration duration) {
			this.now = this.now.plus(duration);
		}

		@Override
		public Instant instant() {
			return this.now;
		}

		@Override
		public ZoneId getZone() {
			return ZoneOffset.UTC;
		}

		@Override
		public Clock withZone(ZoneId zone) {
			return this;
		}

	}

}

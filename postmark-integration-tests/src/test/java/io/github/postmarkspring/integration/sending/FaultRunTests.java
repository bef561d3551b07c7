package io.github.postmarkspring.integration.sending;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is reported of mail stands up to what became of it. In full:
 * {@code -Dpostmark.fault-run.sends=20000}.
 */
class FaultRunTests {

	private static final int SENDS = Integer.getInteger("postmark.fault-run.sends", 600);

	@ParameterizedTest
	@ValueSource(strings = { "http-components", "jdk" })
	void withoutReconciliationWhatMayHaveBeenAcceptedIsReportedAsUnknown(String engine) {
		FaultRun run = run(engine, "off");
		// A reset may come before the request has left, or after.
		long open = run.given("reset after it was accepted") + run.given("500") + run.given("beyond the read timeout");
		long atMost = open + run.given("reset before it was read");
		if (engine.equals("jdk")) {
			// It loses an answer now and then.
			atMost += 1 + SENDS / 1_000;
		}
		assertThat((long) run.unknown.size()).isBetween(open, atMost);
		assertThat(run.reconciled).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "http-components", "jdk" })
	void whatIsLookedUpAndNotFoundWasNotAccepted(String engine) {
		FaultRun run = run(engine, "check");
		assertThat(run.unknown.values()).allMatch((failure) -> failure.isNotFound());
		assertThat(run.unknown.keySet()).noneMatch(run.there::containsKey);
		assertThat((long) run.unknown.size()).isBetween(run.given("500"),
				run.given("500") + run.given("reset before it was read"));
		assertThat((long) run.reconciled.size())
			.isGreaterThanOrEqualTo(run.given("reset after it was accepted") + run.given("beyond the read timeout"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "http-components", "jdk" })
	void whatIsSentAgainIfItIsNotFoundArrivesOnce(String engine) {
		FaultRun run = run(engine, "resend");
		assertThat(run.unknown).isEmpty();
		assertThat(run.notSent).isEmpty();
		assertThat(run.accepted).hasSize(SENDS);
	}

	private static FaultRun run(String engine, String reconcile) {
		FaultRun run = FaultRun.of(SENDS, engine, reconcile);
		System.out.println(run);
		assertThat(run.accepted.size() + run.unknown.size() + run.notSent.size()).isEqualTo(SENDS);
		assertThat(run.there.values()).as("sent once").allMatch((ids) -> ids.size() == 1);
		assertThat(run.accepted).as("reported as sent").allSatisfy((to, id) -> {
			assertThat(run.there).containsKey(to);
			assertThat(run.there.get(to)).containsExactly(id);
		});
		assertThat(run.notSent.keySet()).as("reported as not sent").noneMatch(run.there::containsKey);
		return run;
	}

}

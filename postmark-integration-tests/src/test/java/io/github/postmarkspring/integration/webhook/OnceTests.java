package io.github.postmarkspring.integration.webhook;

import java.util.List;
import java.util.Map;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Events that come out of order and more than once, to listeners that fail at random.
 */
class OnceTests {

	private static final Log logger = LogFactory.getLog(OnceTests.class);

	private static final int EVENTS = 10_000;

	private final Ledger ledger = new Ledger();

	@Test
	void oneInstanceHandlesEachEventSuccessfullyOnce() {
		try (Instance instance = Instance.alone(this.ledger)) {
			assertThatEachIsHandledOnce("In memory", instance);
		}
	}

	@Test
	void twoInstancesThatShareADatabaseHandleEachEventSuccessfullyOnce() {
		SharedDatabase database = SharedDatabase.create();
		try (Instance first = Instance.sharing(database, this.ledger);
				Instance second = Instance.sharing(database, this.ledger)) {
			assertThatEachIsHandledOnce("In PostgreSQL", first, second);
		}
		assertThat(database.jdbc()
			.sql("SELECT COUNT(*) FROM INT_METADATA_STORE WHERE METADATA_VALUE LIKE 'handled:%'")
			.query(Integer.class)
			.single()).isEqualTo(EVENTS);
		assertThat(database.jdbc().sql("SELECT COUNT(*) FROM INT_METADATA_STORE").query(Integer.class).single())
			.as("with what is left under way")
			.isEqualTo(EVENTS);
	}

	private void assertThatEachIsHandledOnce(String where, Instance... instances) {
		long start = System.nanoTime();
		Map<Integer, Integer> answers = new Poster(List.of(instances)).post(EVENTS);
		logger.info("%s: %d events in %d ms, answered %s, %d failures of listeners".formatted(where, EVENTS,
				(System.nanoTime() - start) / 1_000_000, answers, this.ledger.failures()));
		assertThat(this.ledger.timesHandled()).containsExactly(Map.entry(1, (long) EVENTS));
		assertThat(this.ledger.overlapped()).isEmpty();
		assertThat(answers.get(200)).isEqualTo(EVENTS * 13 / 10);
		assertThat(this.ledger.failures()).isGreaterThan(EVENTS / 20);
	}

}

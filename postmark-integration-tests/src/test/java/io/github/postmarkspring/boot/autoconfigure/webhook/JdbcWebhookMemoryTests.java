package io.github.postmarkspring.boot.autoconfigure.webhook;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import com.zaxxer.hikari.HikariDataSource;
import io.github.postmarkspring.client.webhook.WebhookMemory;
import io.github.postmarkspring.client.webhook.WebhookMemory.Claim;
import io.github.postmarkspring.client.webhook.WebhookMemory.State;
import io.github.postmarkspring.integration.PostgresServer;
import io.github.postmarkspring.integration.webhook.SharedDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.aop.framework.ProxyFactory;
import org.springframework.integration.jdbc.metadata.JdbcMetadataStore;
import org.springframework.integration.metadata.ConcurrentMetadataStore;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.annotation.AnnotationTransactionAttributeSource;
import org.springframework.transaction.interceptor.TransactionInterceptor;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What several instances remember in one database, each with connections of its own. It
 * is in the package of what it tests, because nobody else is to see that.
 */
class JdbcWebhookMemoryTests {

	private static final Duration EXPIRY = Duration.ofMinutes(5);

	private static final int THREADS = 4;

	private static final int ROUNDS = 50;

	private static HikariDataSource here;

	private static HikariDataSource there;

	private final String test = UUID.randomUUID() + "-";

	@BeforeAll
	static void connect() {
		SharedDatabase database = SharedDatabase.create();
		here = pool(database);
		there = pool(database);
	}

	@AfterAll
	static void disconnect() {
		here.close();
		there.close();
	}

	@Test
	void whatOneInstanceClaimsIsBusyForTheOtherAndThenHandled() {
		Claim claim = memory(here, false).claim(key(1));
		assertThat(claim.state()).isEqualTo(State.CLAIMED);
		assertThat(memory(there, false).claim(key(1)).state()).isEqualTo(State.BUSY);
		claim.handled();
		assertThat(memory(there, false).claim(key(1)).state()).isEqualTo(State.HANDLED);
	}

	@Test
	void whatOneInstanceFailsToHandleTheOtherMayClaimAndALateFailureDoesNotTakeItAway() {
		Claim first = memory(here, false).claim(key(1));
		first.failed();
		Claim second = memory(there, false).claim(key(1));
		assertThat(second.state()).isEqualTo(State.CLAIMED);
		first.failed();
		assertThat(memory(here, false).claim(key(1)).state()).isEqualTo(State.BUSY);
	}

	@Test
	void theClaimOfAnInstanceThatDiedExpiresAndALateEndOfItCountsOnlyIfItHandledTheEvent() {
		Claim first = died(here).claim(key(1));
		Claim second = memory(there, false).claim(key(1));
		assertThat(second.state()).isEqualTo(State.CLAIMED);
		first.failed();
		assertThat(memory(here, false).claim(key(1)).state()).isEqualTo(State.BUSY);

		Claim late = died(here).claim(key(2));
		Claim newer = memory(there, false).claim(key(2));
		late.handled();
		newer.failed();
		assertThat(memory(there, false).claim(key(2)).state()).isEqualTo(State.HANDLED);
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void ofSeveralThatClaimAtTheSameInstantExactlyOneGetsIt(boolean transactional) throws Exception {
		for (int round = 0; round < ROUNDS; round++) {
			assertThatOneClaims(key(round), transactional);
		}
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void ofSeveralThatTakeOverAnExpiredClaimAtTheSameInstantExactlyOneGetsIt(boolean transactional) throws Exception {
		for (int round = 0; round < ROUNDS; round++) {
			died(here).claim(key(round));
			assertThatOneClaims(key(round), transactional);
		}
	}

	@Test
	void whatIsStoredFitsTheColumnsThatSpringIntegrationMakes() {
		String longest = "signature:" + "f".repeat(64);
		memory(here, false).claim(longest).failed();

		JdbcClient jdbc = JdbcClient.create(here);
		assertThat(jdbc.sql("SELECT MAX(LENGTH(METADATA_KEY)) FROM INT_METADATA_STORE").query(Integer.class).single())
			.as("of 255 at the most in any of the databases")
			.isLessThan(150);
		assertThat(jdbc.sql("SELECT MAX(LENGTH(METADATA_VALUE)) FROM INT_METADATA_STORE").query(Integer.class).single())
			.isLessThan(150);
	}

	@Test
	void whatWasHandledLongAgoIsDeletedByOneStatement() {
		memory(here, false).claim(key(1)).handled();
		memory(here, false).claim(key(2));
		died(here).claim(key(3)).handled();

		long since = System.currentTimeMillis() - EXPIRY.toMillis();
		JdbcClient.create(here)
			.sql("DELETE FROM INT_METADATA_STORE WHERE METADATA_KEY LIKE 'postmark.webhook.%' "
					+ "AND METADATA_VALUE LIKE 'handled:%' AND METADATA_VALUE < ?")
			.param("handled:" + since)
			.update();
		assertThat(memory(there, false).claim(key(1)).state()).isEqualTo(State.HANDLED);
		assertThat(memory(there, false).claim(key(2)).state()).isEqualTo(State.BUSY);
		assertThat(memory(there, false).claim(key(3)).state()).isEqualTo(State.CLAIMED);
	}

	private void assertThatOneClaims(String key, boolean transactional) throws Exception {
		CyclicBarrier barrier = new CyclicBarrier(THREADS);
		ExecutorService executor = Executors.newFixedThreadPool(THREADS);
		try {
			List<Callable<State>> claims = new ArrayList<>();
			for (int i = 0; i < THREADS; i++) {
				WebhookMemory memory = memory((i % 2 == 0) ? here : there, transactional);
				claims.add(() -> {
					barrier.await();
					return memory.claim(key).state();
				});
			}
			List<State> states = new ArrayList<>();
			for (Future<State> claim : executor.invokeAll(claims)) {
				states.add(claim.get());
			}
			assertThat(states).containsOnlyOnce(State.CLAIMED).containsOnly(State.CLAIMED, State.BUSY);
		}
		finally {
			executor.shutdown();
		}
	}

	private String key(int number) {
		return this.test + number;
	}

	private static WebhookMemory memory(HikariDataSource pool, boolean transactional) {
		return new MetadataStoreWebhookMemory(store(pool, transactional), EXPIRY, Clock.systemUTC());
	}

	/** One that claimed long ago. */
	private static WebhookMemory died(HikariDataSource pool) {
		return new MetadataStoreWebhookMemory(store(pool, false), EXPIRY,
				Clock.offset(Clock.systemUTC(), EXPIRY.plusSeconds(1).negated()));
	}

	private static ConcurrentMetadataStore store(HikariDataSource pool, boolean transactional) {
		JdbcMetadataStore store = new JdbcMetadataStore(pool);
		store.afterPropertiesSet();
		if (!transactional) {
			return store;
		}
		ProxyFactory proxy = new ProxyFactory(store);
		proxy.addAdvice(new TransactionInterceptor(new JdbcTransactionManager(pool),
				new AnnotationTransactionAttributeSource()));
		return (ConcurrentMetadataStore) proxy.getProxy();
	}

	private static HikariDataSource pool(SharedDatabase database) {
		HikariDataSource pool = new HikariDataSource();
		pool.setJdbcUrl(database.url());
		pool.setUsername(PostgresServer.USER);
		pool.setPassword(PostgresServer.shared().password());
		pool.setMaximumPoolSize(THREADS);
		return pool;
	}

}

package io.github.postmarkspring.boot.autoconfigure;

import java.net.URI;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.diagnostics.FailureAnalyzedException;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tokens follow the environment while the application runs.
 */
@ExtendWith(OutputCaptureExtension.class)
class EnvironmentTokensTests {

	private static final TokenKey NEWS = TokenKey.named("news");

	private static final Duration MAX_AGE = Duration.ofMinutes(1);

	private final Map<String, Object> store = new ConcurrentHashMap<>(
			Map.of("postmark.server-token", "s3cr3t-1", "postmark.servers.news.token", "s3cr3t-news-1"));

	private final AtomicInteger reads = new AtomicInteger();

	private volatile Runnable onRead = () -> {
	};

	private volatile Runnable onChange = () -> {
	};

	private final AtomicLong time = new AtomicLong();

	private final List<String> observed = new CopyOnWriteArrayList<>();

	private final EnvironmentTokens tokens = tokens();

	private EnvironmentTokens tokens() {
		StandardEnvironment environment = new StandardEnvironment();
		environment.getConversionService().addConverter(SecretBytes.class, String.class, SecretBytes::text);
		environment.getPropertySources().addFirst(new MapPropertySource("store", this.store) {

			@Override
			public Object getProperty(String name) {
				if (name.equals("postmark.server-token")) {
					EnvironmentTokensTests.this.reads.incrementAndGet();
					EnvironmentTokensTests.this.onRead.run();
				}
				if (name.equals("store@failing")) {
					throw new IllegalStateException("cannot decode s3cr3t-2");
				}
				return super.getProperty(name);
			}

		});
		return new EnvironmentTokens(URI.create("https://api.postmarkapp.com"), List.of(TokenKey.SERVER, NEWS),
				new TokenReader(environment), List.of(new Observer()), MAX_AGE, this.time::get);
	}

	@Test
	void aTokenIsNotReadAgainBeforeItIsOld() {
		int before = this.reads.get();
		this.store.put("postmark.server-token", "s3cr3t-2");
		this.time.addAndGet(MAX_AGE.toNanos() - 1);
		assertThat(this.tokens.serverToken()).isEqualTo("s3cr3t-1");
		assertThat(this.reads).hasValue(before);
	}

	@Test
	void aTokenThatIsOldIsReadAgainWhenItIsAskedFor() {
		this.store.put("postmark.server-token", "s3cr3t-2");
		this.time.addAndGet(MAX_AGE.toNanos());
		assertThat(this.tokens.serverToken()).isEqualTo("s3cr3t-2");
		assertThat(this.tokens.serverToken("news")).isEqualTo("s3cr3t-news-1");
		assertThat(this.observed).containsExactly("changed postmark.server-token");
	}

	@Test
	void whileOneReadsASlowStoreTheOthersGoOnWithTheTokenThereIs() throws Exception {
		CountDownLatch reading = new CountDownLatch(1);
		CountDownLatch answer = new CountDownLatch(1);
		this.onRead = () -> {
			reading.countDown();
			await(answer);
		};
		this.store.put("postmark.server-token", "s3cr3t-2");
		this.time.addAndGet(MAX_AGE.toNanos());
		ExecutorService executor = Executors.newSingleThreadExecutor();
		try {
			Future<String> slow = executor.submit(() -> this.tokens.serverToken());
			await(reading);
			assertThat(this.tokens.serverToken()).isEqualTo("s3cr3t-1");
			answer.countDown();
			assertThat(slow.get(30, TimeUnit.SECONDS)).isEqualTo("s3cr3t-2");
		}
		finally {
			answer.countDown();
			executor.shutdownNow();
		}
	}

	@Test
	void whoIsInterruptedWhileAStoreDoesNotAnswerGoesOnWithTheTokenThereIs() throws Exception {
		CountDownLatch reading = new CountDownLatch(1);
		CountDownLatch answer = new CountDownLatch(1);
		this.onRead = () -> {
			reading.countDown();
			await(answer);
		};
		Thread refresh = new Thread(this.tokens::reload);
		refresh.start();
		try {
			await(reading);
			Thread.currentThread().interrupt();
			this.tokens.refused("s3cr3t-1");
			assertThat(Thread.interrupted()).isTrue();
			assertThat(this.tokens.serverToken()).isEqualTo("s3cr3t-1");
		}
		finally {
			answer.countDown();
			refresh.join();
		}
	}

	@Test
	void aStoreThatSendsAMailWhileItIsReadDoesNotReadItselfAgain() {
		this.store.put("postmark.server-token", "s3cr3t-2");
		List<String> sentWith = new ArrayList<>();
		this.onRead = () -> {
			sentWith.add(String.valueOf(this.tokens.serverToken()));
			this.tokens.refused("s3cr3t-1");
		};
		this.time.addAndGet(MAX_AGE.toNanos());
		assertThat(this.tokens.serverToken()).isEqualTo("s3cr3t-2");
		assertThat(sentWith).isNotEmpty().containsOnly("s3cr3t-1");
	}

	@Test
	void aListenerThatTakesItsTimeKeepsNobodyFromTheNextToken() throws Exception {
		CountDownLatch told = new CountDownLatch(1);
		CountDownLatch end = new CountDownLatch(1);
		this.onChange = () -> {
			told.countDown();
			await(end);
		};
		this.store.put("postmark.server-token", "s3cr3t-2");
		Thread slow = new Thread(this.tokens::reload);
		slow.start();
		try {
			await(told);
			this.onChange = () -> {
			};
			this.store.put("postmark.server-token", "s3cr3t-3");
			CompletableFuture.runAsync(() -> this.tokens.refused("s3cr3t-2")).get(20, TimeUnit.SECONDS);
			assertThat(this.tokens.serverToken()).isEqualTo("s3cr3t-3");
		}
		finally {
			end.countDown();
			slow.join();
		}
	}

	@Test
	void anAgeThatNoClockReachesIsNeverReached() {
		StandardEnvironment environment = new StandardEnvironment();
		environment.getPropertySources().addFirst(new MapPropertySource("store", this.store));
		EnvironmentTokens kept = new EnvironmentTokens(URI.create("https://api.postmarkapp.com"),
				List.of(TokenKey.SERVER), new TokenReader(environment), List.of(), ChronoUnit.FOREVER.getDuration(),
				this.time::get);
		this.store.put("postmark.server-token", "s3cr3t-2");
		this.time.addAndGet(Duration.ofDays(36500).toNanos());
		assertThat(kept.serverToken()).isEqualTo("s3cr3t-1");
	}

	@Test
	void aRefusedTokenIsReadAgainAtOnce() {
		this.store.put("postmark.server-token", "s3cr3t-2");
		this.tokens.refused("s3cr3t-1");
		assertThat(this.tokens.serverToken()).isEqualTo("s3cr3t-2");
	}

	@Test
	void aTokenThatHasBeenReplacedAlreadyIsNotReadAgainWhenItIsRefusedLate() {
		this.store.put("postmark.server-token", "s3cr3t-2");
		this.tokens.refused("s3cr3t-1");
		int before = this.reads.get();
		this.tokens.refused("s3cr3t-1");
		assertThat(this.reads).hasValue(before);
	}

	@Test
	void aTokenThatIsRefusedForGoodIsReadAgainEveryFewSecondsOnly() {
		this.tokens.refused("s3cr3t-1");
		int before = this.reads.get();
		this.tokens.refused("s3cr3t-1");
		this.time.addAndGet(Duration.ofMillis(2999).toNanos());
		this.tokens.refused("s3cr3t-1");
		assertThat(this.reads).hasValue(before);
		this.time.addAndGet(Duration.ofMillis(1).toNanos());
		this.tokens.refused("s3cr3t-1");
		assertThat(this.reads.get()).isGreaterThan(before);
	}

	@Test
	void aServerWhoseTokenIsRefusedForGoodDoesNotKeepAnotherFromRotating() {
		this.tokens.refused("s3cr3t-news-1");
		this.store.put("postmark.server-token", "s3cr3t-2");
		this.tokens.refused("s3cr3t-1");
		assertThat(this.tokens.serverToken()).isEqualTo("s3cr3t-2");
	}

	@Test
	void aGapKeepsTheTokenAndTheRestIsTakenOver(CapturedOutput output) {
		this.store.remove("postmark.server-token");
		this.store.put("postmark.servers.news.token", "s3cr3t-news-2");
		this.tokens.reload();
		assertThat(this.tokens.serverToken()).isEqualTo("s3cr3t-1");
		assertThat(this.tokens.serverToken("news")).isEqualTo("s3cr3t-news-2");
		assertThat(this.observed).containsExactly("failed postmark.server-token",
				"changed postmark.servers.news.token");
		assertThat(output).contains("WARN")
			.contains(
					"'postmark.server-token' could not be read again, the one before stays in use. There is none any more.")
			.doesNotContain("s3cr3t");
	}

	@Test
	void aTokenThatIsNoneKeepsTheOneBefore(CapturedOutput output) {
		for (String nonsense : List.of(" ", "${s3cr3t}", "s3cr3t part", "s3cr3tü", "s3cr3t\n")) {
			this.store.put("postmark.server-token", nonsense);
			this.tokens.reload();
			assertThat(this.tokens.serverToken()).isEqualTo("s3cr3t-1");
		}
		assertThat(output).contains("is set but blank")
			.contains("has a placeholder in it")
			.contains("has white space or a line break in it")
			.contains("has a character in it that a token cannot have")
			.doesNotContain("s3cr3t");
	}

	@Test
	void aStoreThatFailsKeepsTheTokenAndItsWordsAreNotLogged(CapturedOutput output) {
		this.onRead = () -> {
			throw new IllegalStateException("cannot decode s3cr3t-2");
		};
		this.tokens.reload();
		assertThat(this.tokens.serverToken()).isEqualTo("s3cr3t-1");
		assertThat(output).contains("Reading it failed with java.lang.IllegalStateException.").doesNotContain("s3cr3t");
	}

	@Test
	void aStoreWhoseClientCannotBeLoadedAnyMoreKeepsTheTokenAndMailGoesOn(CapturedOutput output) {
		this.onRead = () -> {
			throw new NoClassDefFoundError("s3cr3t/Client");
		};
		this.time.addAndGet(MAX_AGE.toNanos());
		assertThat(this.tokens.serverToken()).isEqualTo("s3cr3t-1");
		assertThat(output).contains("Reading it failed with java.lang.NoClassDefFoundError.").doesNotContain("s3cr3t");
	}

	@Test
	void aStoreThatAPlaceholderAsksIsSaidToHaveFailed(CapturedOutput output) {
		this.store.put("postmark.server-token", "${store@failing}");
		this.tokens.reload();
		assertThat(this.tokens.serverToken()).isEqualTo("s3cr3t-1");
		assertThat(output).contains("could not be read: that failed with java.lang.IllegalStateException.")
			.doesNotContain("s3cr3t");
	}

	@Test
	void aProblemThatLastsIsLoggedOnceAndCountedEachTime(CapturedOutput output) {
		this.store.remove("postmark.server-token");
		this.tokens.reload();
		this.tokens.reload();
		assertThat(output.getAll().split("could not be read again", -1)).hasSize(2);
		assertThat(this.observed).containsExactly("failed postmark.server-token", "failed postmark.server-token");
	}

	@Test
	void aTokenThatIsGoodAgainIsTakenOver() {
		this.store.remove("postmark.server-token");
		this.tokens.reload();
		this.store.put("postmark.server-token", "s3cr3t-2");
		this.tokens.reload();
		assertThat(this.tokens.serverToken()).isEqualTo("s3cr3t-2");
	}

	@Test
	void anObjectThatAConverterMakesTextOfIsNoProblem() {
		this.store.put("postmark.server-token", new StringBuilder("s3cr3t-2"));
		this.tokens.reload();
		assertThat(this.tokens.serverToken()).isEqualTo("s3cr3t-2");
	}

	@Test
	void anObjectThatAStoreHasAConverterForIsReadAsTheStoreMeansIt() {
		this.store.put("store@bytes", new SecretBytes("s3cr3t-2"));
		this.store.put("postmark.server-token", "${store@bytes}");
		this.tokens.reload();
		assertThat(this.tokens.serverToken()).isEqualTo("s3cr3t-2");
	}

	@Test
	void aTokenThatCannotBeReadAtTheStartStopsTheApplication() {
		this.store.put("postmark.server-token", "s3cr3t part");
		assertThatExceptionOfType(FailureAnalyzedException.class).isThrownBy(this::tokens)
			.withMessageContaining("'postmark.server-token' has white space")
			.withMessageNotContaining("s3cr3t");
	}

	@Test
	void nothingOfItShowsAToken() {
		assertThat(this.tokens.toString()).contains("postmark.server-token").doesNotContain("s3cr3t");
		assertThat(new TokenSnapshot(Map.of("news", "s3cr3t"), Map.of(), 0).toString()).contains("news")
			.doesNotContain("s3cr3t");
		assertThat(new ConnectionToken(this.tokens, NEWS).toString()).doesNotContain("s3cr3t");
	}

	private static void await(CountDownLatch latch) {
		try {
			assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** As a store hands it out. */
	private record SecretBytes(String text) {

		@Override
		public String toString() {
			return "<ByteString>";
		}

	}

	private final class Observer implements TokenObserver {

		@Override
		public void changed(TokenKey key) {
			EnvironmentTokensTests.this.observed.add("changed " + key.property());
			EnvironmentTokensTests.this.onChange.run();
		}

		@Override
		public void failed(TokenKey key) {
			EnvironmentTokensTests.this.observed.add("failed " + key.property());
		}

	}

}

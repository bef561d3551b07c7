package io.github.postmarkspring.boot.autoconfigure.health;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

import io.github.postmarkspring.boot.autoconfigure.PostmarkConnectionDetails;
import io.github.postmarkspring.client.PostmarkClientFactory;
import io.github.postmarkspring.client.StubPostmark;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.health.contributor.Status;
import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * When what was found is old, by a clock of the test's.
 */
class CachedHealthTests {

	private final StubPostmark postmark = new StubPostmark();

	private final AtomicLong nanoTime = new AtomicLong(Long.MAX_VALUE - 1000);

	private final Deque<Runnable> background = new ArrayDeque<>();

	private Runnable onToken = () -> {
	};

	private Runnable onClients = () -> {
	};

	private final CachedHealth health = health(Duration.ofSeconds(30));

	@AfterEach
	void stop() {
		this.postmark.close();
	}

	@Test
	void whoAsksStartsOneCheckAndNoSecondBeforeItEnds() {
		this.health.health();
		this.health.health();
		assertThat(this.background).hasSize(1);
		check();
		assertThat(this.health.health().getStatus()).isEqualTo(Status.UP);
		assertThat(this.background).isEmpty();
	}

	@Test
	void anOldAnswerIsGivenWhileItIsCheckedAgain() {
		this.health.health();
		check();
		pass(29);
		this.health.health();
		assertThat(this.background).isEmpty();
		pass(1);
		assertThat(this.health.health().getStatus()).isEqualTo(Status.UP);
		assertThat(this.background).hasSize(1);
	}

	@Test
	void anAnswerOfLongAgoIsNoAnswerAnyMore() {
		this.health.health();
		check();
		pass(299);
		assertThat(this.health.health().getStatus()).isEqualTo(Status.UP);
		pass(1);
		assertThat(this.health.health().getStatus()).isEqualTo(Status.UNKNOWN);
		assertThat(this.health.health().getDetails()).containsEntry("reason", "not checked for long, now it is")
			.containsKeys("lastChecked", "tokenFingerprint");
		check();
		assertThat(this.health.health().getStatus()).isEqualTo(Status.UP);
	}

	@Test
	void anAnswerThatIsToBeKeptLongIsOfLongAgoLater() {
		CachedHealth kept = health(Duration.ofMinutes(10));
		kept.health();
		check();
		pass(10 * 600 - 1);
		assertThat(kept.health().getStatus()).isEqualTo(Status.UP);
		pass(1);
		assertThat(kept.health().getStatus()).isEqualTo(Status.UNKNOWN);
	}

	@Test
	void anAnswerThatIsToBeKeptShortlyIsNotOfLongAgoBetweenTwoQuestions() {
		CachedHealth kept = health(Duration.ofSeconds(1));
		kept.health();
		check();
		pass(299);
		assertThat(kept.health().getStatus()).isEqualTo(Status.UP);
		pass(1);
		assertThat(kept.health().getStatus()).isEqualTo(Status.UNKNOWN);
	}

	@Test
	void aCheckThatTakesLongerThanItMayIsDownWhateverWasFoundBefore() {
		this.health.health();
		check();
		pass(30);
		this.health.health();
		this.postmark.answerEach((request) -> {
			pass(1);
			assertThat(this.health.health().getStatus()).isEqualTo(Status.UP);
			pass(1);
			assertThat(this.health.health().getStatus()).isEqualTo(Status.DOWN);
			assertThat(this.health.health().getDetails()).containsEntry("error", "no answer within 2000 ms")
				.containsEntry("tokenFingerprint", LiveToken.fingerprint("token"))
				.containsKey("lastChecked");
			return "{\"ID\":8}";
		});
		check();
		assertThat(this.health.health().getStatus()).as("it did come").isEqualTo(Status.UP);
		assertThat(this.health.health().getDetails()).containsEntry("id", 8L);
	}

	@Test
	void aCheckThatTakesTooLongSaysWhenPostmarkWasAsked() {
		this.health.health();
		this.postmark.answerEach((request) -> {
			Instant asked = Instant.now();
			await().until(() -> Duration.between(asked, Instant.now()).toMillis() > 10);
			pass(2);
			assertThat((Instant) this.health.health().getDetails().get("lastChecked")).isBeforeOrEqualTo(asked);
			return "{\"ID\":8}";
		});
		check();
		assertThat(this.health.health().getDetails()).containsEntry("id", 8L);
	}

	@Test
	void theTimeThatReadingTheTokenTakesIsNotPostmarks() {
		this.health.health();
		check();
		pass(30);
		this.health.health();
		this.onToken = () -> {
			pass(5);
			assertThat(this.health.health().getStatus()).isEqualTo(Status.UP);
		};
		check();
		assertThat(this.health.health().getStatus()).isEqualTo(Status.UP);
		assertThat(this.nanoTime.get()).as("it was read").isEqualTo(Long.MAX_VALUE - 1000 + 35_000_000_000L);
	}

	@Test
	void aCheckThatBreaksOffLeavesNothingOfTheOneBefore() {
		this.health.health();
		check();
		pass(30);
		this.health.health();
		this.onClients = () -> {
			throw new StackOverflowError("s3cr3t");
		};
		check();
		assertThat(this.health.health().getStatus()).isEqualTo(Status.DOWN);
		assertThat(this.health.health().getDetails()).containsEntry("reason", "failed")
			.containsEntry("error", "java.lang.StackOverflowError")
			.containsKey("lastChecked");
		pass(30);
		this.onClients = () -> {
		};
		this.health.health();
		check();
		assertThat(this.health.health().getStatus()).isEqualTo(Status.UP);
	}

	private CachedHealth health(Duration cacheTime) {
		return new CachedHealth(new HealthProbe(this::clients), token(),
				new PostmarkHealthProperties(cacheTime, Duration.ofSeconds(2)), this.background::add,
				this.nanoTime::get);
	}

	private LiveToken token() {
		PostmarkConnectionDetails details = details();
		return new LiveToken(() -> details, "default", Map::of, new TokenReading(Runnable::run, Duration.ofSeconds(2)));
	}

	private void check() {
		this.background.remove().run();
	}

	private void pass(int seconds) {
		this.nanoTime.addAndGet(Duration.ofSeconds(seconds).toNanos());
	}

	private PostmarkClientFactory clients() {
		this.onClients.run();
		return PostmarkClientFactory.create(this.postmark.baseUrl(), RestClient.builder());
	}

	private PostmarkConnectionDetails details() {
		URI baseUrl = this.postmark.baseUrl();
		this.postmark.answer(200, "{\"ID\":7}");
		return new PostmarkConnectionDetails() {

			@Override
			public URI baseUrl() {
				return baseUrl;
			}

			@Override
			public String serverToken() {
				CachedHealthTests.this.onToken.run();
				return "token";
			}

			@Override
			public @Nullable String accountToken() {
				return null;
			}

		};
	}

}

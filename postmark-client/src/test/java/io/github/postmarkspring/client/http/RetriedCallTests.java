package io.github.postmarkspring.client.http;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.postmarkspring.client.error.PostmarkException;
import io.github.postmarkspring.client.error.PostmarkTransportException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * What a call fails with, whatever its attempts do.
 */
class RetriedCallTests {

	private static final RetrySettings SETTINGS = new RetrySettings(3, Duration.ZERO, 1, 0, Duration.ZERO,
			Duration.ZERO, Duration.ofMinutes(1));

	private final List<PostmarkException> told = new ArrayList<>();

	private final AtomicInteger attempts = new AtomicInteger();

	@Test
	void aCheckedExceptionIsThrownAsItIs() {
		IOException failure = new IOException("of Kotlin");
		assertThatThrownBy(() -> new Retry(SETTINGS, this.told::add).call((time) -> {
			throw RetriedCallTests.<RuntimeException>unchecked(failure);
		})).isSameAs(failure);
	}

	@Test
	void whatTheLastAttemptFailsWithIsNotTakenForWhatAnEarlierOneFailedWith() {
		Error failure = new AssertionError("the last");
		assertThatThrownBy(() -> new Retry(SETTINGS, this.told::add).call((time) -> {
			if (this.attempts.incrementAndGet() == 1) {
				throw new TryAgain(notSent());
			}
			throw failure;
		})).isSameAs(failure);
		assertThat(this.attempts).hasValue(2);
	}

	@Test
	void aFailureThatComesTwiceIsThrown() {
		PostmarkException failure = notSent();
		assertThatThrownBy(() -> new Retry(SETTINGS, this.told::add).call((time) -> {
			throw new TryAgain(failure);
		})).isSameAs(failure).hasNoSuppressedExceptions();
	}

	@Test
	void aThreadThatIsInterruptedAtTheEndOfAWaitMakesNoOtherAttemptAndNobodyIsToldOfOne() {
		Retry retry = new Retry(SETTINGS, this.told::add) {

			@Override
			boolean pause(Duration duration) {
				Thread.currentThread().interrupt();
				return true;
			}

		};
		PostmarkException failure = notSent();
		assertThatThrownBy(() -> retry.call((time) -> {
			this.attempts.incrementAndGet();
			throw new TryAgain(failure);
		})).isSameAs(failure)
			.satisfies((ex) -> assertThat(ex.getSuppressed()).singleElement().isInstanceOf(InterruptedException.class));
		assertThat(Thread.interrupted()).as("interrupted").isTrue();
		assertThat(this.attempts).hasValue(1);
		assertThat(this.told).isEmpty();
	}

	@Test
	void aListenerIsToldBeforeEachFurtherAttempt() {
		PostmarkException first = notSent();
		PostmarkException second = notSent();
		List<PostmarkException> toldBeforeTheLast = new Retry(SETTINGS, this.told::add)
			.call((time) -> switch (this.attempts.incrementAndGet()) {
				case 1 -> throw new TryAgain(first);
				case 2 -> throw new TryAgain(second);
				default -> List.copyOf(this.told);
			});
		assertThat(toldBeforeTheLast).containsExactly(first, second);
	}

	private static PostmarkException notSent() {
		return new PostmarkTransportException("not sent", null);
	}

	@SuppressWarnings("unchecked")
	private static <X extends Throwable> X unchecked(Throwable ex) throws X {
		throw (X) ex;
	}

}

package io.github.postmarkspring.client.http;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Pauses that take no time but say that it has passed.
 */
class RecordedPauses {

	private final List<Duration> durations = new CopyOnWriteArrayList<>();

	private volatile Runnable then = () -> {
	};

	private volatile int after = 1;

	/** Do something in a pause, when there were so many. */
	void then(int after, Runnable action) {
		this.after = after;
		this.then = action;
	}

	List<Duration> durations() {
		return this.durations;
	}

	Retry retry(RetrySettings settings) {
		return new Retry(settings, (failure) -> {
		}) {

			@Override
			long nanoTime() {
				return RecordedPauses.this.durations.stream().mapToLong(Duration::toNanos).sum();
			}

			@Override
			boolean pause(Duration duration) throws InterruptedException {
				RecordedPauses.this.durations.add(duration);
				if (RecordedPauses.this.durations.size() == RecordedPauses.this.after) {
					RecordedPauses.this.then.run();
				}
				return super.pause(Duration.ZERO);
			}

		};
	}

}

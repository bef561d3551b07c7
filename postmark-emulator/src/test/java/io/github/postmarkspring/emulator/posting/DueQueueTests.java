package io.github.postmarkspring.emulator.posting;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DueQueueTests {

	private final DueQueue queue = new DueQueue(Clock.systemUTC());

	@Test
	void keepsNoMoreThan64Megabytes() throws Exception {
		assertThat(this.queue.add(post(40_000_000))).isNotNull();
		assertThat(this.queue.add(post(40_000_000))).isNull();
		assertThat(this.queue.take(Duration.ZERO)).isNotNull();
		assertThat(this.queue.add(post(40_000_000))).isNotNull();
		this.queue.clear();
		assertThat(this.queue.add(post(40_000_000))).isNotNull();
	}

	@Test
	void keepsNoMoreThan20000Posts() {
		for (int i = 0; i < 20_000; i++) {
			assertThat(this.queue.add(post(1))).isNotNull();
		}
		assertThat(this.queue.add(post(1))).isNull();
		assertThat(this.queue.pending()).isEqualTo(20_000);
	}

	@Test
	void hasNothingAfterItWasClosed() throws Exception {
		this.queue.add(post(1));
		this.queue.close();
		assertThat(this.queue.take(Duration.ofDays(1))).isNull();
		assertThat(this.queue.add(post(1))).isNull();
	}

	private static Post post(int length) {
		return new Post("trace", Target.of("http://localhost/", Map.of(), null), new byte[length],
				new Post.Subject("Delivery", 1, null, null), RetryRules.INBOUND, Duration.ofSeconds(1), () -> true,
				(attempt) -> {
				});
	}

}

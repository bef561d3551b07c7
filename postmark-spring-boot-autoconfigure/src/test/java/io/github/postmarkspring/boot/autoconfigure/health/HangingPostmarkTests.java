package io.github.postmarkspring.boot.autoconfigure.health;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import io.github.postmarkspring.client.StubPostmark;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Health while Postmark takes requests and answers none.
 */
class HangingPostmarkTests {

	private final StubPostmark postmark = new StubPostmark();

	@AfterEach
	void stop() {
		this.postmark.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "jdk", "http-components" })
	void everyProbeIsAnsweredAtOnceAndOneRequestIsUnderWayAtTheMost(String engine) {
		this.postmark.hang();
		runner(engine).withPropertyValues("postmark.health.timeout=30s", "postmark.health.cache-time=1ms")
			.run((context) -> {
				List<Long> times = probe(context, 4, 500);
				// The median, because the machine may be busy; the longest is far from
				// the timeout.
				assertThat(times.get(times.size() / 2)).as("median, in milliseconds").isLessThan(100);
				assertThat(times.get(times.size() - 1)).as("longest, in milliseconds").isLessThan(10_000);
				assertThat(this.postmark.received()).hasSizeLessThanOrEqualTo(1);
				assertThat(threads()).hasSizeLessThanOrEqualTo(1);
				this.postmark.close();
			});
	}

	@ParameterizedTest
	@ValueSource(strings = { "jdk", "http-components" })
	void itIsDownAfterTheTimeoutAndUpWhenPostmarkIsBack(String engine) {
		this.postmark.hang();
		runner(engine).withPropertyValues("postmark.health.timeout=300ms", "postmark.health.cache-time=1ms")
			.run((context) -> {
				for (String entry : List.of("default", "newsletter", "account")) {
					await().untilAsserted(() -> {
						Health health = Contributors.health(context, entry);
						assertThat(health.getStatus()).as(entry).isEqualTo(Status.DOWN);
						assertThat(health.getDetails()).containsEntry("reason", "unreachable")
							.containsKeys("error", "lastChecked");
					});
				}
				// They are asked one after the other, and so never two at once.
				long start = System.nanoTime();
				int before = this.postmark.received().size();
				await().until(() -> {
					probe(context, 2, 10);
					return this.postmark.received().size() - before >= 4;
				});
				assertThat(System.nanoTime() - start).isGreaterThan(3 * 300_000_000L);
				this.postmark.answer(200, "{\"ID\":7}");
				for (String entry : List.of("default", "newsletter")) {
					await().until(() -> Contributors.health(context, entry).getStatus().equals(Status.UP));
				}
			});
	}

	@Test
	void nobodyIsLeftBehindWhenTheApplicationEnds() {
		this.postmark.hang();
		runner("jdk").withPropertyValues("postmark.health.timeout=1m").run((context) -> {
			Contributors.health(context, "default");
			await().until(() -> this.postmark.received().size() == 1);
			assertThat(threads()).hasSize(1).allMatch(Thread::isDaemon);
		});
		await().until(() -> threads().isEmpty());
	}

	/** Answers in milliseconds, in order. */
	private static List<Long> probe(ApplicationContext context, int threads, int each) {
		List<Long> times = Collections.synchronizedList(new ArrayList<>());
		ExecutorService executor = Executors.newFixedThreadPool(threads);
		try {
			List<CompletableFuture<Void>> all = new ArrayList<>();
			for (int i = 0; i < threads; i++) {
				all.add(CompletableFuture.runAsync(() -> {
					for (int j = 0; j < each; j++) {
						long start = System.nanoTime();
						context.getBean(PostmarkHealthContributor.class)
							.stream()
							.forEach((entry) -> Contributors.health(context, entry.name()));
						times.add((System.nanoTime() - start) / 1_000_000);
					}
				}, executor));
			}
			all.forEach(CompletableFuture::join);
		}
		finally {
			executor.shutdownNow();
		}
		Collections.sort(times);
		return times;
	}

	private static List<Thread> threads() {
		return Thread.getAllStackTraces()
			.keySet()
			.stream()
			.filter((thread) -> thread.getName().startsWith("postmark-health-"))
			.toList();
	}

	private ApplicationContextRunner runner(String engine) {
		return Contributors.runner()
			.withPropertyValues("postmark.server-token=token", "postmark.servers.newsletter.token=other",
					"postmark.account-token=third", "postmark.base-url=" + this.postmark.baseUrl(),
					"spring.http.clients.imperative.factory=" + engine);
	}

}

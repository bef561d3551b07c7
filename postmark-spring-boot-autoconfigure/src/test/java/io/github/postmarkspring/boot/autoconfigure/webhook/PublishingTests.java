package io.github.postmarkspring.boot.autoconfigure.webhook;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.postmarkspring.client.webhook.event.BounceEvent;
import io.github.postmarkspring.client.webhook.event.WebhookEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.scheduling.annotation.Async;
import org.springframework.scheduling.annotation.EnableAsync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class PublishingTests {

	private static final String OPEN = """
			{ "RecordType": "Open", "MessageID": "0b8f1d3e-5a0c-4c61-9f6e-3f2a7c1d9e10", "Recipient": "ann@mail.example",
			  "ReceivedAt": "2026-11-02T09:15:41.5070259Z" }""";

	@Test
	void aListenerForBouncesGetsBouncesOnly() throws IOException {
		try (WebhookApplication application = start(Bounces.class)) {
			assertThat(post(application, OPEN)).isEqualTo(200);
			assertThat(post(application, WebhookApplication.BOUNCE)).isEqualTo(200);

			assertThat(application.bean(Bounces.class).received).extracting(BounceEvent::id)
				.containsExactly(4302117755L);
			assertThat(application.events()).hasSize(2);
		}
	}

	@Test
	void aListenerGetsTheEventsOfTheServerThatItsConditionNames() throws IOException {
		try (WebhookApplication application = start(Newsletter.class,
				"postmark.webhook.endpoints.newsletter.path=/newsletter")) {
			String credentials = RawHttp.basic(WebhookApplication.CREDENTIALS);
			assertThat(post(application, WebhookApplication.BOUNCE)).isEqualTo(200);
			assertThat(application.bean(Newsletter.class).received).isEmpty();
			assertThat(application.http().post("/newsletter", WebhookApplication.BOUNCE, credentials).status())
				.isEqualTo(200);

			assertThat(application.bean(Newsletter.class).received).extracting(WebhookEvent::server)
				.containsExactly("newsletter");
			assertThat(application.events()).as("what two servers post is not the same event")
				.extracting(WebhookEvent::server)
				.containsExactly("default", "newsletter");
		}
	}

	@ParameterizedTest
	@ValueSource(classes = { IllegalStateException.class, StackOverflowError.class, AssertionError.class,
			InterruptedException.class })
	void whatAListenerFailsToHandleIsAnswered500AndHandledWithTheNextTry(Class<? extends Throwable> failure)
			throws Exception {
		try (WebhookApplication application = start(Failing.class)) {
			Failing failing = application.bean(Failing.class);
			failing.failures.add(failure.getDeclaredConstructor().newInstance());
			failing.failures.add(failure.getDeclaredConstructor().newInstance());

			assertThat(post(application, WebhookApplication.BOUNCE)).isEqualTo(500);
			assertThat(post(application, WebhookApplication.BOUNCE)).isEqualTo(500);
			assertThat(post(application, WebhookApplication.BOUNCE)).isEqualTo(200);
			assertThat(post(application, WebhookApplication.BOUNCE)).isEqualTo(200);
			assertThat(failing.handled).hasSize(1);
		}
	}

	@Test
	void anErrorOfAListenerThatIsNoMethodIsAnswered500AndHandledWithTheNextTry() throws IOException {
		try (WebhookApplication application = start(Plain.class); CapturedLog log = CapturedLog.begin()) {
			assertThat(post(application, WebhookApplication.BOUNCE)).isEqualTo(500);
			assertThat(log.text()).contains("ERROR A listener failed to handle BounceEvent[", "NoClassDefFoundError");
			assertThat(post(application, WebhookApplication.BOUNCE)).isEqualTo(200);
			assertThat(post(application, WebhookApplication.BOUNCE)).isEqualTo(200);
			assertThat(application.bean(Plain.class).calls).hasValue(2);
		}
	}

	@Test
	void listenersRunInTheirOrderAndThoseBeforeTheOneThatFailsRunAgain() throws IOException {
		try (WebhookApplication application = start(Ordered.class)) {
			assertThat(post(application, WebhookApplication.BOUNCE)).isEqualTo(500);
			assertThat(application.bean(Ordered.class).calls).containsExactly("first", "second");
			assertThat(post(application, WebhookApplication.BOUNCE)).isEqualTo(200);
			assertThat(application.bean(Ordered.class).calls).containsExactly("first", "second", "first", "second",
					"third");
		}
	}

	@Test
	void anAsynchronousListenerIsNotWaitedForAndWhatItFailsToHandleDoesNotComeAgain() throws IOException {
		try (WebhookApplication application = start(Asynchronous.class)) {
			Asynchronous.Later later = application.bean(Asynchronous.Later.class);
			assertThat(post(application, WebhookApplication.BOUNCE)).isEqualTo(200);
			assertThat(later.failed()).isFalse();

			later.proceed();
			await().atMost(Duration.ofMinutes(1)).until(later::failed);
			assertThat(post(application, WebhookApplication.BOUNCE)).isEqualTo(200);
			assertThat(application.events()).hasSize(1);
		}
	}

	@Test
	void anEventThatIsBeingHandledIsAnswered503() throws Exception {
		try (WebhookApplication application = start(Slow.class)) {
			Slow slow = application.bean(Slow.class);
			BlockingQueue<Integer> answer = new LinkedBlockingQueue<>();
			Thread first = new Thread(() -> answer.add(postUnchecked(application)));
			first.start();
			assertThat(slow.entered.await(60, TimeUnit.SECONDS)).isTrue();

			RawHttp.Reply second = application.http()
				.post("/postmark/webhook", WebhookApplication.BOUNCE, RawHttp.basic(WebhookApplication.CREDENTIALS));
			assertThat(second.status()).isEqualTo(503);
			assertThat(second.text()).contains("Retry-After: ");
			slow.proceed.countDown();
			assertThat(answer.poll(60, TimeUnit.SECONDS)).isEqualTo(200);
			assertThat(application.events()).hasSize(1);
		}
	}

	private static WebhookApplication start(Class<?> listeners, String... properties) {
		return WebhookApplication.start(List.of(listeners), WebhookApplication.withDefaults(properties));
	}

	private static int post(WebhookApplication application, String event) throws IOException {
		return application.http()
			.post("/postmark/webhook", event, RawHttp.basic(WebhookApplication.CREDENTIALS))
			.status();
	}

	private static int postUnchecked(WebhookApplication application) {
		try {
			return post(application, WebhookApplication.BOUNCE);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	static class Bounces {

		private final List<BounceEvent> received = new CopyOnWriteArrayList<>();

		@EventListener
		void receive(BounceEvent event) {
			this.received.add(event);
		}

	}

	static class Newsletter {

		private final List<WebhookEvent> received = new CopyOnWriteArrayList<>();

		@EventListener(condition = "#event.server() == 'newsletter'")
		void receive(WebhookEvent event) {
			this.received.add(event);
		}

	}

	static class Failing {

		private final BlockingQueue<Throwable> failures = new LinkedBlockingQueue<>();

		private final List<WebhookEvent> handled = new CopyOnWriteArrayList<>();

		@EventListener
		void receive(WebhookEvent event) throws Throwable {
			Throwable failure = this.failures.poll();
			if (failure != null) {
				throw failure;
			}
			this.handled.add(event);
		}

	}

	/** What a method throws Spring wraps; this comes as it is. */
	static class Plain implements ApplicationListener<PayloadApplicationEvent<BounceEvent>> {

		private final AtomicInteger calls = new AtomicInteger();

		@Override
		public void onApplicationEvent(PayloadApplicationEvent<BounceEvent> event) {
			if (this.calls.incrementAndGet() == 1) {
				throw new NoClassDefFoundError("not there");
			}
		}

	}

	static class Ordered {

		private final List<String> calls = new CopyOnWriteArrayList<>();

		@EventListener
		@Order(3)
		void third(WebhookEvent event) {
			this.calls.add("third");
		}

		@EventListener
		@Order(1)
		void first(WebhookEvent event) {
			this.calls.add("first");
		}

		@EventListener
		@Order(2)
		void second(BounceEvent event) {
			this.calls.add("second");
			if (this.calls.size() == 2) {
				throw new IllegalStateException("not yet");
			}
		}

	}

	static class Slow {

		private final CountDownLatch entered = new CountDownLatch(1);

		private final CountDownLatch proceed = new CountDownLatch(1);

		@EventListener
		void receive(WebhookEvent event) throws InterruptedException {
			this.entered.countDown();
			this.proceed.await();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAsync
	static class Asynchronous {

		@Bean
		Later later() {
			return new Later();
		}

		/** What a proxy runs in another thread has methods only, no fields. */
		static class Later {

			private final CountDownLatch proceed = new CountDownLatch(1);

			private final CountDownLatch failing = new CountDownLatch(1);

			@Async
			@EventListener
			public void receive(WebhookEvent event) throws InterruptedException {
				this.proceed.await();
				this.failing.countDown();
				throw new IllegalStateException("too late");
			}

			public void proceed() {
				this.proceed.countDown();
			}

			public boolean failed() {
				return this.failing.getCount() == 0;
			}

		}

	}

}

package io.github.postmarkspring.integration.sending;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.github.postmarkspring.boot.autoconfigure.PostmarkAutoConfiguration;
import io.github.postmarkspring.client.PostmarkServerClient;
import io.github.postmarkspring.client.error.AmbiguousSendException;
import io.github.postmarkspring.client.error.PostmarkException;
import io.github.postmarkspring.client.message.Email;
import io.github.postmarkspring.client.message.PostmarkSender;
import io.github.postmarkspring.client.message.SendResult;
import io.github.postmarkspring.client.outbound.SentMessage;
import io.github.postmarkspring.client.outbound.SentMessageQuery;
import io.github.postmarkspring.emulator.PostmarkEmulator;
import io.github.postmarkspring.emulator.http.Fault;
import io.github.postmarkspring.emulator.http.PlannedFault;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.http.client.autoconfigure.HttpClientAutoConfiguration;
import org.springframework.boot.http.client.autoconfigure.imperative.ImperativeHttpClientAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/**
 * Many sends, 16 at a time, of whose requests one in a hundred goes wrong in each of
 * several ways. What was reported stands beside what the emulator accepted.
 */
final class FaultRun {

	private static final int AT_A_TIME = 16;

	/** Of so many mails a search reads the list. */
	private static final int TAGGED_ALIKE = 5_000;

	private static final Duration READ_TIMEOUT = Duration.ofSeconds(3);

	private final Map<String, PlannedFault> faults = new TreeMap<>();

	/** What was reported as accepted, by the recipient, with the message's id. */
	final Map<String, String> accepted = new TreeMap<>();

	/** What was found by its key. */
	final Set<String> reconciled = new TreeSet<>();

	/** What was reported as not known. */
	final Map<String, AmbiguousSendException> unknown = new TreeMap<>();

	/** What was reported as not sent. */
	final Map<String, PostmarkException> notSent = new TreeMap<>();

	/** The ids of what the emulator accepted, by the recipient. */
	final Map<String, List<String>> there = new TreeMap<>();

	private Duration duration = Duration.ZERO;

	private final String title;

	private FaultRun(String title) {
		this.title = title;
	}

	/** Send so many mails. */
	static FaultRun of(int sends, String engine, String reconcile) {
		FaultRun run = new FaultRun(sends + " sends, " + engine + ", reconcile=" + reconcile);
		try (PostmarkEmulator emulator = PostmarkEmulator.builder()
			.resets(true)
			.maxMessages(sends * 2)
			.indexDelay(Duration.ofMillis(200))
			.start()) {
			run.plan(emulator);
			new ApplicationContextRunner()
				.withConfiguration(AutoConfigurations.of(PostmarkAutoConfiguration.class,
						HttpClientAutoConfiguration.class, ImperativeHttpClientAutoConfiguration.class))
				.withPropertyValues("postmark.base-url=" + emulator.baseUrl(),
						"postmark.server-token=" + emulator.serverToken(),
						"spring.http.clients.imperative.factory=" + engine, "postmark.read-timeout=" + READ_TIMEOUT,
						"postmark.retry.max-attempts=6", "postmark.retry.delay=10ms",
						"postmark.retry.reconcile=" + reconcile, "postmark.retry.reconcile-timeout=3s",
						"postmark.retry.reconcile-interval=100ms")
				.run((context) -> {
					long start = System.nanoTime();
					run.send(context.getBean(PostmarkSender.class), sends);
					run.duration = Duration.ofNanos(System.nanoTime() - start);
					emulator.control().indexDelay(Duration.ZERO);
					run.read(context.getBean(PostmarkServerClient.class), sends);
				});
		}
		return run;
	}

	private void plan(PostmarkEmulator emulator) {
		plan(emulator, "reset before it was read", Fault.resetBeforeReading());
		plan(emulator, "reset after it was accepted", Fault.resetUnanswered());
		plan(emulator, "429", Fault.tooManyRequests(null));
		plan(emulator, "503/100", Fault.maintenance());
		plan(emulator, "500", Fault.serverError());
		plan(emulator, "slow", Fault.slow(Duration.ofMillis(300)));
		plan(emulator, "beyond the read timeout", Fault.slow(READ_TIMEOUT.plusSeconds(2)));
	}

	private void plan(PostmarkEmulator emulator, String kind, Fault fault) {
		this.faults.put(kind, emulator.control().failEvery("POST", "/email", 100, fault));
	}

	/** How often a fault came. */
	long given(String kind) {
		return this.faults.get(kind).given();
	}

	private void send(PostmarkSender sender, int sends) throws Exception {
		ExecutorService threads = Executors.newFixedThreadPool(AT_A_TIME);
		try {
			List<Future<?>> all = new ArrayList<>();
			for (int i = 0; i < sends; i++) {
				int number = i;
				all.add(threads.submit(() -> sendOne(sender, number)));
			}
			for (Future<?> one : all) {
				one.get();
			}
		}
		finally {
			threads.shutdownNow();
		}
	}

	private Void sendOne(PostmarkSender sender, int number) {
		String to = "m" + number + "@mail.example";
		SendResult result = null;
		PostmarkException failure = null;
		try {
			result = sender.send(Email.builder()
				.from("a@shop.example")
				.to(to)
				.textBody("Hi")
				.tag("t" + number / TAGGED_ALIKE)
				.build());
		}
		catch (PostmarkException ex) {
			failure = ex;
		}
		report(to, result, failure);
		return null;
	}

	private synchronized void report(String to, @Nullable SendResult result, @Nullable PostmarkException failure) {
		if (result != null) {
			this.accepted.put(to, result.messageId());
			if (result.reconciled()) {
				this.reconciled.add(to);
			}
		}
		else if (failure instanceof AmbiguousSendException ambiguous) {
			this.unknown.put(to, ambiguous);
		}
		else if (failure != null) {
			this.notSent.put(to, failure);
		}
	}

	private void read(PostmarkServerClient client, int sends) {
		for (int tag = 0; tag <= sends / TAGGED_ALIKE; tag++) {
			client.outboundMessages().stream(SentMessageQuery.create().tag("t" + tag)).forEach(this::add);
		}
	}

	private void add(SentMessage message) {
		this.there.computeIfAbsent(message.recipients().get(0), (to) -> new ArrayList<>()).add(message.messageId());
	}

	/** What is printed of a run. */
	@Override
	public String toString() {
		Map<String, Long> given = new TreeMap<>();
		this.faults.forEach((kind, fault) -> given.put(kind, fault.given()));
		return String.format(Locale.ROOT,
				"%s: %d accepted (%d of them found by their key), %d unknown, %d not sent, in %.1f s; faults %s",
				this.title, this.accepted.size(), this.reconciled.size(), this.unknown.size(), this.notSent.size(),
				this.duration.toMillis() / 1000.0, given);
	}

}

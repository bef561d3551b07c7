package io.github.postmarkspring.integration.outbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import io.github.postmarkspring.emulator.http.Fault;
import io.github.postmarkspring.emulator.http.PlannedFault;
import io.github.postmarkspring.integration.ChildProcess;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.EventPublication;
import org.springframework.modulith.events.IncompleteEventPublications;
import org.springframework.modulith.events.ResubmissionOptions;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The outbox of {@code docs/transactions.md}, in applications that are killed.
 */
class OutboxTests {

	private static final Fault NO_ANSWER = Fault.slow(Duration.ofHours(1));

	private static final Fault WRONG_TOKEN = Fault.refusal(401, 10, "The Server Token is not valid.");

	private final Outbox outbox = new Outbox();

	@AfterEach
	void stop() {
		this.outbox.close();
	}

	@Test
	void anOrderIsConfirmedOnce() {
		try (ConfigurableApplicationContext application = this.outbox.start()) {
			application.getBean(Orders.class).place("1", OutboxApplication.CUSTOMER);
			await(() -> this.outbox.events().equals(List.of("COMPLETED")));
			assertThat(this.outbox.mailed()).containsExactly("Your order 1");
		}
	}

	@Test
	void anOrderThatIsRolledBackIsNotConfirmed() {
		try (ConfigurableApplicationContext application = this.outbox.start()) {
			application.getBean(TransactionTemplate.class).executeWithoutResult((status) -> {
				application.getBean(Orders.class).place("1", OutboxApplication.CUSTOMER);
				status.setRollbackOnly();
			});
			assertThat(this.outbox.orders()).isEmpty();
			assertThat(this.outbox.events()).isEmpty();
		}
		assertThat(this.outbox.mailed()).isEmpty();
	}

	@Test
	void anApplicationThatIsKilledBeforeItSendsSendsWhenItIsBack() {
		killBeforeItSends("1");
		assertThat(this.outbox.orders()).containsExactly("1");
		assertThat(this.outbox.mailed()).isEmpty();

		this.outbox.twentyMinutesLater();
		assertThatOneMailIsThereInTheEnd();
	}

	@Test
	void anApplicationThatIsKilledAfterPostmarkHasAcceptedDoesNotSendAgain() {
		killWhenPostmarkHasAccepted("1");
		assertThat(this.outbox.mailed()).containsExactly("Your order 1");

		this.outbox.twentyMinutesLater();
		assertThatOneMailIsThereInTheEnd();
	}

	@Test
	void anApplicationThatIsKilledOnceMoreWhileItResubmitsDoesNotSendAgainEither() {
		killBeforeItSends("1");
		this.outbox.twentyMinutesLater();
		killWhenPostmarkHasAccepted();
		assertThat(this.outbox.events()).containsExactly("PROCESSING");
		assertThat(this.outbox.mailed()).containsExactly("Your order 1");

		this.outbox.twentyMinutesLater();
		assertThatOneMailIsThereInTheEnd();
	}

	@Test
	void anApplicationThatIsKilledBeforeItBeginsWithWhatItResubmitsSendsWhenItIsBack() {
		killBeforeItSends("1");
		this.outbox.resubmitted();

		this.outbox.twentyMinutesLater();
		assertThatOneMailIsThereInTheEnd();
	}

	@Test
	void nothingIsResubmittedThatMayStillBeUnderWay() {
		killBeforeItSends("1");
		try (ConfigurableApplicationContext application = this.outbox.start()) {
			application.getBean(Resubmission.class).resubmit();
			assertThat(this.outbox.events()).containsExactly("PROCESSING");

			this.outbox.twentyMinutesLater();
			this.outbox.resubmitted();
			application.getBean(Resubmission.class).resubmit();
			assertThat(this.outbox.events()).containsExactly("RESUBMITTED");
		}
		assertThat(this.outbox.mailed()).isEmpty();
	}

	@Test
	void mailThatIsSuppressedIsGivenUp() {
		this.outbox.postmark()
			.control()
			.fail("POST", "/email", 1, Fault.refusal(422, 406, "Found inactive addresses: ann@mail.example."));
		try (ConfigurableApplicationContext application = this.outbox.start()) {
			application.getBean(Orders.class).place("1", OutboxApplication.CUSTOMER);
			await(() -> this.outbox.events().equals(List.of("COMPLETED")));
			assertThat(this.outbox.mailed()).isEmpty();
		}
	}

	@Test
	void aMistakeInTheConfigurationLosesNoMail() {
		try (ConfigurableApplicationContext application = this.outbox.start("postmark.defaults.from=")) {
			application.getBean(Orders.class).place("1", OutboxApplication.CUSTOMER);
			application.getBean(Orders.class).place("2", OutboxApplication.CUSTOMER);
			await(() -> this.outbox.events().equals(List.of("FAILED", "FAILED")));
		}
		assertThat(this.outbox.mailed()).isEmpty();

		this.outbox.twentyMinutesLater();
		try (ConfigurableApplicationContext mended = this.outbox.start()) {
			await(() -> this.outbox.events().equals(List.of("COMPLETED", "COMPLETED")));
		}
		assertThat(this.outbox.mailed()).containsExactlyInAnyOrder("Your order 1", "Your order 2");
	}

	@Test
	void whatPostmarkCouldNotDoIsResubmitted() {
		this.outbox.postmark().control().fail("POST", "/email", 1, Fault.serverError());
		try (ConfigurableApplicationContext application = this.outbox.start()) {
			application.getBean(Orders.class).place("1", OutboxApplication.CUSTOMER);
			await(() -> this.outbox.events().equals(List.of("FAILED")));
			assertThat(this.outbox.mailed()).isEmpty();

			this.outbox.twentyMinutesLater();
			application.getBean(Resubmission.class).resubmit();
			await(() -> this.outbox.events().equals(List.of("COMPLETED")));
			assertThat(this.outbox.mailed()).containsExactly("Your order 1");
		}
	}

	@Test
	void twoInstancesThatResubmitAtTheSameTimeConfirmEachOrderOnce() throws Exception {
		List<String> orders = IntStream.range(0, 100).mapToObj(Integer::toString).toList();
		try (ConfigurableApplicationContext one = this.outbox.start();
				ConfigurableApplicationContext two = this.outbox.start()) {
			this.outbox.postmark().control().fail("GET", "/messages/outbound", orders.size(), WRONG_TOKEN);
			one.getBean(TransactionTemplate.class)
				.executeWithoutResult((status) -> orders
					.forEach((order) -> one.getBean(Orders.class).place(order, OutboxApplication.CUSTOMER)));
			await(() -> this.outbox.events().equals(Collections.nCopies(orders.size(), "FAILED")));

			this.outbox.twentyMinutesLater();
			PlannedFault searches = this.outbox.postmark()
				.control()
				.fail("GET", "/messages/outbound", 2 * orders.size(), Fault.slow(Duration.ofMillis(200)));
			CyclicBarrier together = new CyclicBarrier(2);
			CompletableFuture.allOf(resubmit(one, together), resubmit(two, together)).get(1, TimeUnit.MINUTES);
			await(() -> isIdle(one) && isIdle(two));
			assertThat(this.outbox.events()).containsOnly("COMPLETED");
			long attempts = searches.given();
			this.outbox.postmark().control().clearFaults();
			assertThat(this.outbox.mailed())
				.containsExactlyInAnyOrderElementsOf(orders.stream().map((order) -> "Your order " + order).toList());
			assertThat(attempts).isEqualTo(orders.size());
		}
	}

	@Test
	void anApplicationThatIsKilledWhenItHasClaimedAnEventLeavesItToOthersLater() {
		try (ConfigurableApplicationContext application = this.outbox.start()) {
			this.outbox.postmark().control().fail("GET", "/messages/outbound", 1, WRONG_TOKEN);
			application.getBean(Orders.class).place("1", OutboxApplication.CUSTOMER);
			await(() -> this.outbox.events().equals(List.of("FAILED")));

			this.outbox.twentyMinutesLater();
			new Resubmission(new KilledAfterTheClaim(application.getBean(IncompleteEventPublications.class)),
					application.getBean(JdbcClient.class))
				.resubmit();
			application.getBean(Resubmission.class).resubmit();
			assertThat(this.outbox.events()).containsExactly("FAILED");

			this.outbox.twentyMinutesLater();
			application.getBean(Resubmission.class).resubmit();
			await(() -> this.outbox.events().equals(List.of("COMPLETED")));
		}
		assertThat(this.outbox.mailed()).containsExactly("Your order 1");
	}

	@Test
	void theDocumentationShowsWhatIsTestedHere() throws IOException {
		String page = Files.readString(Path.of("../docs/transactions.md"));
		String outbox = page.substring(page.indexOf("## The outbox"));
		List<String> blocks = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL)
			.matcher(outbox)
			.results()
			.map((MatchResult block) -> block.group(1))
			.toList();
		assertThat(blocks).hasSize(4);
		for (Class<?> type : List.of(OrderPlaced.class, Orders.class, Confirmations.class, Resubmission.class)) {
			assertThat(blocks).as(type.getSimpleName())
				.anySatisfy((block) -> assertThat(source(type)).endsWith("\n" + block));
		}
	}

	private static CompletableFuture<Void> resubmit(ConfigurableApplicationContext application,
			CyclicBarrier together) {
		return CompletableFuture.runAsync(() -> {
			try {
				together.await(1, TimeUnit.MINUTES);
			}
			catch (Exception ex) {
				throw new IllegalStateException(ex);
			}
			application.getBean(Resubmission.class).resubmit();
		}, (resubmission) -> new Thread(resubmission).start());
	}

	/** Whether all listeners have come back. */
	private static boolean isIdle(ConfigurableApplicationContext application) {
		ThreadPoolTaskExecutor executor = application.getBean("applicationTaskExecutor", ThreadPoolTaskExecutor.class);
		return executor.getActiveCount() == 0 && executor.getQueueSize() == 0;
	}

	private static String source(Class<?> type) throws IOException {
		return Files.readString(Path.of("src/test/java", type.getName().replace('.', '/') + ".java"));
	}

	/** Kill an application that asks whether it has sent already, and hears nothing. */
	private void killBeforeItSends(String... order) {
		PlannedFault noAnswer = this.outbox.postmark().control().fail("GET", "/messages/outbound", 1, NO_ANSWER);
		killWhen(() -> noAnswer.given() == 1, order);
	}

	/** Kill an application that sends, and hears nothing. */
	private void killWhenPostmarkHasAccepted(String... order) {
		this.outbox.postmark().control().fail("POST", "/email", 1, NO_ANSWER);
		killWhen(() -> !this.outbox.mailed().isEmpty(), order);
	}

	private void killWhen(Callable<Boolean> condition, String... order) {
		try (ChildProcess application = this.outbox.startElsewhere(order)) {
			await(() -> {
				assertThat(application.isAlive()).as(application::output).isTrue();
				return condition.call();
			});
			application.kill();
		}
		this.outbox.postmark().control().clearFaults();
	}

	private void assertThatOneMailIsThereInTheEnd() {
		try (ConfigurableApplicationContext application = this.outbox.start()) {
			await(() -> this.outbox.events().equals(List.of("COMPLETED")));
		}
		assertThat(this.outbox.mailed()).containsExactly("Your order 1");
	}

	private static void await(Callable<Boolean> condition) {
		Awaitility.await().atMost(Duration.ofMinutes(3)).until(condition);
	}

	/**
	 * Modulith in an application that is killed before an event that it has claimed is
	 * marked as resubmitted.
	 */
	private record KilledAfterTheClaim(
			IncompleteEventPublications publications) implements IncompleteEventPublications {

		@Override
		public void resubmitIncompletePublications(Predicate<EventPublication> claim) {
			this.publications.resubmitIncompletePublications(claim.and((claimed) -> false));
		}

		@Override
		public void resubmitIncompletePublications(ResubmissionOptions options) {
			throw new UnsupportedOperationException();
		}

		@Override
		public void resubmitIncompletePublicationsOlderThan(Duration duration) {
			throw new UnsupportedOperationException();
		}

	}

}

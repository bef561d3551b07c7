package io.github.postmarkspring.integration.outbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import io.github.postmarkspring.emulator.http.Fault;
import io.github.postmarkspring.emulator.http.PlannedFault;
import io.github.postmarkspring.integration.ChildProcess;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The outbox of {@code docs/transactions.md}, in applications that are killed.
 */
class OutboxTests {

	private static final Fault NO_ANSWER = Fault.slow(Duration.ofHours(1));

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
	void whatPostmarkRefusesForGoodIsNotResubmitted() {
		this.outbox.postmark()
			.control()
			.fail("POST", "/email", 1, Fault.refusal(422, 300, "Invalid 'To' address: 'ann'."));
		try (ConfigurableApplicationContext application = this.outbox.start()) {
			application.getBean(Orders.class).place("1", OutboxApplication.CUSTOMER);
			await(() -> this.outbox.events().equals(List.of("COMPLETED")));
			assertThat(this.outbox.mailed()).isEmpty();
		}
	}

	@Test
	void whatPostmarkDoesNotRefuseForGoodIsResubmitted() {
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

}

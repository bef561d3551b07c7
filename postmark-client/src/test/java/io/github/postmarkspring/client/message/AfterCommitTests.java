package io.github.postmarkspring.client.message;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import io.github.postmarkspring.client.Engine;
import io.github.postmarkspring.client.PostmarkClientFactory;
import io.github.postmarkspring.client.Retries;
import io.github.postmarkspring.client.StubPostmark;
import io.github.postmarkspring.client.error.InvalidMessageException;
import io.github.postmarkspring.client.error.PostmarkTransportException;
import io.github.postmarkspring.client.http.ApiToken;
import io.github.postmarkspring.client.http.PostmarkHttp;
import io.github.postmarkspring.client.http.RequestLimits;
import io.github.postmarkspring.client.http.RequestObservations;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Messages that wait for the end of a transaction. The integration tests have them with a
 * database.
 */
class AfterCommitTests {

	private final StubPostmark postmark = new StubPostmark();

	private final List<BatchItem> told = new CopyOnWriteArrayList<>();

	private final PostmarkClientFactory factory = PostmarkClientFactory
		.builder(this.postmark.baseUrl(), Engine.JDK.builder())
		.retry(Retries.AT_ONCE)
		.listeners(() -> List.of((server, outcome) -> this.told.add(outcome)))
		.build();

	private final PostmarkSender sender = this.factory.sender(() -> "token", MessageDefaults.none());

	private final Transactions manager = new Transactions();

	private final TransactionTemplate transaction = new TransactionTemplate(this.manager);

	@AfterEach
	void stop() {
		this.postmark.close();
	}

	@Test
	void aMessageWithAMistakeIsRefusedInTimeToRollTheTransactionBack() {
		assertThatExceptionOfType(InvalidMessageException.class).isThrownBy(() -> this.transaction
			.executeWithoutResult((status) -> this.sender.sendAfterCommit(Email.builder().to("a@b.example").build())));
		assertThat(this.manager.rolledBack).isTrue();
		assertThat(this.told).singleElement().isInstanceOf(BatchItem.Rejected.class);
	}

	@Test
	void aMessageWithAMistakeIsRefusedOutsideOfTransactionsToo() {
		assertThatExceptionOfType(InvalidMessageException.class)
			.isThrownBy(() -> this.sender.sendAfterCommit(Email.builder().to("a@b.example").build()));
	}

	@Test
	void aModelGoesOutAsItWasInTheTransaction() throws Exception {
		Map<String, Object> model = new HashMap<>(Map.of("name", "Ann"));
		CompletionStage<SendResult> result = this.transaction.execute((status) -> {
			CompletionStage<SendResult> stage = this.sender.sendAfterCommit(TemplatedEmail.builder()
				.from("shop@shop.example")
				.to("ann@mail.example")
				.templateAlias("welcome")
				.templateModel(model)
				.build());
			model.put("name", "Eve");
			return stage;
		});
		get(result);
		assertThat(this.postmark.received()).singleElement()
			.satisfies((received) -> assertThat(received.body()).asString(StandardCharsets.UTF_8)
				.contains("\"name\":\"Ann\""));
	}

	@Test
	void withoutATransactionAMessageGoesOutAtOnce() throws Exception {
		assertThat(get(this.sender.sendAfterCommit(email())).message()).isEqualTo("OK");
	}

	@Test
	void whatGetsNoThreadIsSaidNotToBeSentAndLeavesTheOthersAlone() throws Exception {
		List<Runnable> taken = new ArrayList<>();
		PostmarkSender sender = sender((task) -> {
			taken.add(task);
			if (taken.size() == 2) {
				throw new OutOfMemoryError("unable to create native thread");
			}
		});
		List<CompletionStage<SendResult>> results = this.transaction
			.execute((status) -> Stream.generate(() -> sender.sendAfterCommit(email())).limit(3).toList());
		// The one that was refused may have been taken all the same.
		taken.forEach(Runnable::run);
		assertThat(results.get(1)).failsWithin(Duration.ofSeconds(1))
			.withThrowableOfType(ExecutionException.class)
			.withCauseInstanceOf(PostmarkTransportException.class)
			.withMessageContaining("Nothing was sent: there is no thread for it");
		assertThat(get(results.get(0))).isNotNull();
		assertThat(get(results.get(2))).isNotNull();
		assertThat(this.postmark.received()).hasSize(2);
		assertThat(this.told).hasSize(3).filteredOn(BatchItem.NotAttempted.class::isInstance).hasSize(1);
	}

	private PostmarkSender sender(Executor threads) {
		RestClient restClient = Engine.JDK.builder().baseUrl(this.postmark.baseUrl()).build();
		PostmarkHttp http = new PostmarkHttp(() -> restClient, false, null, Retries.AT_ONCE, (failure) -> {
		}, RequestLimits.defaults(), RequestObservations.NONE);
		SendListener listener = (server, outcome) -> this.told.add(outcome);
		return new DefaultPostmarkSender(http, ApiToken.server(() -> "token"),
				new SenderSetup("default", MessageDefaults.none(), BatchSettings.defaults(),
						ReconciliationSettings.off(), () -> List.of(listener), threads, SendObservations.NONE));
	}

	@Test
	void aTransactionInNameOnlyHoldsNothingBack() throws Exception {
		TransactionTemplate supports = new TransactionTemplate(this.manager);
		supports.setPropagationBehavior(TransactionDefinition.PROPAGATION_SUPPORTS);
		CompletionStage<SendResult> result = supports.execute((status) -> {
			CompletionStage<SendResult> stage = this.sender.sendAfterCommit(email());
			assertThat(stage.toCompletableFuture()).succeedsWithin(1, TimeUnit.MINUTES);
			return stage;
		});
		get(result);
	}

	@Test
	void ifItIsNotKnownWhetherTheTransactionWasCommittedNothingIsSentAndThatIsTold() {
		this.manager.breakCommit = true;
		CompletableFuture<SendResult> result = new CompletableFuture<>();
		assertThatExceptionOfType(TransactionSystemException.class)
			.isThrownBy(() -> this.transaction.executeWithoutResult((status) -> this.sender.sendAfterCommit(email())
				.whenComplete((sent, ex) -> result.completeExceptionally(ex))));
		assertThat(result).failsWithin(1, TimeUnit.MINUTES)
			.withThrowableOfType(ExecutionException.class)
			.withCauseExactlyInstanceOf(PostmarkTransportException.class)
			.withMessageContaining("not known whether the transaction was committed");
		assertThat(this.told).singleElement().isInstanceOf(BatchItem.NotAttempted.class);
		assertThat(this.postmark.received()).isEmpty();
	}

	@Test
	void aRollbackCancelsAndNoListenerHearsOfIt() {
		CompletableFuture<SendResult> result = new CompletableFuture<>();
		this.transaction.executeWithoutResult((status) -> {
			this.sender.sendAfterCommit(email()).whenComplete((sent, ex) -> result.completeExceptionally(ex));
			status.setRollbackOnly();
		});
		assertThat(result.isCancelled()).isTrue();
		assertThat(result.handle((sent, ex) -> ex).join()).isInstanceOf(CancellationException.class)
			.hasMessage("Nothing was sent: the transaction was rolled back");
		assertThat(this.told).isEmpty();
		assertThat(this.postmark.received()).isEmpty();
	}

	@Test
	void whatIsObservedBeginsWithTheCommitAndOfARollbackThereIsNothing() throws Exception {
		List<Observation.Context> observed = new CopyOnWriteArrayList<>();
		ObservationRegistry registry = ObservationRegistry.create();
		registry.observationConfig().observationHandler(new ObservationHandler<Observation.Context>() {

			@Override
			public void onStart(Observation.Context context) {
				observed.add(context);
			}

			@Override
			public boolean supportsContext(Observation.Context context) {
				return true;
			}

		});
		PostmarkSender observing = PostmarkClientFactory.builder(this.postmark.baseUrl(), Engine.JDK.builder())
			.observations(new SendObservations(registry, null, () -> null))
			.build()
			.sender(() -> "token", MessageDefaults.none());
		this.transaction.executeWithoutResult((status) -> {
			observing.sendAfterCommit(email());
			status.setRollbackOnly();
		});
		CompletionStage<SendResult> result = this.transaction.execute((status) -> {
			CompletionStage<SendResult> stage = observing.sendAfterCommit(email());
			assertThat(observed).isEmpty();
			return stage;
		});
		get(result);
		assertThat(observed).hasSize(1);
	}

	@Test
	void whatComesWhileOthersAreToldOfTheCommitGoesOutToo() {
		List<CompletionStage<SendResult>> results = new CopyOnWriteArrayList<>();
		this.transaction.executeWithoutResult(
				(status) -> TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {

					@Override
					public void afterCommit() {
						results.add(AfterCommitTests.this.sender.sendAfterCommit(email()));
					}

					@Override
					public void afterCompletion(int status) {
						results.add(AfterCommitTests.this.sender.sendAfterCommit(email()));
					}

				}));
		assertThat(results).hasSize(2)
			.allSatisfy((result) -> assertThat(result.toCompletableFuture()).succeedsWithin(1, TimeUnit.MINUTES));
	}

	@Test
	void whatAnApplicationThatEndsHasNotBegunIsToldAsNotSent() {
		CompletionStage<SendResult> result = this.transaction.execute((status) -> {
			CompletionStage<SendResult> stage = this.sender.sendAfterCommit(email());
			this.factory.end();
			return stage;
		});
		assertThat(result.toCompletableFuture()).failsWithin(1, TimeUnit.MINUTES)
			.withThrowableOfType(ExecutionException.class)
			.withMessageContaining("Nothing was sent: the application is shutting down");
		assertThat(this.told).singleElement().isInstanceOf(BatchItem.NotAttempted.class);
	}

	@Test
	void whereSpringsTransactionsAreNotThereAMessageGoesOutAtOnce() throws Exception {
		URL[] classPath = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
			.filter((entry) -> !entry.contains("spring-tx"))
			.map(AfterCommitTests::url)
			.toArray(URL[]::new);
		try (URLClassLoader withoutTransactions = new URLClassLoader(classPath, ClassLoader.getPlatformClassLoader())) {
			Object messageId = withoutTransactions.loadClass(WithoutTransactions.class.getName())
				.getDeclaredMethod("send", String.class)
				.invoke(null, this.postmark.baseUrl().toString());
			assertThat(messageId).isEqualTo("0b8f1d3e-5a0c-4c61-9f6e-3f2a7c1d9e10");
		}
	}

	private static URL url(String path) {
		try {
			return Path.of(path).toUri().toURL();
		}
		catch (MalformedURLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static SendResult get(CompletionStage<SendResult> result) throws Exception {
		return result.toCompletableFuture().get(1, TimeUnit.MINUTES);
	}

	private static Email email() {
		return Email.builder().from("shop@shop.example").to("ann@mail.example").textBody("Hi").build();
	}

	/** Called from another class loader. */
	public static final class WithoutTransactions {

		private WithoutTransactions() {
		}

		public static String send(String baseUrl) throws Exception {
			return PostmarkClientFactory.create(URI.create(baseUrl), Engine.JDK.builder())
				.sender(() -> "token", MessageDefaults.none())
				.sendAfterCommit(
						Email.builder().from("shop@shop.example").to("ann@mail.example").textBody("Hi").build())
				.toCompletableFuture()
				.get(1, TimeUnit.MINUTES)
				.messageId();
		}

	}

	/** Transactions of nothing. */
	private static final class Transactions extends AbstractPlatformTransactionManager {

		private boolean breakCommit;

		private boolean rolledBack;

		@Override
		protected Object doGetTransaction() {
			return new Object();
		}

		@Override
		protected void doBegin(Object transaction, TransactionDefinition definition) {
		}

		@Override
		protected void doCommit(DefaultTransactionStatus status) {
			if (this.breakCommit) {
				throw new TransactionSystemException("The connection broke");
			}
		}

		@Override
		protected void doRollback(DefaultTransactionStatus status) {
			this.rolledBack = true;
		}

	}

}

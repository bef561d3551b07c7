package io.github.postmarkspring.client.message;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.postmarkspring.client.Engine;
import io.github.postmarkspring.client.FailingHandler;
import io.github.postmarkspring.client.PostmarkClientFactory;
import io.github.postmarkspring.client.Retries;
import io.github.postmarkspring.client.StubPostmark;
import io.github.postmarkspring.client.error.AmbiguousSendException;
import io.github.postmarkspring.client.error.InvalidMessageException;
import io.github.postmarkspring.client.error.PostmarkException;
import io.github.postmarkspring.client.http.RequestLimits;
import io.micrometer.common.KeyValue;
import io.micrometer.common.KeyValues;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.tck.TestObservationRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

/**
 * What is told of messages that are sent.
 */
class SendObservationTests {

	private static final String HTTP = "http.client.requests";

	private final StubPostmark postmark = new StubPostmark();

	private final TestObservationRegistry registry = TestObservationRegistry.create();

	private final List<Observation.Context> started = new CopyOnWriteArrayList<>();

	private final List<Observation.Context> stopped = new CopyOnWriteArrayList<>();

	private String traceParent;

	private PostmarkClientFactory factory = factory(this.registry, null);

	@BeforeEach
	void record() {
		this.registry.observationConfig().observationHandler(new ObservationHandler<>() {

			@Override
			public void onStart(Observation.Context context) {
				SendObservationTests.this.started.add(context);
			}

			@Override
			public void onStop(Observation.Context context) {
				SendObservationTests.this.stopped.add(context);
			}

			@Override
			public boolean supportsContext(Observation.Context context) {
				return true;
			}

		});
	}

	@AfterEach
	void everyObservationHasEnded() {
		this.postmark.close();
		assertThat(this.stopped).hasSameSizeAs(this.started);
		assertThat(this.registry.getCurrentObservation()).isNull();
	}

	@Test
	void aMessageThatIsAcceptedIsToldWithItsServerStreamAndId() {
		sender().send(email());
		assertThat(low("postmark.send")).isEqualTo(Map.of("server", "shop", "stream", "outbound", "template", "none",
				"outcome", "accepted", "error.code", "none"));
		assertThat(high("postmark.send")).isEqualTo(Map.of("message.id", "0b8f1d3e-5a0c-4c61-9f6e-3f2a7c1d9e10"));
		assertThat(only("postmark.send").getError()).isNull();
	}

	@Test
	void theTemplateIsToldByAliasOrElseById() {
		sender().send(template().templateAlias("order-paid").build());
		assertThat(low("postmark.send")).containsEntry("template", "order-paid");
		this.stopped.clear();
		this.started.clear();
		sender().send(template().templateId(42L).build());
		assertThat(low("postmark.send")).containsEntry("template", "42");
	}

	@Test
	void theStreamIsThatOfTheMessageElseThatOfTheDefaults() {
		PostmarkSender sender = this.factory.sender("shop", () -> "token",
				new MessageDefaults(null, List.of(), "receipts", null, null, null, List.of(), Map.of()),
				BatchSettings.defaults());
		sender.send(email());
		sender.send(Email.builder()
			.from("a@b.example")
			.to("ann@mail.example")
			.textBody("Hi")
			.messageStream("other-one")
			.build());
		assertThat(this.stopped).filteredOn((context) -> context.getName().equals("postmark.send"))
			.extracting((context) -> context.getLowCardinalityKeyValue("stream").getValue())
			.containsExactly("receipts", "other-one");
	}

	@Test
	void aMessageThatPostmarkRefusesIsRejectedWithItsCode() {
		this.postmark.answer(422, "{\"ErrorCode\":406,\"Message\":\"Found inactive addresses: ann@mail.example.\"}");
		fail(email());
		assertThat(low("postmark.send")).containsEntry("outcome", "rejected").containsEntry("error.code", "406");
	}

	@Test
	void aRefusalWithoutACodeIsToldByItsStatus() {
		this.postmark.answer(413, "");
		fail(email());
		assertThat(low("postmark.send")).containsEntry("outcome", "rejected").containsEntry("error.code", "http-413");
	}

	@Test
	void aCodeThatPostmarkCannotMeanBecomesOther() {
		this.postmark.answer(422, "{\"ErrorCode\":1234567,\"Message\":\"?\"}");
		fail(email());
		assertThat(low("postmark.send")).containsEntry("outcome", "rejected").containsEntry("error.code", "other");
	}

	@Test
	void aMessageThatIsNotValidIsRejectedWithoutARequest() {
		fail(Email.builder().from("a@b.example").to("nobody").textBody("Hi").build());
		assertThat(low("postmark.send")).containsEntry("outcome", "rejected").containsEntry("error.code", "300");
		assertThat(all(HTTP)).isEmpty();
	}

	@Test
	void aMessageOfWhichNobodyKnowsIsUnknown() {
		this.postmark.answer(500, "");
		fail(email());
		assertThat(low("postmark.send")).containsEntry("outcome", "unknown").containsEntry("error.code", "none");
	}

	@Test
	void aMessageThatDidNotReachPostmarkIsNotAttempted() {
		this.postmark.close();
		fail(email());
		assertThat(low("postmark.send")).containsEntry("outcome", "not-attempted").containsEntry("error.code", "none");
	}

	@Test
	void whatNobodyHasForeseenEndsTheObservationAndIsUnknown() {
		PostmarkSender sender = this.factory.sender("shop", () -> {
			throw new LinkageError("ann@mail.example");
		}, MessageDefaults.none(), BatchSettings.defaults());
		assertThatExceptionOfType(LinkageError.class).isThrownBy(() -> sender.send(email()));
		assertThat(low("postmark.send")).containsEntry("outcome", "unknown");
		assertThat(everythingToldOf("postmark.send")).contains("LinkageError").doesNotContain("mail.example");
	}

	@Test
	void untilItIsSettledThereIsNoOutcome() {
		List<String> outcomes = new ArrayList<>();
		this.registry.observationConfig().observationHandler(new ObservationHandler<SendObservationContext>() {

			@Override
			public void onStart(SendObservationContext context) {
				outcomes.add(context.getLowCardinalityKeyValue("outcome").getValue());
			}

			@Override
			public boolean supportsContext(Observation.Context context) {
				return context instanceof SendObservationContext;
			}

		});
		sender().send(email());
		assertThat(outcomes).containsExactly("none");
	}

	@Test
	void theHttpRequestsAreChildrenOfTheSendAlsoThoseOfFurtherAttempts() {
		this.postmark.answer(429, "");
		this.postmark.answerEach((request) -> (this.postmark.received().size() > 1) ? answer() : null);
		sender().send(email());
		assertThat(low("postmark.send")).containsEntry("outcome", "accepted");
		assertThat(all(HTTP)).hasSize(2)
			.allSatisfy((http) -> assertThat(parent(http)).isSameAs(only("postmark.send")))
			.allSatisfy((http) -> assertThat(http.getLowCardinalityKeyValue("uri").getValue()).isEqualTo("/email"));
	}

	@Test
	void whatIsSentBesideTheCallerIsPartOfWhatTheCallerDoes() {
		Observation request = Observation.start("request", this.registry);
		CompletableFuture<SendResult> result = request.scoped(() -> sender().sendAsync(email()));
		result.join();
		request.stop();
		await().untilAsserted(() -> assertThat(all("postmark.send")).hasSize(1));
		assertThat(parent(only("postmark.send"))).isSameAs(only("request"));
		assertThat(parent(only(HTTP))).isSameAs(only("postmark.send"));
		assertThat(low("postmark.send")).containsEntry("outcome", "accepted");
	}

	@Test
	void whatCannotWaitForAThreadIsNotAttempted() {
		this.factory = PostmarkClientFactory.builder(this.postmark.baseUrl(), Engine.JDK.builder())
			.limits(new RequestLimits(1, Duration.ZERO))
			.observations(new SendObservations(this.registry, null, () -> null))
			.build();
		this.postmark.holdAnswers();
		List<CompletableFuture<SendResult>> results = Stream.generate(() -> sender().sendAsync(email()))
			.limit(10_002)
			.toList();
		assertThat(low("postmark.send")).containsEntry("outcome", "not-attempted");
		this.factory.end();
		this.postmark.releaseAnswers();
		assertThat(results).allSatisfy((result) -> assertThat(result.handle((value, ex) -> true).join()).isTrue());
		await().untilAsserted(() -> assertThat(all("postmark.send")).hasSize(10_002));
	}

	@Test
	void messagesThatGoOutTogetherAreToldOnceAsPartOfWhatTheCallerDoes() {
		this.postmark.answerEach((request) -> answers(200));
		PostmarkSender sender = sender(new BatchSettings(200, 50_000_000, 4));
		Observation request = Observation.start("request", this.registry);
		BatchResult result = request.scoped(() -> sender.sendAll(emails(1000)));
		request.stop();
		assertThat(result.isComplete()).isTrue();
		assertThat(all("postmark.send")).isEmpty();
		assertThat(all("postmark.batch")).hasSize(5).allSatisfy((batch) -> {
			assertThat(parent(batch)).isSameAs(only("request"));
			assertThat(map(batch.getLowCardinalityKeyValues())).isEqualTo(Map.of("server", "shop", "stream", "outbound",
					"template", "none", "outcome", "accepted", "error.code", "none"));
			assertThat(map(batch.getHighCardinalityKeyValues())).isEqualTo(Map.of("messages", "200"));
		});
		assertThat(all(HTTP)).hasSize(5);
		assertThat(all(HTTP).stream().map(this::parent).distinct())
			.containsExactlyInAnyOrderElementsOf(all("postmark.batch"));
	}

	@Test
	void whereMessagesOfABatchDifferItSaysMixedAndIsNoError() {
		this.postmark.answerEach((request) -> """
				[ { "ErrorCode": 406, "Message": "Found inactive addresses: c@mail.example. Inactive recipients" },
				  { "MessageID": "0b8f1d3e-5a0c-4c61-9f6e-3f2a7c1d9e10", "ErrorCode": 0, "Message": "OK" } ]""");
		sender().sendAll(List.of(email(), email()));
		assertThat(low("postmark.batch")).containsEntry("outcome", "mixed")
			.containsEntry("error.code", "mixed")
			.containsEntry("template", "none");
		assertThat(only("postmark.batch").getError()).isNull();
	}

	@Test
	void aBatchOfWhichNothingWasAcceptedIsAnError() {
		this.postmark.answer(500, "");
		sender().sendAll(emails(3));
		assertThat(low("postmark.batch")).containsEntry("outcome", "unknown");
		assertThat(only("postmark.batch").getError()).hasMessage(AmbiguousSendException.class.getSimpleName());
	}

	@Test
	void messagesThatAreNotValidAreInTheBatchTheyWereGivenWith() {
		this.postmark.answerEach((request) -> answers(1));
		sender().sendAll(List.of(Email.builder().from("a@b.example").to("nobody").textBody("Hi").build(), email()));
		assertThat(low("postmark.batch")).containsEntry("outcome", "mixed");
		assertThat(high("postmark.batch")).containsEntry("messages", "2");
	}

	@Test
	void noAddressIsToldWhateverHappens() {
		Stream<Consumer<StubPostmark>> behaviours = Stream.of(
				(stub) -> stub.answer(422,
						"{\"ErrorCode\":406,\"Message\":\"Found inactive addresses: ann@mail.example.\"}"),
				(stub) -> stub.answer(422, "{\"ErrorCode\":300,\"Message\":\"Invalid 'To': ann@mail.example\"}"),
				(stub) -> stub.answer(500, "ann@mail.example"), (stub) -> stub.answer(200, "ann@mail.example"),
				StubPostmark::reset);
		behaviours.forEach((behaviour) -> {
			behaviour.accept(this.postmark);
			fail(email());
			sender().sendAll(emails(2));
		});
		fail(Email.builder().from("a@b.example").to("ann@@mail.example").textBody("Hi").build());
		fail(template().templateAlias("ann@mail.example").build());
		fail(Email.builder()
			.from("a@b.example")
			.to("ann@mail.example")
			.textBody("Hi")
			.messageStream("ann@mail.example")
			.build());
		assertThat(all("postmark.send")).hasSize(8);
		assertThat(all("postmark.batch")).hasSize(5);
		assertThat(everythingToldOf("postmark.send")).doesNotContain("mail.example");
		assertThat(everythingToldOf("postmark.batch")).doesNotContain("mail.example");
	}

	@ParameterizedTest
	@MethodSource("io.github.postmarkspring.client.FailingHandler#failures")
	void whateverAnObservationFailsWithTheMailEndsAsItEnds(String failing, Throwable failure) {
		this.registry.observationConfig()
			.observationHandler(new FailingHandler<>(SendObservationContext.class, failing, failure));
		PostmarkSender sender = PostmarkClientFactory.builder(this.postmark.baseUrl(), Engine.JDK.builder())
			.observations(new SendObservations(this.registry, null, () -> {
				throw new IllegalStateException("no tracer");
			}))
			.build()
			.sender(() -> "token", MessageDefaults.none());
		assertThat(sender.send(email()).messageId()).isEqualTo("0b8f1d3e-5a0c-4c61-9f6e-3f2a7c1d9e10");
		assertThat(sender.sendAsync(email()).join().messageId()).isEqualTo("0b8f1d3e-5a0c-4c61-9f6e-3f2a7c1d9e10");
		this.postmark.answer(500, "");
		assertThatExceptionOfType(AmbiguousSendException.class).isThrownBy(() -> sender.send(email()));
		assertThat(sender.sendAll(emails(2)).unknown()).hasSize(2);
		this.started.clear();
		this.stopped.clear();
	}

	@Test
	void noTokenIsTold() {
		this.postmark.answer(422, "{\"ErrorCode\":300,\"Message\":\"secret-token-of-shop\"}");
		PostmarkSender sender = this.factory.sender("shop", () -> "secret-token-of-shop", MessageDefaults.none(),
				BatchSettings.defaults());
		assertThatExceptionOfType(PostmarkException.class).isThrownBy(() -> sender.send(email()));
		assertThat(everythingToldOf("postmark.send") + everythingToldOf(HTTP)).doesNotContain("secret-token-of-shop");
	}

	@Test
	void ofMoreThanAHundredTemplatesOrStreamsTheFurtherOnesAreNotToldApart() {
		for (int i = 0; i < 150; i++) {
			sender().send(template().templateAlias("alias-" + i).messageStream("stream-" + i).build());
		}
		sender().send(template().templateAlias("alias-7").messageStream("stream-7").build());
		for (String key : List.of("template", "stream")) {
			List<String> values = all("postmark.send").stream()
				.map((context) -> context.getLowCardinalityKeyValue(key).getValue())
				.toList();
			assertThat(values.stream().distinct()).hasSize(101).contains("other");
			assertThat(values.get(150)).endsWith("-7");
		}
	}

	@Test
	void aConventionOfTheUsersIsUsedForBothAndNeedNotNameThem() {
		this.factory = factory(this.registry, new SendObservationConvention() {

			@Override
			public KeyValues getLowCardinalityKeyValues(SendObservationContext context) {
				return KeyValues.of("mine", context.server() + context.messages().size());
			}

		});
		sender().send(email());
		this.postmark.answerEach((request) -> answers(2));
		sender().sendAll(emails(2));
		assertThat(low("postmark.send")).isEqualTo(Map.of("mine", "shop1"));
		assertThat(low("postmark.batch")).isEqualTo(Map.of("mine", "shop2"));
	}

	@Test
	void ifAConventionOfTheUsersFailsTheMailIsSentAndTheObservationEnds() {
		this.factory = factory(this.registry, new SendObservationConvention() {

			@Override
			public KeyValues getLowCardinalityKeyValues(SendObservationContext context) {
				throw new NoClassDefFoundError("as wanted");
			}

		});
		sender().send(email());
		this.postmark.only();
		assertThat(only("postmark.send").getLowCardinalityKeyValues()).isEmpty();
	}

	@Test
	void everyKeyIsDocumentedAndEveryDocumentedKeyIsTold() {
		this.postmark.answerEach((request) -> request.line().contains("batch") ? answers(2) : answer());
		sender().send(email());
		sender().sendAll(emails(2));
		for (SendObservationDocumentation documented : SendObservationDocumentation.values()) {
			assertThat(low(documented.getName()).keySet()).containsExactlyInAnyOrderElementsOf(
					Stream.of(documented.getLowCardinalityKeyNames()).map((key) -> key.asString()).toList());
		}
		assertThat(Stream.of("postmark.send", "postmark.batch").flatMap((name) -> high(name).keySet().stream()))
			.containsExactlyInAnyOrderElementsOf(
					Stream.of(SendObservationDocumentation.SEND.getHighCardinalityKeyNames())
						.map((key) -> key.asString())
						.toList());
	}

	@Test
	void theTraceContextTravelsInTheMetadataOfEveryMessage() {
		this.traceParent = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
		sender().send(withMetadata(1));
		this.postmark.answerEach((request) -> answers(2));
		sender().sendAll(List.of(withMetadata(9), email()));
		assertThat(this.postmark.received()).hasSize(2);
		String entry = "\"traceparent\":\"" + this.traceParent + "\"";
		assertThat(this.postmark.received().get(0).text()).contains("\"Metadata\":{\"name-0\":\"x\"," + entry + "}");
		assertThat(this.postmark.received().get(1).text().split(Pattern.quote(entry), -1)).hasSize(3);
	}

	@Test
	void aMessageForAfterTheCommitHasTheTraceContextOfItsCallerIfThereIsOne() {
		this.factory = PostmarkClientFactory.builder(this.postmark.baseUrl(), Engine.JDK.builder())
			.observations(new SendObservations(this.registry, null, () -> {
				Observation current = this.registry.getCurrentObservation();
				return (current != null) ? "of " + current.getContextView().getName() : null;
			}))
			.build();
		sender().sendAfterCommit(email()).toCompletableFuture().join();
		assertThat(this.postmark.only().text()).doesNotContain("traceparent");
		Observation request = Observation.start("request", this.registry);
		request.scoped(() -> sender().sendAfterCommit(email())).toCompletableFuture().join();
		request.stop();
		assertThat(this.postmark.received().get(1).text()).contains("\"traceparent\":\"of request\"");
		await().untilAsserted(() -> assertThat(all("postmark.send")).hasSize(2));
	}

	@Test
	void withoutATraceNothingIsAdded() {
		sender().send(withMetadata(10));
		assertThat(this.postmark.only().text()).doesNotContain("traceparent");
	}

	@Test
	void aMessageThatHasNoPlaceForTheTraceContextIsRefusedBeforeItIsSent() {
		this.traceParent = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
		assertThatExceptionOfType(InvalidMessageException.class).isThrownBy(() -> sender().send(withMetadata(10)))
			.withMessageContaining("leave one out, or send it without the trace context")
			.withMessageContaining("postmark.tracing.propagate=false");
		assertThatExceptionOfType(InvalidMessageException.class).isThrownBy(() -> sender().send(Email.builder()
			.from("a@b.example")
			.to("ann@mail.example")
			.textBody("Hi")
			.metadata("TraceParent", "mine")
			.build())).withMessageContaining("give the entry another name");
		assertThat(this.postmark.received()).isEmpty();
	}

	@Test
	void whereNobodyObservesNothingIsMadeForIt() {
		SenderSetup setup = new SenderSetup("shop", MessageDefaults.none(), BatchSettings.defaults(),
				ReconciliationSettings.off(), List::of, Runnable::run, SendObservations.NONE);
		assertThat(SendObservations.NONE.begin(setup, email())).isSameAs(ObservedSend.NONE);
		assertThat(SendObservations.NONE.begin(setup, new BatchWindow(BatchSettings.defaults())))
			.isSameAs(ObservedSend.NONE);
	}

	@Test
	void aMessageThatIsNullIsNotObserved() {
		assertThatIllegalArgumentException().isThrownBy(() -> sender().send(null));
		assertThatIllegalArgumentException().isThrownBy(() -> sender().sendAsync(null));
		assertThat(this.started).isEmpty();
	}

	private PostmarkClientFactory factory(ObservationRegistry registry, SendObservationConvention convention) {
		return PostmarkClientFactory.builder(this.postmark.baseUrl(), Engine.JDK.builder())
			.retry(Retries.AT_ONCE)
			.httpObservations(registry)
			.observations(new SendObservations(registry, convention, () -> this.traceParent))
			.build();
	}

	private PostmarkSender sender() {
		return sender(BatchSettings.defaults());
	}

	private PostmarkSender sender(BatchSettings batch) {
		return this.factory.sender("shop", () -> "token", MessageDefaults.none(), batch);
	}

	private void fail(OutboundMessage message) {
		assertThatExceptionOfType(PostmarkException.class).isThrownBy(() -> sender().send(message));
	}

	private List<Observation.Context> all(String name) {
		return this.stopped.stream().filter((context) -> name.equals(context.getName())).toList();
	}

	private Observation.Context only(String name) {
		assertThat(all(name)).hasSize(1);
		return all(name).get(0);
	}

	private Map<String, String> low(String name) {
		return map(only(name).getLowCardinalityKeyValues());
	}

	private Map<String, String> high(String name) {
		return map(only(name).getHighCardinalityKeyValues());
	}

	private static Map<String, String> map(KeyValues values) {
		return values.stream()
			.collect(Collectors.toMap(KeyValue::getKey, KeyValue::getValue, (a, b) -> b, TreeMap::new));
	}

	private Object parent(Observation.Context context) {
		return context.getParentObservation().getContextView();
	}

	/** With what a tracer would write of an exception. */
	private String everythingToldOf(String name) {
		StringBuilder told = new StringBuilder();
		for (Observation.Context context : all(name)) {
			told.append(context);
			for (Throwable ex = context.getError(); ex != null; ex = ex.getCause()) {
				told.append(ex).append(List.of(ex.getStackTrace())).append(List.of(ex.getSuppressed()));
			}
		}
		return told.toString();
	}

	private static Email email() {
		return emails(1).get(0);
	}

	private static List<Email> emails(int count) {
		return IntStream.range(0, count)
			.mapToObj((i) -> Email.builder().from("a@b.example").to("ann@mail.example").textBody("Hi").build())
			.toList();
	}

	private static Email withMetadata(int entries) {
		Email.Builder email = Email.builder().from("a@b.example").to("ann@mail.example").textBody("Hi");
		for (int i = 0; i < entries; i++) {
			email.metadata("name-" + i, "x");
		}
		return email.build();
	}

	private static TemplatedEmail.Builder template() {
		return TemplatedEmail.builder().from("a@b.example").to("ann@mail.example").templateModel(Map.of());
	}

	private static String answer() {
		return "{\"MessageID\":\"0b8f1d3e-5a0c-4c61-9f6e-3f2a7c1d9e10\",\"ErrorCode\":0,\"Message\":\"OK\"}";
	}

	private static String answers(int count) {
		return Stream.generate(SendObservationTests::answer).limit(count).collect(Collectors.joining(",", "[", "]"));
	}

}

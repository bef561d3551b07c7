package io.github.postmarkspring.client.http;

import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.postmarkspring.client.Engine;
import io.github.postmarkspring.client.FailingHandler;
import io.github.postmarkspring.client.PostmarkClientFactory;
import io.github.postmarkspring.client.PostmarkServerClient;
import io.github.postmarkspring.client.Retries;
import io.github.postmarkspring.client.StubPostmark;
import io.github.postmarkspring.client.error.AmbiguousSendException;
import io.github.postmarkspring.client.error.PostmarkException;
import io.github.postmarkspring.client.message.Attachment;
import io.github.postmarkspring.client.message.Email;
import io.github.postmarkspring.client.message.MessageDefaults;
import io.github.postmarkspring.client.message.SendObservations;
import io.github.postmarkspring.client.outbound.SentMessageQuery;
import io.micrometer.common.KeyValue;
import io.micrometer.common.KeyValues;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.tck.TestObservationRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.observation.ClientRequestObservationContext;
import org.springframework.http.client.observation.ClientRequestObservationConvention;
import org.springframework.http.client.observation.DefaultClientRequestObservationConvention;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

/**
 * What is told of HTTP requests.
 */
class RequestObservationTests {

	private static final String HTTP = "http.client.requests";

	private final StubPostmark postmark = new StubPostmark();

	private final List<Observation.Context> stopped = new CopyOnWriteArrayList<>();

	private final ObservationRegistry registry = registry(this.stopped);

	@AfterEach
	void stop() {
		this.postmark.close();
		assertThat(this.registry.getCurrentObservation()).isNull();
	}

	@ParameterizedTest
	@MethodSource
	void ofARequestTheSameIsToldAsByTheClientOfSpring(Engine engine, Consumer<StubPostmark> answer) {
		List<Observation.Context> expected = new CopyOnWriteArrayList<>();
		RestClient spring = engine.builder()
			.baseUrl(this.postmark.baseUrl())
			.observationRegistry(registry(expected))
			.build();
		PostmarkClientFactory factory = factory(engine).retry(RetrySettings.off()).build();
		answer.accept(this.postmark);
		// What is remembered is told as it was the first time.
		for (int i = 0; i < 3; i++) {
			quietly(() -> send(factory));
			quietly(() -> spring.post().uri("/email").body("{}").exchange((sent, response) -> read(response)));
			quietly(() -> factory.serverClient(() -> "token").outboundMessages().get("0b8f"));
			quietly(() -> spring.get()
				.uri("/messages/outbound/{messageId}/details", "0b8f")
				.exchange((sent, response) -> read(response)));
		}
		assertThat(this.stopped.stream().map(RequestObservationTests::told)).hasSize(6)
			.isEqualTo(expected.stream().map(RequestObservationTests::told).toList());
	}

	static Stream<Arguments> ofARequestTheSameIsToldAsByTheClientOfSpring() {
		Map<String, Consumer<StubPostmark>> answers = Map.of("200", (postmark) -> {
		}, "422", (postmark) -> postmark.answer(422, "{\"ErrorCode\":300,\"Message\":\"No\"}"), "500",
				(postmark) -> postmark.answer(500, ""), "a status that HTTP does not know",
				(postmark) -> postmark.answer(477, ""), "a reset", StubPostmark::reset, "a body that is cut off",
				(postmark) -> postmark.answerRaw("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{"));
		return Stream.of(Engine.values())
			.flatMap((engine) -> answers.entrySet()
				.stream()
				.map((answer) -> argumentSet(engine + ", " + answer.getKey(), engine, answer.getValue())));
	}

	@Test
	void eachRequestIsToldOnceAlsoIfTheClientObserves() {
		PostmarkClientFactory factory = PostmarkClientFactory
			.builder(this.postmark.baseUrl(), Engine.JDK.builder().observationRegistry(this.registry))
			.httpObservations(this.registry)
			.build();
		send(factory);
		assertThat(this.stopped).hasSize(1);
	}

	@Test
	void withoutARegistryTheOneOfTheClientIsUsedAndTheQueryIsNotTold() {
		RestClient.Builder client = Engine.JDK.builder().observationRegistry(this.registry);
		PostmarkClientFactory factory = PostmarkClientFactory.builder(this.postmark.baseUrl(), client).build();
		this.postmark.answer(200, "{\"TotalCount\":0,\"Messages\":[]}");
		search(factory);
		assertThat(this.stopped).hasSize(1);
		assertThat(this.stopped.toString()).contains("/messages/outbound'").doesNotContain("mail.example");
		client.build().get().uri(this.postmark.baseUrl() + "/mine").retrieve().toBodilessEntity();
		assertThat(this.stopped).as("the builder is left as it was").hasSize(2);
	}

	@Test
	void requestsWithQueriesAreToldApartAndTheirQueriesAreNotTold() {
		PostmarkClientFactory factory = factory(Engine.HTTP_COMPONENTS).build();
		send(factory);
		this.postmark.answer(200, "{\"TotalCount\":0,\"Messages\":[]}");
		search(factory);
		this.postmark.recover();
		send(factory);
		assertThat(this.stopped.stream().map((context) -> context.getHighCardinalityKeyValue("http.url").getValue()))
			.containsExactly(this.postmark.baseUrl() + "/email", this.postmark.baseUrl() + "/messages/outbound",
					this.postmark.baseUrl() + "/email");
		assertThat(this.stopped.toString()).doesNotContain("mail.example");
	}

	@Test
	void whatIsRememberedOfARequestIsNotToldOfAnother() {
		PostmarkServerClient client = factory(Engine.JDK).retry(RetrySettings.off())
			.build()
			.serverClient(() -> "token");
		quietly(() -> client.webhooks().get(1));
		quietly(() -> client.webhooks().delete(1));
		quietly(() -> client.webhooks().list());
		this.postmark.answer(422, "{\"ErrorCode\":809,\"Message\":\"No\"}");
		quietly(() -> client.webhooks().get(1));
		this.postmark.reset();
		quietly(() -> client.webhooks().get(1));
		assertThat(this.stopped.stream()
			.map((context) -> Stream.of("method", "uri", "status", "exception")
				.map((key) -> context.getLowCardinalityKeyValue(key).getValue())
				.collect(Collectors.joining(" "))))
			.containsExactly("GET /webhooks/{webhookId} 200 none", "DELETE /webhooks/{webhookId} 200 none",
					"GET /webhooks 200 none", "GET /webhooks/{webhookId} 422 none",
					"GET /webhooks/{webhookId} CLIENT_ERROR ResourceAccessException");
	}

	@ParameterizedTest
	@EnumSource
	void whatARequestFailsWithIsToldByItsClassAndQuotesNothing(Engine engine) {
		PostmarkClientFactory factory = factory(engine).retry(RetrySettings.off()).build();
		this.postmark.reset();
		quietly(() -> send(factory));
		this.postmark.recover();
		quietly(() -> factory.sender(() -> "token", MessageDefaults.none()).send(withAnAttachmentThatIsGone()));
		assertThat(this.stopped.get(0).getLowCardinalityKeyValue("exception").getValue())
			.isEqualTo("ResourceAccessException");
		assertThat(this.stopped.get(0).getError()).isExactlyInstanceOf(ResourceAccessException.class)
			.message()
			.matches("\\w+Exception");
		assertThat(this.stopped).hasSize(2)
			.allSatisfy((http) -> assertThat(http.getError()).hasNoCause()
				.asString()
				.doesNotContain("mail.example", "127.0.0.1"));
		assertThat(this.stopped.get(1).getLowCardinalityKeyValue("exception").getValue())
			.isEqualTo(this.stopped.get(1).getError().getClass().getSimpleName());
		assertThat(this.stopped.get(1).getError()).message().contains("InvalidMessageException");
	}

	private static Email withAnAttachmentThatIsGone() {
		AtomicInteger opened = new AtomicInteger();
		return Email.builder()
			.from("a@b.example")
			.to("ann@mail.example")
			.textBody("Hi")
			.attachment(Attachment.of("ann@mail.example.pdf", () -> {
				if (opened.getAndIncrement() == 0) {
					return new ByteArrayInputStream(new byte[200_000]);
				}
				throw new FileNotFoundException("/invoices/ann@mail.example.pdf (No such file or directory)");
			}))
			.build();
	}

	@Test
	void aFilterChangesWhatIsTold() {
		this.registry.observationConfig()
			.observationFilter((context) -> context.removeLowCardinalityKeyValue("client.name")
				.addLowCardinalityKeyValue(KeyValue.of("region", "eu"))
				.addLowCardinalityKeyValue(KeyValue.of("status", "fine"))
				.addHighCardinalityKeyValue(KeyValue.of("by", "me"))
				.removeHighCardinalityKeyValue("http.url"));
		send(factory(Engine.JDK).build());
		Observation.Context told = this.stopped.get(0);
		assertThat(told.getLowCardinalityKeyValues().stream().map(KeyValue::getKey)).containsExactly("exception",
				"method", "outcome", "region", "status", "uri");
		assertThat(told.getLowCardinalityKeyValue("status").getValue()).isEqualTo("fine");
		assertThat(told.getHighCardinalityKeyValues()).containsExactly(KeyValue.of("by", "me"));
		assertThat(told.getHighCardinalityKeyValue("by").getValue()).isEqualTo("me");
	}

	@ParameterizedTest
	@EnumSource
	void headersOfATraceTravelWithTheRequest(Engine engine) {
		handle(new ObservationHandler<ClientRequestObservationContext>() {

			@Override
			public void onStart(ClientRequestObservationContext context) {
				context.getSetter().set(context.getCarrier(), "traceparent", "00-1-2-01");
			}

			@Override
			public boolean supportsContext(Observation.Context context) {
				return context instanceof ClientRequestObservationContext;
			}

		});
		send(factory(engine).build());
		assertThat(this.postmark.only().headers()).containsEntry("traceparent", "00-1-2-01");
	}

	@Test
	void whatIsDoneInARequestIsPartOfIt() {
		List<String> current = new ArrayList<>();
		send(PostmarkClientFactory
			.builder(this.postmark.baseUrl(), Engine.JDK.builder().requestInterceptor((request, body, execution) -> {
				current.add(this.registry.getCurrentObservation().getContext().getName());
				return execution.execute(request, body);
			}))
			.httpObservations(this.registry)
			.build());
		assertThat(current).containsExactly(HTTP);
	}

	@Test
	void betweenTheRequestsOfASendTheSendIsWhatIsObserved() {
		List<Observation> current = new ArrayList<>();
		PostmarkClientFactory factory = factory(Engine.JDK).retry(Retries.AT_ONCE)
			.observations(new SendObservations(this.registry, null, () -> null))
			.onRetry((failure) -> current.add(this.registry.getCurrentObservation()))
			.build();
		this.postmark.answer(429, "");
		quietly(() -> send(factory));
		assertThat(current).hasSize(2)
			.allSatisfy((observation) -> assertThat(observation.getContext().getName()).isEqualTo("postmark.send"));
		assertThat(this.stopped.stream().filter((context) -> HTTP.equals(context.getName()))).hasSize(3)
			.allSatisfy((http) -> assertThat(http.getParentObservation()).isSameAs(current.get(0)));
	}

	@ParameterizedTest
	@MethodSource("io.github.postmarkspring.client.FailingHandler#failures")
	void whateverAnObservationFailsWithTheMailEndsAsItEnds(String failing, Throwable failure) {
		handle(new FailingHandler<>(ClientRequestObservationContext.class, failing, failure));
		assertMailEndsAsItEnds(factory(Engine.JDK).build());
	}

	@ParameterizedTest
	@ValueSource(strings = { "name", "values", "values at the end" })
	void whateverAConventionFailsWithTheMailEndsAsItEnds(String failing) {
		assertMailEndsAsItEnds(PostmarkClientFactory.builder(this.postmark.baseUrl(), Engine.JDK.builder())
			.httpObservations(this.registry)
			.httpObservationConvention(new FailingConvention(failing))
			.build());
	}

	@ParameterizedTest
	@ValueSource(strings = { "start", "open" })
	void handlersBeforeOneThatFailsAreToldOfTheEnd(String failing) {
		ObservationRegistry registry = ObservationRegistry.create();
		List<String> told = new ArrayList<>();
		registry.observationConfig().observationHandler(new PhaseHandler(told::add));
		registry.observationConfig()
			.observationHandler(new FailingHandler<>(ClientRequestObservationContext.class, failing,
					new IllegalStateException("as wanted")));
		send(PostmarkClientFactory.builder(this.postmark.baseUrl(), Engine.JDK.builder())
			.httpObservations(registry)
			.build());
		assertThat(told).containsExactlyElementsOf(
				"start".equals(failing) ? List.of("start", "stop") : List.of("start", "open", "close", "stop"));
	}

	@Test
	void handlersAreToldOfTheEndIfAConventionFailsThen() {
		send(PostmarkClientFactory.builder(this.postmark.baseUrl(), Engine.JDK.builder())
			.httpObservations(this.registry)
			.httpObservationConvention(new FailingConvention("values at the end"))
			.build());
		assertThat(this.stopped).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void whatIsObservedInEachPhaseIsWhatItIsWithTheClientOfSpring(boolean fails) {
		if (fails) {
			this.postmark.reset();
		}
		ObservationRegistry registry = ObservationRegistry.create();
		List<String> told = new ArrayList<>();
		registry.observationConfig().observationHandler(new PhaseHandler((phase) -> {
			Observation current = registry.getCurrentObservation();
			told.add(phase + " in " + ((current != null) ? current.getContext().getName() : "nothing"));
		}));
		PostmarkClientFactory factory = PostmarkClientFactory.builder(this.postmark.baseUrl(), Engine.JDK.builder())
			.retry(RetrySettings.off())
			.httpObservations(registry)
			.build();
		RestClient spring = Engine.JDK.builder().baseUrl(this.postmark.baseUrl()).observationRegistry(registry).build();
		Runnable ours = () -> quietly(() -> send(factory));
		Runnable springs = () -> quietly(
				() -> spring.post().uri("/email").body("{}").exchange((sent, response) -> read(response)));
		for (boolean within : List.of(false, true)) {
			List<List<String>> phases = new ArrayList<>();
			for (Runnable request : List.of(springs, ours)) {
				if (within) {
					Observation.createNotStarted("outer", registry).observe(request);
				}
				else {
					request.run();
				}
				phases.add(List.copyOf(told));
				told.clear();
			}
			assertThat(phases.get(1)).hasSizeGreaterThan(3).isEqualTo(phases.get(0));
		}
	}

	@Test
	void withNothingAroundItARequestHasNoParent() {
		this.registry.observationConfig()
			.observationPredicate((name, context) -> context.getParentObservation() == null);
		send(factory(Engine.JDK).build());
		assertThat(this.stopped).hasSize(1);
	}

	@ParameterizedTest
	@EnumSource
	void aHandlerDoesNotReplaceTheTokenOrWhatElseIsOurs(Engine engine) {
		handle(new ObservationHandler<ClientRequestObservationContext>() {

			@Override
			public void onStart(ClientRequestObservationContext context) {
				assertThat(context.getCarrier().getHeaders().headerNames()).doesNotContain("X-Postmark-Server-Token");
				context.getCarrier().getHeaders().set("X-Postmark-Server-Token", "other");
				context.getCarrier().getHeaders().set("Content-Type", "text/plain");
			}

			@Override
			public boolean supportsContext(Observation.Context context) {
				return context instanceof ClientRequestObservationContext;
			}

		});
		send(factory(engine).build());
		assertThat(this.postmark.only().token()).isEqualTo("token");
		assertThat(this.postmark.only().headers()).containsEntry("content-type", "application/json");
	}

	private void assertMailEndsAsItEnds(PostmarkClientFactory factory) {
		send(factory);
		assertThat(this.postmark.received()).hasSize(1);
		assertThat(this.registry.getCurrentObservation()).isNull();
		this.postmark.answer(500, "");
		assertThatExceptionOfType(AmbiguousSendException.class).isThrownBy(() -> send(factory));
		this.postmark.reset();
		assertThatExceptionOfType(AmbiguousSendException.class).isThrownBy(() -> send(factory));
		assertThat(this.postmark.received()).hasSize(3);
		assertThat(this.registry.getCurrentObservation()).isNull();
	}

	@Test
	void aConventionOfTheUsersIsAskedEachTime() {
		AtomicInteger asked = new AtomicInteger();
		PostmarkClientFactory factory = PostmarkClientFactory.builder(this.postmark.baseUrl(), Engine.JDK.builder())
			.httpObservations(this.registry)
			.httpObservationConvention(new DefaultClientRequestObservationConvention("mine") {

				@Override
				public KeyValues getLowCardinalityKeyValues(ClientRequestObservationContext context) {
					return KeyValues.of("asked", String.valueOf(asked.incrementAndGet()));
				}

			})
			.build();
		send(factory);
		send(factory);
		assertThat(this.stopped).extracting(Observation.Context::getName).containsExactly("mine", "mine");
		assertThat(this.stopped.stream().map((context) -> context.getLowCardinalityKeyValue("asked").getValue()))
			.containsExactly("2", "4");
	}

	private PostmarkClientFactory.Builder factory(Engine engine) {
		return PostmarkClientFactory.builder(this.postmark.baseUrl(), engine.builder()).httpObservations(this.registry);
	}

	private void handle(ObservationHandler<?> handler) {
		this.registry.observationConfig().observationHandler(handler);
	}

	private static void send(PostmarkClientFactory factory) {
		factory.sender(() -> "token", MessageDefaults.none())
			.send(Email.builder().from("a@b.example").to("ann@mail.example").textBody("Hi").build());
	}

	private static void search(PostmarkClientFactory factory) {
		factory.serverClient(() -> "token")
			.outboundMessages()
			.list(SentMessageQuery.create().recipient("ann@mail.example"));
	}

	private static Object read(ClientHttpResponse response) throws IOException {
		return response.getBody().readAllBytes();
	}

	private static void quietly(Runnable request) {
		try {
			request.run();
		}
		catch (PostmarkException | RestClientException ex) {
			// what is told of it counts
		}
	}

	private static String told(Observation.Context context) {
		Throwable error = context.getError();
		return context.getName() + " | " + context.getContextualName() + " | " + context.getLowCardinalityKeyValues()
				+ " | " + context.getHighCardinalityKeyValues() + " | " + ((error != null) ? error.getClass() : "")
				+ " | " + context.getParentObservation();
	}

	private static ObservationRegistry registry(List<Observation.Context> stopped) {
		TestObservationRegistry registry = TestObservationRegistry.create();
		registry.observationConfig().observationHandler(new ObservationHandler<>() {

			@Override
			public void onStop(Observation.Context context) {
				stopped.add(context);
			}

			@Override
			public boolean supportsContext(Observation.Context context) {
				return true;
			}

		});
		return registry;
	}

	private static final class PhaseHandler implements ObservationHandler<ClientRequestObservationContext> {

		private final Consumer<String> told;

		PhaseHandler(Consumer<String> told) {
			this.told = told;
		}

		@Override
		public void onStart(ClientRequestObservationContext context) {
			this.told.accept("start");
		}

		@Override
		public void onScopeOpened(ClientRequestObservationContext context) {
			this.told.accept("open");
		}

		@Override
		public void onScopeClosed(ClientRequestObservationContext context) {
			this.told.accept("close");
		}

		@Override
		public void onError(ClientRequestObservationContext context) {
			this.told.accept("error");
		}

		@Override
		public void onStop(ClientRequestObservationContext context) {
			this.told.accept("stop");
		}

		@Override
		public boolean supportsContext(Observation.Context context) {
			return context instanceof ClientRequestObservationContext;
		}

	}

	private record FailingConvention(String failing) implements ClientRequestObservationConvention {

		@Override
		public String getName() {
			if ("name".equals(this.failing)) {
				throw new IllegalStateException("as wanted");
			}
			return "mine";
		}

		@Override
		public KeyValues getLowCardinalityKeyValues(ClientRequestObservationContext context) {
			if ("values".equals(this.failing)
					|| ("values at the end".equals(this.failing) && context.getResponse() != null)) {
				throw new IllegalStateException("as wanted");
			}
			return KeyValues.empty();
		}

	}

}

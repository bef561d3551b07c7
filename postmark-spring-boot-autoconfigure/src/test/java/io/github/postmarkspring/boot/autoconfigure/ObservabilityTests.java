package io.github.postmarkspring.boot.autoconfigure;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

import io.github.postmarkspring.client.PostmarkClientFactory;
import io.github.postmarkspring.client.PostmarkServerClient;
import io.github.postmarkspring.client.StubPostmark;
import io.github.postmarkspring.client.error.PostmarkException;
import io.github.postmarkspring.client.message.BatchSettings;
import io.github.postmarkspring.client.message.DefaultSendObservationConvention;
import io.github.postmarkspring.client.message.Email;
import io.github.postmarkspring.client.message.MessageDefaults;
import io.github.postmarkspring.client.message.PostmarkSender;
import io.github.postmarkspring.client.message.SendListener;
import io.github.postmarkspring.client.message.SendObservationContext;
import io.github.postmarkspring.client.message.SendObservationConvention;
import io.github.postmarkspring.client.message.SendResult;
import io.github.postmarkspring.client.outbound.SentMessageQuery;
import io.micrometer.common.KeyValues;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.NoUniqueBeanDefinitionException;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.export.simple.SimpleMetricsExportAutoConfiguration;
import org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration;
import org.springframework.boot.restclient.RestClientCustomizer;
import org.springframework.boot.restclient.autoconfigure.RestClientAutoConfiguration;
import org.springframework.boot.restclient.autoconfigure.RestClientObservationAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.http.client.observation.ClientRequestObservationContext;
import org.springframework.http.client.observation.ClientRequestObservationConvention;
import org.springframework.http.client.observation.DefaultClientRequestObservationConvention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * What an application is told of its mail without doing anything.
 */
class ObservabilityTests {

	private static final String ACCEPTED = "{\"MessageID\":\"0b8f1d3e-5a0c-4c61-9f6e-3f2a7c1d9e10\",\"ErrorCode\":0,\"Message\":\"OK\"}";

	private final StubPostmark postmark = new StubPostmark();

	private final List<Observation.Context> stopped = new CopyOnWriteArrayList<>();

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(ObservationAutoConfiguration.class, MetricsAutoConfiguration.class,
				CompositeMeterRegistryAutoConfiguration.class, SimpleMetricsExportAutoConfiguration.class,
				RestClientAutoConfiguration.class, RestClientObservationAutoConfiguration.class,
				PostmarkAutoConfiguration.class, PostmarkObservationAutoConfiguration.class,
				PostmarkMetricsAutoConfiguration.class))
		.withBean(Recorder.class, () -> new Recorder(this.stopped))
		.withPropertyValues("postmark.server-token=secret-token-1", "postmark.base-url=" + this.postmark.baseUrl(),
				"postmark.retry.delay=0s");

	@AfterEach
	void stop() {
		this.postmark.close();
	}

	@Test
	void aMessageIsTimedAndCountedAndItsRequestIsPartOfIt() {
		this.runner.run((context) -> {
			context.getBean(PostmarkSender.class).send(email());
			assertThat(tags(context, "postmark.send")).containsExactly(Map.of("server", "default", "stream", "outbound",
					"template", "none", "outcome", "accepted", "error.code", "none", "error", "none"));
			assertThat(tags(context, "postmark.messages")).containsExactly(Map.of("server", "default", "stream",
					"outbound", "template", "none", "outcome", "accepted", "error.code", "none"));
			assertThat(only("http.client.requests").getParentObservation().getContextView())
				.isSameAs(only("postmark.send"));
		});
	}

	@Test
	void theNameIsThatOfTheServerAndTheStreamThatOfItsDefaults() {
		this.runner.withPropertyValues("postmark.servers.news.token=secret-token-2",
				"postmark.servers.news.defaults.message-stream=broadcast", "postmark.defaults.message-stream=receipts")
			.run((context) -> {
				context.getBean("newsPostmarkSender", PostmarkSender.class).send(email());
				context.getBean("postmarkSender", PostmarkSender.class).send(email());
				for (String name : List.of("postmark.send", "postmark.messages")) {
					assertThat(
							tags(context, name).stream().map((tags) -> tags.get("server") + "/" + tags.get("stream")))
						.containsExactlyInAnyOrder("news/broadcast", "default/receipts");
				}
			});
	}

	@Test
	void theStreamOfASenderThatTheApplicationMadeIsThatOfItsDefaults() {
		MessageDefaults defaults = new MessageDefaults(null, List.of(), "news", null, null, null, List.of(), Map.of());
		this.runner.run((context) -> {
			context.getBean(PostmarkClientFactory.class)
				.sender("mine", () -> "secret-token-2", defaults, BatchSettings.defaults())
				.send(email());
			for (String name : List.of("postmark.send", "postmark.messages")) {
				assertThat(tags(context, name)).singleElement(InstanceOfAssertFactories.MAP)
					.containsEntry("server", "mine")
					.containsEntry("stream", "news");
			}
		});
	}

	@Test
	void everyMessageOfABatchIsCountedOnceByWhatBecameOfIt() {
		this.postmark.answerEach((request) -> "[" + ACCEPTED + "," + ACCEPTED
				+ ",{\"ErrorCode\":406,\"Message\":\"Found inactive addresses: c@mail.example.\"}]");
		this.runner.run((context) -> {
			context.getBean(PostmarkSender.class).sendAll(List.of(email(), email(), email()));
			assertThat(context.getBean(MeterRegistry.class)
				.get("postmark.messages")
				.tag("outcome", "accepted")
				.counter()
				.count()).isEqualTo(2);
			assertThat(context.getBean(MeterRegistry.class)
				.get("postmark.messages")
				.tag("outcome", "rejected")
				.tag("error.code", "406")
				.counter()
				.count()).isEqualTo(1);
			assertThat(context.getBean(MeterRegistry.class).get("postmark.batch").timer().count()).isEqualTo(1);
			assertThat(tags(context, "postmark.send")).isEmpty();
		});
	}

	@Test
	void recipientsThatAreSuppressedAreCounted() {
		this.runner.run((context) -> {
			PostmarkSender sender = context.getBean(PostmarkSender.class);
			sender.send(email());
			assertThat(tags(context, "postmark.inactive.recipients")).isEmpty();
			this.postmark.answer(422,
					"{\"ErrorCode\":406,\"Message\":\"You tried to send to recipients that have been marked as inactive. Found inactive addresses: a@mail.example, b@mail.example. Inactive recipients are ones that have generated a hard bounce.\"}");
			assertThatExceptionOfType(PostmarkException.class).isThrownBy(() -> sender.send(email()));
			this.postmark.answer(200,
					"{\"MessageID\":\"x\",\"ErrorCode\":0,\"Message\":\"Message OK, but will not deliver to these inactive addresses: c@mail.example. Inactive recipients are ones that have generated a hard bounce.\"}");
			sender.send(email());
			assertThat(context.getBean(MeterRegistry.class)
				.get("postmark.inactive.recipients")
				.tag("outcome", "rejected")
				.counter()
				.count()).isEqualTo(2);
			assertThat(context.getBean(MeterRegistry.class)
				.get("postmark.inactive.recipients")
				.tag("outcome", "accepted")
				.counter()
				.count()).isEqualTo(1);
		});
	}

	@Test
	void messagesThatAreLookedUpAreCountedByWhatCameOfIt() {
		this.postmark
			.answerEach((request) -> request.line().startsWith("GET") ? "{\"TotalCount\":0,\"Messages\":[]}" : null);
		this.postmark.answer(500, "");
		this.runner
			.withPropertyValues("postmark.retry.reconcile=check", "postmark.retry.reconcile-timeout=1ms",
					"postmark.retry.reconcile-interval=1ms")
			.run((context) -> {
				assertThatExceptionOfType(PostmarkException.class)
					.isThrownBy(() -> context.getBean(PostmarkSender.class).send(email()));
				assertThat(tags(context, "postmark.reconciliations"))
					.containsExactly(Map.of("server", "default", "outcome", "not-found"));
				assertThat(tags(context, "postmark.messages").get(0)).containsEntry("outcome", "unknown");
				assertThat(this.stopped).filteredOn((observed) -> "http.client.requests".equals(observed.getName()))
					.hasSizeGreaterThan(1)
					.allSatisfy((http) -> assertThat(http.getParentObservation().getContextView())
						.isSameAs(only("postmark.send")));
			});
	}

	@Test
	void furtherAttemptsAreCountedByWhyThereIsOne() {
		this.postmark.answer(429, "");
		this.runner.run((context) -> {
			PostmarkSender sender = context.getBean(PostmarkSender.class);
			PostmarkServerClient server = context.getBean(PostmarkServerClient.class);
			assertThatExceptionOfType(PostmarkException.class).isThrownBy(() -> sender.send(email()));
			this.postmark.answer(503, "{\"ErrorCode\":100,\"Message\":\"Maintenance\"}");
			assertThatExceptionOfType(PostmarkException.class).isThrownBy(() -> server.server().get());
			this.postmark.answer(500, "{\"ErrorCode\":101,\"Message\":\"Failed\"}");
			assertThatExceptionOfType(PostmarkException.class).isThrownBy(() -> server.server().get());
			this.postmark.reset();
			assertThatExceptionOfType(PostmarkException.class).isThrownBy(() -> server.server().get());
			assertThat(tags(context, "postmark.retries").stream().map((tags) -> tags.get("reason")))
				.containsExactlyInAnyOrder("rate-limited", "unavailable", "server-error", "no-answer");
			assertThat(context.getBean(MeterRegistry.class).get("postmark.retries").counters())
				.allSatisfy((counter) -> assertThat(counter.count()).isEqualTo(2));
		});
	}

	@Test
	void requestsUnderWayAreShownWithTheirLimit() {
		this.runner.withPropertyValues("postmark.http.max-requests=7").run((context) -> {
			MeterRegistry meters = context.getBean(MeterRegistry.class);
			assertThat(meters.get("postmark.requests.active").gauge().value()).isZero();
			this.postmark.holdAnswers();
			CompletableFuture<SendResult> result = context.getBean(PostmarkSender.class).sendAsync(email());
			await().until(() -> this.postmark.received().size() == 1);
			assertThat(meters.get("postmark.requests.active").gauge().value()).isEqualTo(1);
			assertThat(meters.get("postmark.requests.max").gauge().value()).isEqualTo(7);
			this.postmark.releaseAnswers();
			result.join();
			await().until(() -> meters.get("postmark.requests.active").gauge().value() == 0);
		});
	}

	@Test
	void lookingAtTheGaugesMakesNoClients() {
		this.runner.withBean(LazyInitializationBeanFactoryPostProcessor.class).run((context) -> {
			MeterRegistry meters = context.getBean(MeterRegistry.class);
			assertThat(meters.get("postmark.requests.active").gauge().value()).isZero();
			assertThat(meters.get("postmark.requests.max").gauge().value()).isNaN();
			assertThat(context.getSourceApplicationContext().getBeanFactory().getSingletonNames())
				.contains("postmarkRequestGauges")
				.doesNotContain("postmarkClientFactory", "postmarkHttpEngine");
		});
	}

	@Test
	void beforeTheFirstMessageThereIsNothingButTheGauges() {
		this.runner.run((context) -> assertThat(context.getBean(MeterRegistry.class)
			.getMeters()
			.stream()
			.map((meter) -> meter.getId().getName())
			.filter((name) -> name.startsWith("postmark.")))
			.containsExactlyInAnyOrder("postmark.requests.active", "postmark.requests.max"));
	}

	@Test
	void ofASearchForAnAddressNeitherTracesNorMetricsShowIt() {
		this.postmark.answer(200, "{\"TotalCount\":0,\"Messages\":[]}");
		this.runner.run((context) -> {
			context.getBean(PostmarkServerClient.class)
				.outboundMessages()
				.list(SentMessageQuery.create().recipient("ann@mail.example"));
			assertThat(this.postmark.only().line()).contains("ann").contains("mail.example");
			Observation.Context http = only("http.client.requests");
			assertThat(http.getHighCardinalityKeyValue("http.url").getValue())
				.isEqualTo(this.postmark.baseUrl() + "/messages/outbound");
			assertThat(http.toString()).doesNotContain("mail.example").doesNotContain("secret-token");
			assertThat(tags(context, "http.client.requests").toString()).doesNotContain("mail.example");
		});
	}

	@Test
	void aConventionForHttpOfTheApplicationsIsUsedAndShowsNoAddressEither() {
		this.postmark.answer(200, "{\"TotalCount\":0,\"Messages\":[]}");
		this.runner.withBean(ClientRequestObservationConvention.class, OwnHttpConvention::new).run((context) -> {
			context.getBean(PostmarkServerClient.class)
				.outboundMessages()
				.list(SentMessageQuery.create().recipient("ann@mail.example"));
			Observation.Context http = only("mine");
			assertThat(http.getHighCardinalityKeyValue("full").getValue())
				.isEqualTo(this.postmark.baseUrl() + "/messages/outbound");
			assertThat(http.toString()).doesNotContain("mail.example");
		});
	}

	@Test
	void theNameOfHttpObservationsIsTheOneThatIsConfigured() {
		this.runner.withPropertyValues("management.observations.http.client.requests.name=calls").run((context) -> {
			context.getBean(PostmarkSender.class).send(email());
			assertThat(only("calls").getParentObservation().getContextView()).isSameAs(only("postmark.send"));
		});
	}

	@Test
	@SuppressWarnings("unchecked")
	void theRequestsOfHealthHaveTheConfiguredNameToo() {
		this.postmark.answer(200, "{\"ID\":9001,\"Name\":\"shop\"}");
		this.runner.withPropertyValues("management.observations.http.client.requests.name=calls").run((context) -> {
			Function<Duration, PostmarkClientFactory> probes = context.getBean("postmarkProbes", Function.class);
			probes.apply(Duration.ofSeconds(60)).serverClient(() -> "token").server().get();
			assertThat(only("calls").getParentObservation()).isNull();
		});
	}

	@Test
	void whereBootObservesNoClientsRequestsAreNotObservedEither() {
		withoutClientsObserved().run((context) -> {
			context.getBean(PostmarkSender.class).send(email());
			assertThat(this.stopped).extracting(Observation.Context::getName).containsExactly("postmark.send");
		});
	}

	@Test
	void aRegistryThatTheApplicationGivesItsClientsIsTheOneThatRequestsAreObservedWith() {
		ObservationRegistry other = ObservationRegistry.create();
		List<Observation.Context> told = new CopyOnWriteArrayList<>();
		other.observationConfig().observationHandler(new Recorder(told));
		withoutClientsObserved()
			.withBean("other", RestClientCustomizer.class, () -> (builder) -> builder.observationRegistry(other))
			.run((context) -> {
				context.getBean(PostmarkSender.class).send(email());
				assertThat(told).extracting(Observation.Context::getName).containsExactly("http.client.requests");
				assertThat(this.stopped).extracting(Observation.Context::getName).containsExactly("postmark.send");
			});
	}

	private ApplicationContextRunner withoutClientsObserved() {
		return new ApplicationContextRunner()
			.withConfiguration(
					AutoConfigurations.of(ObservationAutoConfiguration.class, RestClientAutoConfiguration.class,
							PostmarkAutoConfiguration.class, PostmarkObservationAutoConfiguration.class))
			.withBean(Recorder.class, () -> new Recorder(this.stopped))
			.withPropertyValues("postmark.server-token=secret-token-1", "postmark.base-url=" + this.postmark.baseUrl());
	}

	@Test
	void aConventionOfTheApplicationsDecidesWhatIsToldInObservationsAndCounters() {
		this.runner.withBean(SendObservationConvention.class, OwnConvention::new).run((context) -> {
			context.getBean(PostmarkSender.class).send(email());
			assertThat(tags(context, "postmark.send")).containsExactly(Map.of("mine", "default", "error", "none"));
			assertThat(tags(context, "postmark.messages")).containsExactly(Map.of("mine", "default"));
		});
	}

	@Test
	void ofTwoConventionsThePrimaryOneIsUsedAndWithoutOneTheStartFails() {
		ApplicationContextRunner two = this.runner.withBean("one", SendObservationConvention.class, OwnConvention::new);
		two.withBean("two", SendObservationConvention.class, DefaultSendObservationConvention::new)
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(NoUniqueBeanDefinitionException.class)
				.hasMessageContaining("one,two"));
		two.withBean("two", SendObservationConvention.class, DefaultSendObservationConvention::new,
				(definition) -> definition.setPrimary(true))
			.run((context) -> {
				context.getBean(PostmarkSender.class).send(email());
				assertThat(tags(context, "postmark.send").get(0)).containsKey("outcome");
				assertThat(tags(context, "postmark.messages").get(0)).containsKey("outcome");
			});
	}

	@Test
	void observationsCanBeSwitchedOffAsAllOthersAndMessagesAreStillCounted() {
		this.runner.withPropertyValues("management.observations.enable.postmark=false").run((context) -> {
			context.getBean(PostmarkSender.class).send(email());
			assertThat(this.stopped).extracting(Observation.Context::getName).containsExactly("http.client.requests");
			assertThat(tags(context, "postmark.send")).isEmpty();
			assertThat(tags(context, "postmark.messages")).hasSize(1);
		});
	}

	@Test
	void metersCanBeSwitchedOffAsAllOthers() {
		this.runner.withPropertyValues("management.metrics.enable.postmark=false").run((context) -> {
			context.getBean(PostmarkSender.class).send(email());
			assertThat(context.getBean(MeterRegistry.class)
				.getMeters()
				.stream()
				.map((meter) -> meter.getId().getName())
				.filter((name) -> name.startsWith("postmark."))).isEmpty();
			assertThat(only("postmark.send")).isNotNull();
		});
	}

	@Test
	void withoutMicrometersMetersOrARegistryMailIsSentAllTheSame() {
		ApplicationContextRunner bare = new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(PostmarkAutoConfiguration.class,
					PostmarkObservationAutoConfiguration.class, PostmarkMetricsAutoConfiguration.class))
			.withPropertyValues("postmark.server-token=secret-token-1", "postmark.base-url=" + this.postmark.baseUrl());
		bare.withClassLoader(new FilteredClassLoader(MeterRegistry.class)).run((context) -> {
			assertThat(context.getBean(PostmarkSender.class).send(email()).messageId()).isNotEmpty();
			assertThat(context).doesNotHaveBean(SendListener.class).doesNotHaveBean(FactoryCustomizer.class);
		});
		bare.run((context) -> assertThat(context).hasNotFailed()
			.doesNotHaveBean(SendListener.class)
			.doesNotHaveBean(FactoryCustomizer.class));
	}

	@Test
	void nothingIsObservedOrCountedWherePostmarkIsSwitchedOff() {
		this.runner.withPropertyValues("postmark.enabled=false")
			.run((context) -> assertThat(context).hasNotFailed()
				.doesNotHaveBean(SendListener.class)
				.doesNotHaveBean(FactoryCustomizer.class)
				.doesNotHaveBean(RequestGauges.class));
	}

	@Test
	void anObservationIsMadeWithARegistryOfTheApplicationsToo() {
		new ApplicationContextRunner()
			.withConfiguration(
					AutoConfigurations.of(PostmarkAutoConfiguration.class, PostmarkObservationAutoConfiguration.class))
			.withBean(ObservationRegistry.class, () -> {
				ObservationRegistry registry = ObservationRegistry.create();
				registry.observationConfig().observationHandler(new Recorder(this.stopped));
				return registry;
			})
			.withPropertyValues("postmark.server-token=secret-token-1", "postmark.base-url=" + this.postmark.baseUrl())
			.run((context) -> {
				context.getBean(PostmarkSender.class).send(email());
				assertThat(only("postmark.send")).isNotNull();
			});
	}

	@Test
	void whatIsToldNeverHasATokenInIt() {
		this.postmark.answer(422, "{\"ErrorCode\":300,\"Message\":\"secret-token-1\"}");
		this.runner.run((context) -> {
			assertThatExceptionOfType(PostmarkException.class)
				.isThrownBy(() -> context.getBean(PostmarkSender.class).send(email()));
			assertThat(this.stopped.toString()).doesNotContain("secret-token");
			assertThat(context.getBean(MeterRegistry.class).getMeters().stream().map(Meter::getId).toList().toString())
				.contains("postmark.send")
				.doesNotContain("secret-token")
				.doesNotContain("mail.example");
		});
	}

	private Observation.Context only(String name) {
		List<Observation.Context> found = this.stopped.stream()
			.filter((context) -> name.equals(context.getName()))
			.toList();
		assertThat(found).hasSize(1);
		return found.get(0);
	}

	private static List<Map<String, String>> tags(ApplicationContext context, String name) {
		return context.getBean(MeterRegistry.class).find(name).meters().stream().map((meter) -> {
			Map<String, String> tags = new TreeMap<>();
			for (Tag tag : meter.getId().getTags()) {
				tags.put(tag.getKey(), tag.getValue());
			}
			return tags;
		}).toList();
	}

	private static Email email() {
		return Email.builder().from("a@b.example").to("ann@mail.example").textBody("Hi").build();
	}

	static class Recorder implements ObservationHandler<Observation.Context> {

		private final List<Observation.Context> stopped;

		Recorder(List<Observation.Context> stopped) {
			this.stopped = stopped;
		}

		@Override
		public void onStop(Observation.Context context) {
			this.stopped.add(context);
		}

		@Override
		public boolean supportsContext(Observation.Context context) {
			return true;
		}

	}

	static class OwnConvention implements SendObservationConvention {

		@Override
		public KeyValues getLowCardinalityKeyValues(SendObservationContext context) {
			return KeyValues.of("mine", context.server());
		}

	}

	static class OwnHttpConvention extends DefaultClientRequestObservationConvention {

		OwnHttpConvention() {
			super("mine");
		}

		@Override
		public KeyValues getHighCardinalityKeyValues(ClientRequestObservationContext context) {
			return KeyValues.of("full", context.getCarrier().getURI().toString());
		}

	}

}

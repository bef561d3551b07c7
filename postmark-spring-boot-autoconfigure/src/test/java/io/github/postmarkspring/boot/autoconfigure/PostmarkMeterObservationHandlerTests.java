package io.github.postmarkspring.boot.autoconfigure;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import io.github.postmarkspring.client.PostmarkServerClient;
import io.github.postmarkspring.client.StubPostmark;
import io.github.postmarkspring.client.error.PostmarkException;
import io.github.postmarkspring.client.message.Email;
import io.github.postmarkspring.client.message.PostmarkSender;
import io.github.postmarkspring.client.message.SendObservationContext;
import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MockClock;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.core.instrument.observation.MeterObservationHandler;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.export.simple.SimpleMetricsExportAutoConfiguration;
import org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration;
import org.springframework.boot.restclient.autoconfigure.RestClientAutoConfiguration;
import org.springframework.boot.restclient.autoconfigure.RestClientObservationAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The timers of what is sent.
 */
class PostmarkMeterObservationHandlerTests {

	private final StubPostmark postmark = new StubPostmark();

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(ObservationAutoConfiguration.class, MetricsAutoConfiguration.class,
				CompositeMeterRegistryAutoConfiguration.class, SimpleMetricsExportAutoConfiguration.class,
				RestClientAutoConfiguration.class, RestClientObservationAutoConfiguration.class,
				PostmarkAutoConfiguration.class, PostmarkObservationAutoConfiguration.class,
				PostmarkMetricsAutoConfiguration.class))
		.withPropertyValues("postmark.server-token=secret-token-1", "postmark.base-url=" + this.postmark.baseUrl(),
				"postmark.retry.enabled=false");

	@AfterEach
	void stop() {
		this.postmark.close();
	}

	@Test
	void theyAreThoseThatMicrometersHandlerMakes() {
		MeterRegistry micrometers = new SimpleMeterRegistry();
		this.runner.withBean(ObservationHandler.class, () -> new Micrometers(micrometers)).run((context) -> {
			PostmarkSender sender = context.getBean(PostmarkSender.class);
			sender.send(email());
			sender.send(email());
			this.postmark.answer(422, "{\"ErrorCode\":300,\"Message\":\"Invalid 'From' address.\"}");
			assertThatExceptionOfType(PostmarkException.class).isThrownBy(() -> sender.send(email()));
			this.postmark.reset();
			assertThatExceptionOfType(PostmarkException.class).isThrownBy(() -> sender.send(email()));
			this.postmark.answer(200, "[]");
			sender.sendAll(List.of(email()));
			this.postmark.answer(500, "{}");
			assertThatExceptionOfType(PostmarkException.class)
				.isThrownBy(() -> context.getBean(PostmarkServerClient.class).server().get());
			Map<String, Long> ours = timers(context.getBean(MeterRegistry.class));
			assertThat(ours).hasSizeGreaterThan(6).isEqualTo(timers(micrometers));
		});
	}

	@Test
	void theyTellHowLongItTookByTheClockOfTheMeters() {
		MockClock clock = new MockClock();
		this.postmark.answerEach((request) -> {
			clock.add(3, TimeUnit.SECONDS);
			return null;
		});
		this.runner.withBean(Clock.class, () -> clock).run((context) -> {
			context.getBean(PostmarkSender.class).send(email());
			MeterRegistry meters = context.getBean(MeterRegistry.class);
			assertThat(meters.get("postmark.send").timer().totalTime(TimeUnit.SECONDS)).isEqualTo(3);
			assertThat(meters.get("http.client.requests").timer().totalTime(TimeUnit.SECONDS)).isEqualTo(3);
		});
	}

	@Test
	void whatIsUnderWayIsToldByTheGaugeAloneAndOfOtherClientsAsEver() {
		this.runner.run((context) -> {
			context.getBean(PostmarkSender.class).send(email());
			assertThat(names(context.getBean(MeterRegistry.class))).contains("postmark.send", "http.client.requests")
				.contains("postmark.requests.active")
				.doesNotContain("postmark.send.active", "http.client.requests.active");
			context.getBean(RestClient.Builder.class)
				.build()
				.get()
				.uri(this.postmark.baseUrl())
				.retrieve()
				.toBodilessEntity();
			assertThat(names(context.getBean(MeterRegistry.class))).contains("http.client.requests.active");
		});
	}

	@Test
	void anApplicationThatHasAHandlerOfItsOwnIsToldByThat() {
		this.runner.withBean(MeterObservationHandler.class, OwnHandler::new).run((context) -> {
			context.getBean(PostmarkSender.class).send(email());
			assertThat(context).doesNotHaveBean(PostmarkMeterObservationHandler.class);
			assertThat(names(context.getBean(MeterRegistry.class))).contains("postmark.messages")
				.doesNotContain("postmark.send", "http.client.requests");
		});
	}

	@Test
	void whereBootTimesNoObservationsOursAreNotTimedEither() {
		withoutBootsHandler().run((context) -> {
			context.getBean(PostmarkSender.class).send(email());
			assertThat(names(context.getBean(MeterRegistry.class))).contains("postmark.messages")
				.doesNotContain("postmark.send");
		});
	}

	@Test
	void whereAnApplicationHasTheOnlyHandlerThatIsTheOne() {
		withoutBootsHandler().withBean(MeterObservationHandler.class, OwnHandler::new).run((context) -> {
			context.getBean(PostmarkSender.class).send(email());
			assertThat(names(context.getBean(MeterRegistry.class))).contains("postmark.messages")
				.doesNotContain("postmark.send");
		});
	}

	@Test
	void eventsWithinAreCountedAsMicrometerCountsThem() {
		this.runner.run((context) -> {
			ObservationRegistry observations = context.getBean(ObservationRegistry.class);
			MeterRegistry meters = context.getBean(MeterRegistry.class);
			Observation send = Observation.start("postmark.send",
					() -> new SendObservationContext("default", List.of(email()), null), observations);
			send.event(Observation.Event.of("seen"));
			send.stop();
			assertThat(meters.get("postmark.send.seen").counter().count()).isEqualTo(1);
		});
	}

	private ApplicationContextRunner withoutBootsHandler() {
		return new ApplicationContextRunner()
			.withConfiguration(
					AutoConfigurations.of(ObservationAutoConfiguration.class, PostmarkAutoConfiguration.class,
							PostmarkObservationAutoConfiguration.class, PostmarkMetricsAutoConfiguration.class))
			.withBean(MeterRegistry.class, SimpleMeterRegistry::new)
			.withPropertyValues("postmark.server-token=secret-token-1", "postmark.base-url=" + this.postmark.baseUrl());
	}

	/** Names and tags, and how many were timed. */
	private static Map<String, Long> timers(MeterRegistry registry) {
		return registry.getMeters()
			.stream()
			.filter((meter) -> meter instanceof Timer)
			.collect(Collectors.toMap((meter) -> {
				Map<String, String> tags = new TreeMap<>();
				for (Tag tag : meter.getId().getTags()) {
					tags.put(tag.getKey(), tag.getValue());
				}
				return meter.getId().getName() + tags;
			}, (meter) -> ((Timer) meter).count()));
	}

	private static List<String> names(MeterRegistry registry) {
		return registry.getMeters().stream().map((meter) -> meter.getId().getName()).distinct().toList();
	}

	private static Email email() {
		return Email.builder().from("a@b.example").to("ann@mail.example").textBody("Hi").build();
	}

	static class OwnHandler implements MeterObservationHandler<Observation.Context> {

		@Override
		public void onStart(Observation.Context context) {
		}

		@Override
		public void onStop(Observation.Context context) {
		}

	}

	/** Micrometer's, beside those of the application. */
	private static final class Micrometers implements ObservationHandler<Observation.Context> {

		private final DefaultMeterObservationHandler handler;

		private Micrometers(MeterRegistry registry) {
			this.handler = new DefaultMeterObservationHandler(registry,
					DefaultMeterObservationHandler.IgnoredMeters.LONG_TASK_TIMER);
		}

		@Override
		public void onStart(Observation.Context context) {
			this.handler.onStart(context);
		}

		@Override
		public void onStop(Observation.Context context) {
			this.handler.onStop(context);
		}

		@Override
		public boolean supportsContext(Observation.Context context) {
			return true;
		}

	}

}

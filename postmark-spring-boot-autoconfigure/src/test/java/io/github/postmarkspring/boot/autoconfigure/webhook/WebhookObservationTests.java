package io.github.postmarkspring.boot.autoconfigure.webhook;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import io.github.postmarkspring.client.StubPostmark;
import io.github.postmarkspring.client.message.Email;
import io.github.postmarkspring.client.message.PostmarkSender;
import io.github.postmarkspring.client.webhook.event.BounceEvent;
import io.github.postmarkspring.client.webhook.event.DeliveryEvent;
import io.micrometer.common.KeyValue;
import io.micrometer.common.KeyValues;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is told of events, and how long deliveries took.
 */
class WebhookObservationTests {

	private static final StubPostmark postmark = new StubPostmark();

	private static WebhookApplication application;

	private static Recorder recorder;

	private static Listeners listeners;

	@BeforeAll
	static void start() {
		application = WebhookApplication.start(List.of(Metrics.class, Observing.class),
				WebhookApplication.withDefaults("postmark.server-token=token",
						"postmark.base-url=" + postmark.baseUrl(), "postmark.webhook.endpoints.news.path=/news"));
		recorder = application.bean(Recorder.class);
		listeners = application.bean(Listeners.class);
	}

	@AfterAll
	static void close() {
		application.close();
		postmark.close();
	}

	@BeforeEach
	void clear() {
		recorder.stopped.clear();
		listeners.fail = false;
	}

	@Test
	void anEventIsToldByServerStreamAndTypeAndTheListenersAreWithinIt() throws IOException {
		post("/news", WebhookApplication.BOUNCE.replace("4302117755", "1"));
		assertThat(low(recorder.only())).isEqualTo(Map.of("server", "news", "stream", "outbound", "record.type",
				"Bounce", "bounce.type", "HardBounce", "outcome", "handled"));
		assertThat(recorder.only().getHighCardinalityKeyValue("message.id").getValue())
			.isEqualTo("0b8f1d3e-5a0c-4c61-9f6e-3f2a7c1d9e10");
		assertThat(listeners.within).last().isEqualTo("postmark.webhook");
	}

	@Test
	void anEventThatAListenerFailsToHandleIsAnErrorThatQuotesNothing() throws IOException {
		listeners.fail = true;
		post("/postmark/webhook", WebhookApplication.BOUNCE.replace("4302117755", "2"));
		assertThat(low(recorder.only())).containsEntry("outcome", "failed").containsEntry("server", "default");
		assertThat(recorder.only().getError()).hasMessage("IllegalStateException").hasNoCause();
		assertThat(recorder.only().toString()).doesNotContain("mail.example");
	}

	@Test
	void anEventThatIsPostedTwiceIsToldOnceAndOneThatIsNotVerifiedNever() throws IOException {
		String event = WebhookApplication.BOUNCE.replace("4302117755", "3");
		post("/postmark/webhook", event);
		post("/postmark/webhook", event);
		application.http().post("/postmark/webhook", event, RawHttp.basic("postmark:wrong"));
		assertThat(recorder.stopped).hasSize(1);
	}

	@Test
	void whatPostmarkMakesUpIsBoundedAndNoAddressIsTold() throws IOException {
		post("/postmark/webhook", "{\"RecordType\":\"ann@mail.example\",\"MessageStream\":\"ann@mail.example\"}");
		post("/postmark/webhook",
				WebhookApplication.BOUNCE.replace("4302117755", "4").replace("HardBounce", "ann@mail.example"));
		assertThat(recorder.stopped).extracting((context) -> low(context).get("record.type"))
			.containsExactly("Unknown", "Bounce");
		assertThat(low(recorder.stopped.get(0))).containsEntry("stream", "other");
		assertThat(low(recorder.stopped.get(1))).containsEntry("bounce.type", "other");
		assertThat(recorder.stopped.toString()).doesNotContain("mail.example");
	}

	@Test
	void everyKeyIsDocumentedAndEveryDocumentedKeyIsTold() throws IOException {
		post("/postmark/webhook", WebhookApplication.BOUNCE.replace("4302117755", "5"));
		WebhookObservationDocumentation documented = WebhookObservationDocumentation.EVENT;
		assertThat(recorder.only().getName()).isEqualTo(documented.getName());
		assertThat(low(recorder.only()).keySet()).containsExactlyInAnyOrderElementsOf(
				Stream.of(documented.getLowCardinalityKeyNames()).map((key) -> key.asString()).toList());
		assertThat(recorder.only().getHighCardinalityKeyValues().stream().map(KeyValue::getKey))
			.containsExactlyElementsOf(
					Stream.of(documented.getHighCardinalityKeyNames()).map((key) -> key.asString()).toList());
	}

	@Test
	void theTimeOfADeliveryIsMeasuredForEachRecipientOfAMessageOfOurs() throws IOException {
		long before = deliveries().count();
		double seconds = deliveries().totalTime(TimeUnit.SECONDS);
		String sent = "{\"MessageID\":\"%s\",\"SubmittedAt\":\"2026-11-02T09:15:30Z\",\"ErrorCode\":0,\"Message\":\"%s\"}";
		send(sent.formatted("mine-1", "OK"));
		send(sent.formatted("test-1", "Test job accepted"));
		post("/postmark/webhook", delivery("mine-1", "ann", "2026-11-02T09:15:33Z"));
		post("/postmark/webhook", delivery("mine-1", "bob", "2026-11-02T09:15:40Z"));
		// Counted as what it is: clocks may differ.
		post("/postmark/webhook", delivery("mine-1", "eve", "2026-11-02T09:15:29Z"));
		post("/postmark/webhook", delivery("of-another", "ann", "2026-11-02T09:15:33Z"));
		post("/postmark/webhook", delivery("test-1", "ann", "2026-11-02T09:15:33Z"));
		assertThat(deliveries().count()).isEqualTo(before + 3);
		assertThat(deliveries().totalTime(TimeUnit.SECONDS)).isEqualTo(seconds + 13);
	}

	@Test
	void aDeliveryThatComesBeforeTheAnswerToTheSendIsMeasured() throws IOException {
		long before = deliveries().count();
		double seconds = deliveries().totalTime(TimeUnit.SECONDS);
		post("/postmark/webhook", delivery("mine-3", "ann", "2026-11-02T09:15:31Z"));
		post("/postmark/webhook", delivery("mine-3", "bob", "2026-11-02T09:15:32Z"));
		assertThat(deliveries().count()).isEqualTo(before);
		send("{\"MessageID\":\"mine-3\",\"SubmittedAt\":\"2026-11-02T09:15:30Z\",\"ErrorCode\":0,\"Message\":\"OK\"}");
		assertThat(deliveries().count()).isEqualTo(before + 2);
		assertThat(deliveries().totalTime(TimeUnit.SECONDS)).isEqualTo(seconds + 3);
	}

	@Test
	void ofAMessageThatAnotherInstanceHasSentTheKeyTellsWhen() throws IOException {
		Timer before = application.bean(MeterRegistry.class)
			.timer("postmark.delivery", "server", "default", "stream", "receipts");
		String event = delivery("of-another", "ann", "2026-11-02T09:15:35Z").replace("outbound", "receipts");
		post("/postmark/webhook", event.replace("{} }",
				"{ \"reconciliation-key\": \"1793610930000-123e4567-e89b-42d3-a456-426614174000\" } }"));
		post("/postmark/webhook",
				event.replace("ann@", "bob@").replace("{} }", "{ \"reconciliation-key\": \"order-42\" } }"));
		assertThat(before.count()).isEqualTo(1);
		assertThat(before.totalTime(TimeUnit.SECONDS)).isEqualTo(5);
	}

	@Test
	void aDeliveryThatAListenerFailedToHandleIsMeasuredWhenItComesAgain() throws IOException {
		send("{\"MessageID\":\"mine-2\",\"SubmittedAt\":\"2026-11-02T09:15:30Z\",\"ErrorCode\":0,\"Message\":\"OK\"}");
		long before = deliveries().count();
		listeners.fail = true;
		post("/postmark/webhook", delivery("mine-2", "ann", "2026-11-02T09:15:33Z"));
		assertThat(deliveries().count()).isEqualTo(before);
		listeners.fail = false;
		post("/postmark/webhook", delivery("mine-2", "ann", "2026-11-02T09:15:33Z"));
		post("/postmark/webhook", delivery("mine-2", "ann", "2026-11-02T09:15:33Z"));
		assertThat(deliveries().count()).isEqualTo(before + 1);
	}

	@Test
	void aConventionOfTheApplicationsIsUsed() throws IOException {
		try (WebhookApplication other = WebhookApplication.start(List.of(Observing.class, OwnConvention.class),
				WebhookApplication.withDefaults())) {
			other.http()
				.post("/postmark/webhook", WebhookApplication.BOUNCE, RawHttp.basic(WebhookApplication.CREDENTIALS));
			Observation.Context told = other.bean(Recorder.class).only();
			assertThat(told.getName()).isEqualTo("postmark.webhook");
			assertThat(low(told)).isEqualTo(Map.of("mine", "Bounce"));
		}
	}

	private static Timer deliveries() {
		return application.bean(MeterRegistry.class)
			.timer("postmark.delivery", "server", "default", "stream", "outbound");
	}

	private static void send(String answer) {
		postmark.answer(200, answer);
		application.bean(PostmarkSender.class)
			.send(Email.builder().from("a@b.example").to("ann@mail.example").textBody("Hi").build());
	}

	private static String delivery(String messageId, String recipient, String time) {
		return """
				{ "RecordType": "Delivery", "MessageStream": "outbound", "MessageID": "%s", "ServerID": 9001, "Tag": "order",
				  "Recipient": "%s@mail.example", "DeliveredAt": "%s", "Details": "250 2.0.0 queued", "Metadata": {} }"""
			.formatted(messageId, recipient, time);
	}

	private static void post(String path, String body) throws IOException {
		application.http().post(path, body, RawHttp.basic(WebhookApplication.CREDENTIALS));
	}

	private static Map<String, String> low(Observation.Context context) {
		Map<String, String> values = new TreeMap<>();
		context.getLowCardinalityKeyValues().forEach((value) -> values.put(value.getKey(), value.getValue()));
		return values;
	}

	static class Recorder implements ObservationHandler<Observation.Context> {

		private final List<Observation.Context> stopped = new CopyOnWriteArrayList<>();

		@Override
		public void onStop(Observation.Context context) {
			if (context instanceof WebhookObservationContext) {
				this.stopped.add(context);
			}
		}

		@Override
		public boolean supportsContext(Observation.Context context) {
			return true;
		}

		Observation.Context only() {
			assertThat(this.stopped).hasSize(1);
			return this.stopped.get(0);
		}

	}

	static class Listeners {

		private final List<String> within = new CopyOnWriteArrayList<>();

		private final ObservationRegistry registry;

		private volatile boolean fail;

		Listeners(ObservationRegistry registry) {
			this.registry = registry;
		}

		@EventListener({ BounceEvent.class, DeliveryEvent.class })
		void receive() {
			this.within.add(this.registry.getCurrentObservation().getContextView().getName());
			if (this.fail) {
				throw new IllegalStateException("No customer has the address ann@mail.example");
			}
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Observing {

		@Bean
		Recorder recorder() {
			return new Recorder();
		}

		@Bean
		Listeners listeners(ObservationRegistry registry) {
			return new Listeners(registry);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OwnConvention {

		@Bean
		WebhookObservationConvention ownConvention() {
			return new WebhookObservationConvention() {

				@Override
				public KeyValues getLowCardinalityKeyValues(WebhookObservationContext context) {
					return KeyValues.of("mine", context.event().recordType());
				}

			};
		}

	}

}

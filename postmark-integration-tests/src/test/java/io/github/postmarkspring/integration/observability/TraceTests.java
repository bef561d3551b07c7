package io.github.postmarkspring.integration.observability;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.postmarkspring.client.message.BatchResult;
import io.github.postmarkspring.client.message.Email;
import io.github.postmarkspring.client.message.PostmarkSender;
import io.github.postmarkspring.client.webhook.event.BounceEvent;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.opentelemetry.api.trace.SpanId;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What OpenTelemetry exports of an application that sends to the emulator and is posted
 * the bounces.
 */
class TraceTests {

	// This one does not suppress the address.
	private static final String BOUNCING = "softbounce@bounce-testing.postmarkapp.com";

	private static final String PASSWORD = "Jd83kq0Zp4xWv7Lm2TsY";

	private static final HttpClient http = HttpClient.newHttpClient();

	private static ConfigurableApplicationContext application;

	private static final InMemorySpanExporter exporter = InMemorySpanExporter.create();

	@BeforeAll
	static void start() {
		application = new SpringApplicationBuilder(Application.class)
			.properties("server.port=0", "server.address=127.0.0.1", "spring.main.banner-mode=off",
					"spring.autoconfigure.exclude=" + ObservedApplication.DATABASE,
					"management.tracing.sampling.probability=1.0", "management.tracing.export.enabled=true",
					"postmark.emulator.port=0", "postmark.webhook.path=/postmark/webhook",
					"postmark.webhook.basic.password=" + PASSWORD, "postmark.tracing.propagate=true",
					"postmark.batch.max-messages=2", "management.endpoints.web.exposure.include=prometheus",
					"management.metrics.distribution.percentiles-histogram.postmark.send=true")
			.run();
	}

	@AfterAll
	static void stop() {
		application.close();
	}

	@BeforeEach
	void forget() {
		exporter.reset();
	}

	@Test
	void fromTheRequestThroughTheSendToTheListenerOfTheBounceItIsOneTrace() throws Exception {
		call("/order");
		SpanData listener = awaitSpan("listener");
		Map<String, SpanData> spans = awaitTrace(listener.getTraceId(), "http get /order", "postmark.send", "http post",
				"postmark.webhook", "listener");
		assertThat(spans.get("http get /order").getParentSpanId()).isEqualTo(SpanId.getInvalid());
		assertThat(parent("postmark.send", spans)).isEqualTo("http get /order");
		assertThat(parent("http post", spans)).isEqualTo("postmark.send");
		assertThat(parent("postmark.webhook", spans)).isEqualTo("postmark.send");
		assertThat(parent("listener", spans)).isEqualTo("postmark.webhook");
	}

	@Test
	void whatIsSentBesideTheRequestIsInItsTraceToo() throws Exception {
		call("/later");
		SpanData listener = awaitSpan("listener");
		Map<String, SpanData> spans = awaitTrace(listener.getTraceId(), "http get /later", "postmark.send", "http post",
				"postmark.webhook", "listener");
		assertThat(parent("postmark.send", spans)).isEqualTo("http get /later");
		assertThat(parent("http post", spans)).isEqualTo("postmark.send");
		assertThat(parent("postmark.webhook", spans)).isEqualTo("postmark.send");
	}

	@Test
	void messagesThatGoOutTogetherBelongToTheRequest() throws Exception {
		call("/many");
		SpanData listener = awaitSpan("listener");
		await().atMost(Duration.ofMinutes(1))
			.untilAsserted(() -> assertThat(
					names(listener.getTraceId()).filter((name) -> name.equals("postmark.batch")).toList())
				.hasSize(2));
		Map<String, SpanData> spans = awaitTrace(listener.getTraceId(), "http get /many", "postmark.batch", "http post",
				"postmark.webhook", "listener");
		assertThat(parent("postmark.batch", spans)).isEqualTo("http get /many");
		assertThat(parent("http post", spans)).isEqualTo("postmark.batch");
		assertThat(parent("postmark.webhook", spans)).isEqualTo("http get /many");
	}

	@Test
	void theTimerOfASendNamesItsSpanAsAnExemplar() throws Exception {
		// No other test sends to this stream: a series has a new exemplar rarely.
		call("/news");
		SpanData send = awaitSpan("postmark.send");
		HttpResponse<String> metrics = http.send(HttpRequest.newBuilder(uri("/actuator/prometheus"))
			.header(HttpHeaders.ACCEPT, "application/openmetrics-text")
			.build(), HttpResponse.BodyHandlers.ofString());
		assertThat(metrics.body().lines())
			.filteredOn((line) -> line.startsWith("postmark_send_seconds_bucket")
					&& line.contains("stream=\"broadcast\"") && line.contains(" # "))
			.singleElement(InstanceOfAssertFactories.STRING)
			.contains("span_id=\"" + send.getSpanId() + "\"", "trace_id=\"" + send.getTraceId() + "\"");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "00", "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
			"00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
			"01-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
			"00-4BF92F3577B34DA6A3CE929D0E0E4736-00F067AA0BA902B7-01",
			"00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-and-more",
			" 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01", "00-'; DROP TABLE spans; --" })
	void aTraceContextThatIsNotWrittenAsW3cSaysIsLeftAlone(String traceParent) throws Exception {
		assertThat(post(traceParent)).isEqualTo(200);
		SpanData listener = awaitSpan("listener");
		Map<String, SpanData> spans = awaitTrace(listener.getTraceId(), "http post", "postmark.webhook", "listener");
		assertThat(parent("postmark.webhook", spans)).isEqualTo("http post");
	}

	@Test
	void aTraceThatIsNotRecordedStaysSo() throws Exception {
		assertThat(post("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-00")).isEqualTo(200);
		SpanData request = awaitSpan("http post");
		assertThat(request.getTraceId()).isNotEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
		assertThat(exporter.getFinishedSpanItems()).extracting(SpanData::getName)
			.doesNotContain("postmark.webhook", "listener");
	}

	@Test
	void noSpanHasAnAddressInIt() throws Exception {
		call("/order");
		call("/wrong");
		awaitSpan("listener");
		await().atMost(Duration.ofMinutes(1))
			.untilAsserted(() -> assertThat(exporter.getFinishedSpanItems()).extracting(SpanData::getName)
				.contains("http get /wrong"));
		assertThat(exporter.getFinishedSpanItems()).filteredOn((span) -> span.getName().equals("postmark.send"))
			.hasSize(2);
		assertThat(exporter.getFinishedSpanItems().toString()).contains("UnquotedFailure")
			.doesNotContain("bounce-testing")
			.doesNotContain("shop.example");
	}

	@Test
	void noSpanHasAnAddressInItThoughAListenerFailsWithOne() throws Exception {
		assertThat(postBounce("fails", "")).isEqualTo(500);
		assertThat(awaitSpan("postmark.webhook").toString()).contains("IllegalStateException")
			.doesNotContain("bounce-testing");
	}

	private static void call(String path) throws IOException, InterruptedException {
		HttpResponse<Void> response = http.send(HttpRequest.newBuilder(uri(path)).build(),
				HttpResponse.BodyHandlers.discarding());
		assertThat(response.statusCode()).isEqualTo(200);
	}

	private static URI uri(String path) {
		int port = ((WebServerApplicationContext) application).getWebServer().getPort();
		return URI.create("http://127.0.0.1:" + port + path);
	}

	private static int post(String traceParent) throws IOException, InterruptedException {
		return postBounce("mine", traceParent);
	}

	private static int postBounce(String messageId, String traceParent) throws IOException, InterruptedException {
		String body = """
				{ "RecordType": "Bounce", "ID": %d, "Type": "SoftBounce", "MessageID": "%s", "Email": "%s", "Metadata": { "traceparent": "%s" } }"""
			.formatted(System.nanoTime(), messageId, BOUNCING, traceParent);
		return http
			.send(HttpRequest.newBuilder(uri("/postmark/webhook"))
				.header(HttpHeaders.CONTENT_TYPE, "application/json")
				.header(HttpHeaders.AUTHORIZATION, "Basic " + HttpHeaders.encodeBasicAuth("postmark", PASSWORD, null))
				.POST(HttpRequest.BodyPublishers.ofString(body))
				.build(), HttpResponse.BodyHandlers.discarding())
			.statusCode();
	}

	private static SpanData awaitSpan(String name) {
		return await().atMost(Duration.ofMinutes(1))
			.until(() -> exporter.getFinishedSpanItems()
				.stream()
				.filter((span) -> span.getName().equals(name))
				.findFirst()
				.orElse(null), (span) -> span != null);
	}

	/** All spans of a trace, which must be of these names. */
	private static Map<String, SpanData> awaitTrace(String traceId, String... names) {
		await().atMost(Duration.ofMinutes(1))
			.untilAsserted(
					() -> assertThat(names(traceId).collect(Collectors.toSet())).containsExactlyInAnyOrder(names));
		return exporter.getFinishedSpanItems()
			.stream()
			.filter((span) -> span.getTraceId().equals(traceId))
			.collect(Collectors.toMap(SpanData::getName, Function.identity(), (first, second) -> first));
	}

	private static Stream<String> names(String traceId) {
		return exporter.getFinishedSpanItems()
			.stream()
			.filter((span) -> span.getTraceId().equals(traceId))
			.map(SpanData::getName);
	}

	private static String parent(String name, Map<String, SpanData> spans) {
		String id = spans.get(name).getParentSpanId();
		return exporter.getFinishedSpanItems()
			.stream()
			.filter((span) -> span.getSpanId().equals(id))
			.map(SpanData::getName)
			.findFirst()
			.orElse("none");
	}

	private static Email email(String to) {
		return Email.builder().from("orders@shop.example").to(to).subject("Order 42").textBody("Thanks").build();
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

		@Bean
		SpanProcessor atOnce() {
			return SimpleSpanProcessor.create(exporter);
		}

		@Bean
		Shop shop(PostmarkSender sender) {
			return new Shop(sender);
		}

		@Bean
		Listener listener(ObservationRegistry registry) {
			return new Listener(registry);
		}

	}

	@RestController
	static class Shop {

		private final PostmarkSender sender;

		Shop(PostmarkSender sender) {
			this.sender = sender;
		}

		@GetMapping("/order")
		String order() {
			return this.sender.send(email(BOUNCING)).messageId();
		}

		@GetMapping("/later")
		void later() {
			this.sender.sendAsync(email(BOUNCING));
		}

		@GetMapping("/many")
		String many() {
			BatchResult result = this.sender.sendAll(List.of(email(BOUNCING), email("a@mail.example"),
					email("b@mail.example"), email("c@mail.example")));
			return result.toString();
		}

		@GetMapping("/news")
		void news() {
			this.sender.send(Email.builder()
				.from("news@shop.example")
				.to("a@mail.example")
				.subject("News")
				.textBody("Hi")
				.messageStream("broadcast")
				.build());
		}

		@GetMapping("/wrong")
		void wrong() {
			try {
				this.sender.send(email("not-an-address-at-shop.example"));
			}
			catch (RuntimeException ex) {
				// As expected.
			}
		}

	}

	static class Listener {

		private final ObservationRegistry registry;

		Listener(ObservationRegistry registry) {
			this.registry = registry;
		}

		@EventListener
		void bounced(BounceEvent bounce) {
			if ("fails".equals(bounce.messageId())) {
				throw new IllegalStateException("No customer has the address " + bounce.email());
			}
			Observation.createNotStarted("listener", this.registry).observe(() -> {
			});
		}

	}

}

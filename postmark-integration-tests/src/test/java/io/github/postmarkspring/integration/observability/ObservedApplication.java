package io.github.postmarkspring.integration.observability;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.github.postmarkspring.client.PostmarkServerClient;
import io.github.postmarkspring.client.error.PostmarkException;
import io.github.postmarkspring.client.message.Email;
import io.github.postmarkspring.client.message.OutboundMessage;
import io.github.postmarkspring.client.message.PostmarkSender;
import io.github.postmarkspring.client.message.TemplatedEmail;
import io.github.postmarkspring.client.template.NewTemplate;
import io.github.postmarkspring.client.webhook.event.OpenEvent;
import io.github.postmarkspring.emulator.PostmarkEmulator;
import io.github.postmarkspring.emulator.bounce.BounceType;
import io.github.postmarkspring.emulator.http.Fault;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpHeaders;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * An application to which everything happens that can be counted.
 */
final class ObservedApplication implements AutoCloseable {

	static final String TOKEN = "0b1c2d3e-4f50-4617-8283-94a5b6c7d8e9";

	static final String NEW_TOKEN = "1b1c2d3e-4f50-4617-8283-94a5b6c7d8e9";

	static final String WRONG_TOKEN = "2b1c2d3e-4f50-4617-8283-94a5b6c7d8e9";

	private static final String PASSWORD = "Jd83kq0Zp4xWv7Lm2TsY";

	private final HttpClient http = HttpClient.newHttpClient();

	private final PostmarkEmulator postmark = PostmarkEmulator.builder()
		.port(0)
		.serverToken(TOKEN)
		.resets(true)
		.start();

	private final Path tokenFile = Files.createTempFile("postmark", "token");

	/** What other tests have on the classpath. */
	static final String DATABASE = "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration,"
			+ "org.springframework.modulith.events.config.EventPublicationAutoConfiguration,"
			+ "org.springframework.modulith.events.jdbc.JdbcEventPublicationAutoConfiguration";

	private final ConfigurableApplicationContext context;

	private final PostmarkSender sender;

	ObservedApplication() throws IOException {
		Files.writeString(this.tokenFile, TOKEN);
		this.context = new SpringApplicationBuilder(Application.class)
			.properties("server.port=0", "server.address=127.0.0.1", "spring.main.banner-mode=off",
					"spring.autoconfigure.exclude=" + DATABASE, "management.endpoints.web.exposure.include=prometheus",
					"postmark.base-url=" + this.postmark.baseUrl(),
					"postmark.server-token-location=" + this.tokenFile.toUri(), "postmark.token-refresh-interval=10ms",
					"postmark.servers.wrong.token=" + WRONG_TOKEN, "postmark.retry.delay=0s",
					"postmark.retry.reconcile=check", "postmark.retry.reconcile-timeout=1ms",
					"postmark.retry.reconcile-interval=1ms", "postmark.webhook.path=/postmark/webhook",
					"postmark.webhook.basic.password=" + PASSWORD,
					// What fails on purpose would be all there is to see.
					"logging.level.io.github.postmarkspring.boot=off")
			.run();
		this.sender = this.context.getBean("postmarkSender", PostmarkSender.class);
	}

	String scrapeAfterEverything() throws IOException, InterruptedException {
		String messageId = this.sender.send(email("ann")).messageId();
		sendOthers(messageId);
		receive(messageId);
		changeTokens();
		this.postmark.close();
		// The first one may meet a connection that is just being closed, and be unknown.
		await().atMost(Duration.ofMinutes(1)).until(() -> {
			fail(this.sender, email("ann"));
			return get("/actuator/prometheus").contains("outcome=\"not-attempted\"");
		});
		return get("/actuator/prometheus");
	}

	private void sendOthers(String messageId) {
		PostmarkServerClient server = this.context.getBean("postmarkServerClient", PostmarkServerClient.class);
		server.templates().create(NewTemplate.standard("Order paid", "Order").alias("order-paid").textBody("Thanks"));
		this.sender.send(TemplatedEmail.builder()
			.from("orders@shop.example")
			.to("ann@mail.example")
			.templateAlias("order-paid")
			.templateModel(Map.of())
			.build());
		this.sender.sendAll(List.of(email("ann"), email("bob")));
		this.postmark.control().fail("POST", "/email", 1, Fault.tooManyRequests(null));
		this.sender.send(email("ann"));
		// Nor can it be looked up.
		this.postmark.control().fail("POST", "/email", 1, Fault.serverError());
		this.postmark.control().fail("GET", "/messages/outbound", 100, Fault.unavailable());
		fail(this.sender, email("ann"));
		this.postmark.control().bounce(messageId, "ann@mail.example", BounceType.HARD_BOUNCE);
		fail(this.sender, email("ann"));
		this.postmark.control().fail("POST", "/email", 1, Fault.refusal(422, 300, "Invalid email request"));
		fail(this.sender, email("bob"));
		fail(this.context.getBean("wrongPostmarkSender", PostmarkSender.class), email("ann"));
		this.postmark.control().fail("POST", "/email", 1, Fault.refusal(401, 0, "Unauthorized"));
		fail(this.sender, email("ann"));
	}

	private void receive(String messageId) throws IOException, InterruptedException {
		String event = """
				{ "RecordType": "%s", "MessageStream": "outbound", "MessageID": "%s", "ServerID": 9001, "ID": 1, %s }""";
		post(PASSWORD, event.formatted("Delivery", messageId,
				"\"Recipient\": \"ann@mail.example\", \"DeliveredAt\": \"2100-01-01T00:00:00Z\""));
		post(PASSWORD,
				event.formatted("Bounce", messageId, "\"Type\": \"HardBounce\", \"Email\": \"ann@mail.example\""));
		post(PASSWORD, event.formatted("SpamComplaint", messageId,
				"\"Type\": \"SpamComplaint\", \"Email\": \"ann@mail.example\""));
		post(PASSWORD, event.formatted("Open", messageId, "\"Recipient\": \"ann@mail.example\""));
		post("wrong", event.formatted("Open", messageId, "\"Recipient\": \"ann@mail.example\""));
	}

	private void changeTokens() throws IOException {
		Files.delete(this.tokenFile);
		sendUntilShown("postmark_token_failures_total");
		this.postmark.control().replaceServerToken(TOKEN, NEW_TOKEN);
		Files.writeString(this.tokenFile, NEW_TOKEN);
		sendUntilShown("postmark_token_changes_total");
	}

	private void sendUntilShown(String metric) {
		await().atMost(Duration.ofMinutes(1)).until(() -> {
			this.sender.send(email("bob"));
			return get("/actuator/prometheus").contains(metric);
		});
	}

	private static void fail(PostmarkSender sender, OutboundMessage message) {
		assertThatExceptionOfType(PostmarkException.class).isThrownBy(() -> sender.send(message));
	}

	private static Email email(String to) {
		return Email.builder()
			.from("orders@shop.example")
			.to(to + "@mail.example")
			.subject("Hi")
			.textBody("Hi")
			.build();
	}

	private void post(String password, String body) throws IOException, InterruptedException {
		send(request("/postmark/webhook").header(HttpHeaders.CONTENT_TYPE, "application/json")
			.header(HttpHeaders.AUTHORIZATION, "Basic " + HttpHeaders.encodeBasicAuth("postmark", password, null))
			.POST(HttpRequest.BodyPublishers.ofString(body)));
	}

	private String get(String path) throws IOException, InterruptedException {
		return send(request(path).GET());
	}

	private HttpRequest.Builder request(String path) {
		return HttpRequest.newBuilder(URI.create(
				"http://127.0.0.1:" + ((WebServerApplicationContext) this.context).getWebServer().getPort() + path));
	}

	private String send(HttpRequest.Builder request) throws IOException, InterruptedException {
		return this.http.send(request.build(), HttpResponse.BodyHandlers.ofString()).body();
	}

	@Override
	public void close() throws IOException {
		this.context.close();
		this.postmark.close();
		Files.deleteIfExists(this.tokenFile);
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

		@Bean
		Failing failing() {
			return new Failing();
		}

	}

	static class Failing {

		@EventListener
		void opened(OpenEvent open) {
			throw new IllegalStateException("as wanted");
		}

	}

}

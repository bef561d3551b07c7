package io.github.postmarkspring.sample;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;

import io.github.postmarkspring.boot.autoconfigure.PostmarkConnectionDetails;
import io.github.postmarkspring.emulator.PostmarkEmulator;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What whoever operates the shop sees after a sign-up, an order, and a bounce.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "postmark.emulator.port=0", "postmark.health.cache-time=10ms" })
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OperationTests {

	private final HttpClient http = HttpClient.newHttpClient();

	private final PostmarkConnectionDetails details;

	private final PostmarkEmulator emulator;

	private Browser browser;

	OperationTests(@Autowired PostmarkConnectionDetails details, @Autowired PostmarkEmulator emulator) {
		this.details = details;
		this.emulator = emulator;
	}

	@BeforeAll
	void useTheShop(@LocalServerPort int port) throws Exception {
		this.browser = Browser.at(port);
		this.browser.submit("/sign-up", Map.of("name", "Ann", "email", "ann@mail.example"));
		this.browser.submit("/orders", Map.of("product", "MARGIN_BOOK", "quantity", "3", "customer.name", "Bob",
				"customer.email", "HardBounce@bounce-testing.postmarkapp.com"));
	}

	@Test
	void healthTellsHowPostmarkIs() {
		await(() -> {
			JsonNode postmark = json("/actuator/health").at("/components/postmark");
			assertThat(postmark.path("status").asString()).isEqualTo("UP");
			for (String server : new String[] { "default", "newsletter" }) {
				JsonNode entry = postmark.path("components").path(server);
				assertThat(entry.path("status").asString()).isEqualTo("UP");
				assertThat(entry.path("details").propertyNames()).contains("id", "name", "deliveryType",
						"tokenFingerprint", "lastChecked", "latencyMillis", "emulator");
			}
		});
	}

	@Test
	void metricsTellWhatWasSentAndWhatBecameOfIt() {
		await(() -> assertThat(get("/actuator/prometheus").lines())
			.anyMatch((line) -> line.startsWith("postmark_send_seconds_count{") && line.contains("outcome=\"accepted\"")
					&& line.contains("server=\"default\"") && line.contains("stream=\"outbound\"")
					&& line.endsWith(" 2"))
			.anyMatch((line) -> line.startsWith("postmark_webhook_requests_total{")
					&& line.contains("record_type=\"Bounce\"") && line.contains("outcome=\"handled\"")
					&& line.endsWith(" 1.0"))
			.anyMatch((line) -> line.startsWith("postmark_webhook_seconds_count{")
					&& line.contains("bounce_type=\"HardBounce\"") && line.endsWith(" 1"))
			.anyMatch((line) -> line.startsWith("postmark_requests_max ") && line.endsWith(" 64.0"))
			.anyMatch((line) -> line.startsWith("http_client_requests_seconds_count{")
					&& line.contains("uri=\"/email\"")));
	}

	@Test
	void theEndpointTellsWhatTheShopHasToDoWithPostmark() {
		await(() -> {
			JsonNode postmark = json("/actuator/postmark");
			assertThat(postmark.at("/servers/default/tokenFingerprint").asString()).matches("[0-9a-f]{8}");
			assertThat(postmark.at("/servers/newsletter/messageStream").asString()).isEqualTo("broadcast");
			assertThat(postmark.at("/emulator/mailbox").asString()).isEqualTo(this.emulator.mailboxUrl().toString());
			assertThat(postmark.at("/webhooks/requests"))
				.anySatisfy((request) -> assertThat(request.path("recordType").asString()).isEqualTo("Bounce"));
			assertThat(postmark.at("/webhooks/lastRejects").isEmpty()).isTrue();
			JsonNode server = json("/actuator/postmark/default");
			assertThat(server.at("/deliveryStats/bounces/HardBounce").asInt()).isEqualTo(1);
			assertThat(server.path("streams")).anySatisfy((stream) -> {
				assertThat(stream.path("id").asString()).isEqualTo("outbound");
				assertThat(stream.at("/suppressions/HardBounce").asInt()).isEqualTo(1);
			});
		});
	}

	@Test
	void nobodyIsToldATokenOrAnAddress() throws Exception {
		for (String path : new String[] { "/actuator", "/actuator/health", "/actuator/prometheus", "/actuator/postmark",
				"/actuator/postmark/default" }) {
			assertThat(get(path)).as(path)
				.doesNotContain(this.details.serverToken(), this.emulator.serverToken("newsletter"))
				.doesNotContainIgnoringCase("ann@mail.example", "bounce-testing.postmarkapp.com");
		}
	}

	@Test
	void nothingElseIsExposed() throws Exception {
		assertThat(json("/actuator").path("_links").propertyNames()).containsExactlyInAnyOrder("self", "health",
				"health-path", "prometheus", "postmark", "postmark-server");
	}

	private JsonNode json(String path) throws IOException, InterruptedException {
		return JsonMapper.shared().readTree(get(path));
	}

	private String get(String path) throws IOException, InterruptedException {
		HttpResponse<String> response = this.http.send(
				HttpRequest.newBuilder(URI.create(this.browser.site() + path)).build(),
				HttpResponse.BodyHandlers.ofString());
		assertThat(response.statusCode()).as(path).isEqualTo(200);
		return response.body();
	}

	private static void await(ThrowingRunnable assertion) {
		Awaitility.await().atMost(Duration.ofMinutes(1)).untilAsserted(assertion);
	}

}

package io.github.postmarkspring.sample;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.postmarkspring.emulator.PostmarkEmulator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpHeaders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The executable jar, prepared ahead of time on a machine without tokens and run with
 * them: an emulator in the JVM of the test is its Postmark.
 */
class AheadOfTimeIT {

	private static final Path JAR = Path.of(System.getProperty("sample-app.jar"));

	private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");

	private static final String PASSWORD = "Zk3vQ8pL2xR7tN5wB9yD";

	private static final PostmarkEmulator postmark = PostmarkEmulator.builder()
		.server("Newsletter")
		.server("Receipts")
		.start();

	private static final HttpClient http = HttpClient.newHttpClient();

	private static Path output;

	private static Process process;

	private static int port;

	@BeforeAll
	static void start(@TempDir Path directory) throws IOException {
		output = directory.resolve("output");
		ProcessBuilder builder = new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(), "-Xmx256m",
				"-XX:TieredStopAtLevel=1", "-Dspring.aot.enabled=true", "-jar", JAR.toString(), "--server.port=0",
				"--management.endpoint.health.show-components=always")
			.redirectErrorStream(true)
			.redirectOutput(output.toFile());
		builder.environment()
			.putAll(Map.of("POSTMARK_BASE_URL", postmark.baseUrl().toString(), "POSTMARK_SERVER_TOKEN",
					postmark.serverToken(), "POSTMARK_SERVERS_NEWSLETTER_TOKEN", postmark.serverToken("Newsletter"),
					"POSTMARK_SERVERS_RECEIPTS_TOKEN", postmark.serverToken("Receipts"), "POSTMARK_ACCOUNT_TOKEN",
					postmark.accountToken(), "POSTMARK_WEBHOOK_BASIC_PASSWORD", PASSWORD));
		process = builder.start();
		port = await().atMost(Duration.ofMinutes(2)).until(AheadOfTimeIT::port, (found) -> found > 0);
	}

	private static int port() throws IOException {
		String text = Files.readString(output);
		assertThat(process.isAlive()).as(text).isTrue();
		Matcher started = PORT.matcher(text);
		return started.find() ? Integer.parseInt(started.group(1)) : 0;
	}

	@AfterAll
	static void end() throws InterruptedException {
		process.destroy();
		if (!process.waitFor(60, TimeUnit.SECONDS)) {
			process.destroyForcibly();
		}
		postmark.close();
	}

	@Test
	void theShopRunsFromWhatWasPrepared() {
		assertThat(output).content().contains("Starting AOT-processed SampleApplication");
	}

	@Test
	void mailGoesToTheServersWhoseTokensAreGivenAtTheStart() throws Exception {
		Browser browser = Browser.at(port);
		browser.submit("/sign-up", Map.of("name", "Ann", "email", "ann@mail.example"));
		browser.submit("/newsletter", Map.of("subject", "Autumn teas", "text", "The boat is in."));

		assertThat(messages(postmark.serverToken(), "outbound").onlyOneTo("ann@mail.example").get("Tag").asString())
			.isEqualTo("welcome");
		assertThat(messages(postmark.serverToken("Newsletter"), "broadcast").onlyOneTo("ann@mail.example")
			.get("Subject")
			.asString()).isEqualTo("Autumn teas");
	}

	@Test
	void theAccountTokenIsGivenAtTheStartToo() throws Exception {
		assertThat(Browser.at(port).open("/admin").body()).contains("Newsletter", "Receipts");
	}

	@Test
	void aWebhookIsVerifiedAndReachesItsListener() throws Exception {
		Browser browser = Browser.at(port);
		browser.submit("/sign-up", Map.of("name", "Bob", "email", "bob@mail.example"));
		String id = messages(postmark.serverToken(), "outbound").onlyOneTo("bob@mail.example")
			.get("MessageID")
			.asString();

		assertThat(post(id, "wrong")).isEqualTo(401);
		assertThat(browser.open("/sent-mail").body()).doesNotContain("Delivered");
		assertThat(post(id, PASSWORD)).isEqualTo(200);
		assertThat(browser.open("/sent-mail").body()).contains("Delivered");
	}

	private static int post(String messageId, String password) throws IOException, InterruptedException {
		HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/postmark/webhook"))
			.header(HttpHeaders.AUTHORIZATION, "Basic " + HttpHeaders.encodeBasicAuth("postmark", password, null))
			.header(HttpHeaders.CONTENT_TYPE, "application/json")
			.POST(BodyPublishers.ofString("""
					{ "RecordType": "Delivery", "MessageID": "%s", "Recipient": "bob@mail.example", "ServerID": 1,
					  "DeliveredAt": "2026-11-29T10:00:00Z", "MessageStream": "outbound" }""".formatted(messageId)))
			.build();
		return http.send(request, BodyHandlers.discarding()).statusCode();
	}

	@Test
	void healthKnowsEveryServerAlsoThatOfTheRunTimeOnly() throws Exception {
		HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/actuator/health"))
			.build();

		// Health is asked for in the background, and unknown until there is an answer.
		await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
			JsonNode postmark = JsonMapper.shared()
				.readTree(http.send(request, BodyHandlers.ofString()).body())
				.at("/components/postmark");
			assertThat(postmark.at("/status").asString()).isEqualTo("UP");
			assertThat(postmark.get("components").propertyNames()).contains("newsletter", "receipts", "account");
		});
	}

	private static PostmarkMessages messages(String token, String stream) {
		return new PostmarkMessages(postmark.baseUrl(), token, stream);
	}

}

package io.github.postmarkspring.emulator;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A running emulator and a plain client for it. The emulator is stopped after each test.
 */
public final class Postmark implements BeforeEachCallback, AfterEachCallback {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final PostmarkEmulator.Builder builder;

	private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private PostmarkEmulator emulator;

	public Postmark() {
		this(PostmarkEmulator.builder());
	}

	public Postmark(PostmarkEmulator.Builder builder) {
		this.builder = builder.serverToken("server-token").accountToken("account-token");
	}

	@Override
	public void beforeEach(ExtensionContext context) {
		this.emulator = this.builder.start();
	}

	@Override
	public void afterEach(ExtensionContext context) {
		this.emulator.close();
	}

	public int port() {
		return this.emulator.port();
	}

	/**
	 * Sends one message and returns the answer.
	 */
	public Answer email(String json) {
		return post("/email", json);
	}

	/**
	 * Sends one message, which must be accepted, and returns its ID.
	 */
	public String accepted(String json) {
		Answer answer = email(json);
		if (answer.status() != 200) {
			throw new AssertionError("Refused: " + answer.body());
		}
		return answer.json().get("MessageID").asString();
	}

	public Answer post(String path, String json) {
		return post(path, json, "X-Postmark-Server-Token", "server-token", "Content-Type", "application/json");
	}

	public Answer post(String path, String body, String... headers) {
		return exchange(request(path, headers).POST(HttpRequest.BodyPublishers.ofString(body)));
	}

	/**
	 * Reads with the server token.
	 */
	public Answer get(String path) {
		return get(path, "X-Postmark-Server-Token", "server-token");
	}

	public Answer get(String path, String... headers) {
		return exchange(request(path, headers).GET());
	}

	/**
	 * Calls a server endpoint with the server token.
	 * @param json the body, or {@code null} for none
	 */
	public Answer server(String method, String path, String json) {
		return server("server-token", method, path, json);
	}

	/**
	 * Calls a server endpoint with the token of another server.
	 */
	public Answer server(String token, String method, String path, String json) {
		return call(request(path, "X-Postmark-Server-Token", token), method, json);
	}

	/**
	 * Calls an account endpoint.
	 * @param json the body, or {@code null} for none
	 */
	public Answer account(String method, String path, String json) {
		return call(request(path, "X-Postmark-Account-Token", "account-token"), method, json);
	}

	private Answer call(HttpRequest.Builder request, String method, String json) {
		if (json == null) {
			return exchange(request.method(method, HttpRequest.BodyPublishers.noBody()));
		}
		return exchange(request.header("Content-Type", "application/json")
			.method(method, HttpRequest.BodyPublishers.ofString(json)));
	}

	/**
	 * The emulator itself, for what is not done over HTTP.
	 */
	public PostmarkEmulator emulator() {
		return this.emulator;
	}

	public Answer exchange(String method, String path, String... headers) {
		return exchange(request(path, headers).method(method, HttpRequest.BodyPublishers.noBody()));
	}

	public HttpRequest.Builder request(String path, String... headers) {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(this.emulator.baseUrl() + path))
			.timeout(Duration.ofSeconds(60));
		return (headers.length > 0) ? request.headers(headers) : request;
	}

	public Answer exchange(HttpRequest.Builder request) {
		try {
			HttpResponse<byte[]> response = this.client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
			return new Answer(response);
		}
		catch (IOException ex) {
			throw new AssertionError("No answer", ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new AssertionError("Interrupted", ex);
		}
	}

	/**
	 * Waits until an assertion holds: long, as the machine may be busy.
	 */
	public static void eventually(ThrowingRunnable assertion) {
		Awaitility.await().atMost(Duration.ofSeconds(60)).untilAsserted(assertion);
	}

	public static JsonNode json(String json) {
		return JSON.readTree(json);
	}

	/**
	 * What came back.
	 */
	public record Answer(HttpResponse<byte[]> response) {

		public int status() {
			return this.response.statusCode();
		}

		public byte[] bytes() {
			return this.response.body();
		}

		public String body() {
			return new String(this.response.body(), StandardCharsets.UTF_8);
		}

		public JsonNode json() {
			return Postmark.json(body());
		}

		public String header(String name) {
			return this.response.headers().firstValue(name).orElse("");
		}

		/**
		 * HTTP status and error code, as in {@code 422/300}.
		 */
		public String error() {
			return status() + "/" + json().get("ErrorCode");
		}

		public String message() {
			return json().get("Message").asString();
		}

	}

}

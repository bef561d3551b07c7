package io.github.postmarkspring.emulator;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import io.github.postmarkspring.emulator.http.Access;
import io.github.postmarkspring.emulator.http.Route;
import io.github.postmarkspring.emulator.message.MessageStore;
import io.github.postmarkspring.emulator.posting.Outbox;
import io.github.postmarkspring.emulator.server.Account;
import io.github.postmarkspring.emulator.server.InitialServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Bodies that nobody means well with, on every route that takes one: each is answered
 * with Postmark's envelope, and none stays behind to break what is read later.
 */
class HostileBodyTests {

	private static final List<Route> ROUTES = new RoutingTable(false, true, false).of(new Account("account",
			InitialServer.first("server"), "http://localhost/", Clock.systemUTC(), Outbox.closed(Clock.systemUTC())),
			new MessageStore(1));

	private static final int LIMIT_OF_CONTROL = 16 * 1024;

	@RegisterExtension
	final Postmark postmark = new Postmark();

	private HostileBodies.Ids ids;

	@BeforeEach
	void create() {
		this.ids = HostileBodies.create(this.postmark);
	}

	@AfterEach
	void everythingCanStillBeRead() {
		ROUTES.stream()
			.filter((route) -> route.method().equals("GET") && !route.path().getPatternString().contains("{"))
			.forEach((route) -> assertThat(read(route).status()).as(route.toString()).isEqualTo(200));
		JsonNode sent = this.postmark.get("/messages/outbound?count=500&offset=0").json();
		for (String id : sent.findValuesAsString("MessageID")) {
			assertThat(this.postmark.get("/messages/outbound/" + id + "/details").status()).isEqualTo(200);
			assertThat(this.postmark.get("/messages/outbound/" + id + "/dump").status()).isEqualTo(200);
		}
	}

	@Test
	void noRouteThatTakesABodyIsLeftOut() {
		assertThat(HostileBodies.GOOD.keySet()
			.stream()
			.filter((route) -> !route.contains("/_emulator/"))
			.map(HostileBodyTests::normalized))
			.containsExactlyInAnyOrderElementsOf(ROUTES.stream()
				.filter((route) -> route.bodyLimit() > 0)
				.map((route) -> normalized(route.method() + " " + route.path().getPatternString()))
				.toList());
	}

	@ParameterizedTest
	@MethodSource("routes")
	void aGoodBodyIsTaken(String route) {
		assertThat(send(route, utf8(good(route))).status()).isEqualTo(200);
	}

	@ParameterizedTest
	@MethodSource("routes")
	void whatIsNoJsonInUtf8IsRefused(String route) {
		String good = good(route);
		List<byte[]> bodies = new ArrayList<>();
		Stream
			.of("", "{", "]", "nope", "\u0000", good + "\u0000", good + good, "{\"a\":}", "{'a':1}", "[".repeat(16_000),
					"{\"a\":".repeat(3_000), "{\"a\":\"\\ud800\"}", "{\"a\":" + "9".repeat(10_000) + "}",
					"\"" + "x".repeat(16_000))
			.forEach((text) -> bodies.add(utf8(text)));
		Stream.of("UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "UTF-32LE")
			.forEach((charset) -> bodies.add(good.getBytes(Charset.forName(charset))));
		bodies.add(new byte[] { '{', '"', 'a', '"', ':', '"', (byte) 0xC3, '"', '}' });
		bodies.add(new byte[] { '{', '"', 'a', '"', ':', '"', (byte) 0xFF, '"', '}' });
		for (byte[] body : bodies) {
			Postmark.Answer answer = send(route, body);
			assertThat(answer.status()).as(new String(body, StandardCharsets.UTF_8)).isIn(400, 422);
			isEnvelope(answer);
		}
	}

	@ParameterizedTest
	@MethodSource("routes")
	void everyValueThatIsNotWhatItShouldBeIsAnsweredInOrder(String route) {
		for (String body : HostileBodies.variations(good(route))) {
			Postmark.Answer answer = send(route, utf8(body));
			assertThat(answer.status()).as(body).isIn(200, 400, 404, 413, 422);
			if (answer.status() != 200) {
				isEnvelope(answer);
			}
		}
	}

	@ParameterizedTest
	@MethodSource("routes")
	void aBodyLargerThanAllowedIsRefusedAsTooLarge(String route) {
		byte[] body = new byte[limit(route) + 1];
		Postmark.Answer answer = exchange(route,
				HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)));
		assertThat(answer.status()).isEqualTo(413);
		isEnvelope(answer);
	}

	private static void isEnvelope(Postmark.Answer answer) {
		assertThat(answer.header("Content-Type")).isEqualTo("application/json");
		assertThat(answer.json().get("ErrorCode").isIntegralNumber()).isTrue();
		assertThat(answer.message()).isNotBlank().hasSizeLessThan(2_000);
		assertThat(answer.header("X-PM-ApiErrorCode")).isEqualTo(answer.json().get("ErrorCode").asString());
	}

	private String good(String route) {
		return this.ids.in(HostileBodies.GOOD.get(route));
	}

	private Postmark.Answer send(String route, byte[] body) {
		return exchange(route, HttpRequest.BodyPublishers.ofByteArray(body));
	}

	private Postmark.Answer exchange(String route, HttpRequest.BodyPublisher body) {
		String[] parts = this.ids.in(route).split(" ");
		return this.postmark.exchange(
				this.postmark
					.request(parts[1], "X-Postmark-Server-Token", "server-token", "X-Postmark-Account-Token",
							"account-token", "Content-Type", "application/json")
					.method(parts[0], body));
	}

	private Postmark.Answer read(Route route) {
		String path = route.path().getPatternString() + "?count=500&offset=0";
		return (route.access() == Access.ACCOUNT) ? this.postmark.account("GET", path, null) : this.postmark.get(path);
	}

	private static byte[] utf8(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	private static String normalized(String route) {
		return route.replaceAll("<[^>]*>|\\{[^}]*}", "{}");
	}

	private static int limit(String route) {
		return ROUTES.stream()
			.filter((it) -> normalized(it.method() + " " + it.path().getPatternString()).equals(normalized(route)))
			.mapToInt(Route::bodyLimit)
			.findFirst()
			.orElse(LIMIT_OF_CONTROL);
	}

	static Stream<String> routes() {
		return HostileBodies.GOOD.keySet().stream();
	}

}

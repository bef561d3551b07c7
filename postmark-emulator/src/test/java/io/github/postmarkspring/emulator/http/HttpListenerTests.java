package io.github.postmarkspring.emulator.http;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

class HttpListenerTests {

	private static final String GET = "GET %s HTTP/1.1\r\nHost: localhost\r\n\r\n";

	private final HttpListener listener = HttpListener.bind(InetAddress.getLoopbackAddress(), 0, Set.of(),
			Duration.ofSeconds(2));

	@BeforeEach
	void serve() {
		this.listener.serve(List.of(Route.get("/good", Access.OPEN, (request) -> Response.json(Map.of("good", true))),
				Route.get("/empty", Access.OPEN, (request) -> new Response(200, Map.of(), new byte[0])),
				Route.get("/bad", Access.OPEN, (request) -> {
					throw new IllegalStateException("secret text of a stranger");
				}), Route.get("/deep", Access.OPEN, HttpListenerTests::overflow),
				Route.get("/x/{id}", Access.OPEN, (request) -> Response.json(request.variable("id"))),
				Route.get("/x/push", Access.OPEN, (request) -> Response.json("the literal one"))),
				new Tokens((token) -> token.equals("server") ? 1 : 0, "account"::equals));
	}

	@AfterEach
	void close() {
		this.listener.close();
	}

	@Test
	void answersAnExceptionWithCode101AndGoesOnServing() throws IOException {
		try (RawConnection connection = new RawConnection(this.listener.port())) {
			for (String path : new String[] { "/bad", "/deep" }) {
				connection.send(GET.formatted(path));
				assertThat(connection.answer()).startsWith("HTTP/1.1 500 ")
					.containsIgnoringCase("X-PM-ApiErrorCode: 101")
					.contains("\"ErrorCode\":101", "Error ID: ")
					.doesNotContain("secret");
			}
			connection.send(GET.formatted("/good"));
			assertThat(connection.answer()).endsWith("{\"good\":true}");
		}
	}

	@Test
	void sendsAnEmptyBodyWithItsLength() throws IOException {
		try (RawConnection connection = new RawConnection(this.listener.port())) {
			connection.send(GET.formatted("/empty"));
			assertThat(connection.answer()).doesNotContainIgnoringCase("chunked");
			connection.send(GET.formatted("/good"));
			assertThat(connection.answer()).endsWith("{\"good\":true}");
		}
	}

	@Test
	void prefersALiteralPathToAVariable() throws IOException {
		try (RawConnection connection = new RawConnection(this.listener.port())) {
			connection.send(GET.formatted("/X/PUSH/"));
			assertThat(connection.answer()).endsWith("\"the literal one\"");
			connection.send(GET.formatted("/x/a%20b%2Fc"));
			assertThat(connection.answer()).endsWith("\"a b/c\"");
		}
	}

	@Test
	void cutsOffThoseWhoDribbleAndServesTheOthersMeanwhile() throws IOException {
		List<RawConnection> dribblers = new ArrayList<>();
		try {
			for (int i = 0; i < 300; i++) {
				RawConnection dribbler = new RawConnection(this.listener.port());
				dribbler.send("GET /good HTTP/1.1\r\nHo");
				dribblers.add(dribbler);
			}
			try (RawConnection honest = new RawConnection(this.listener.port())) {
				honest.send(GET.formatted("/good"));
				assertThat(honest.answer()).endsWith("{\"good\":true}");
			}
			for (RawConnection dribbler : dribblers) {
				assertThat(dribbler.isAtEnd()).isTrue();
			}
		}
		finally {
			for (RawConnection dribbler : dribblers) {
				dribbler.close();
			}
		}
	}

	@Test
	void keepsAHundredConnectionsAliveAndServesEach() throws IOException {
		List<RawConnection> connections = new ArrayList<>();
		try {
			for (int i = 0; i < 100; i++) {
				connections.add(new RawConnection(this.listener.port()));
			}
			for (int round = 0; round < 3; round++) {
				for (RawConnection connection : connections) {
					connection.send(GET.formatted("/good"));
				}
				for (RawConnection connection : connections) {
					assertThat(connection.answer()).endsWith("{\"good\":true}");
				}
			}
		}
		finally {
			for (RawConnection connection : connections) {
				connection.close();
			}
		}
	}

	@Test
	void answersManyRequestsOnOneConnectionWithoutWaitingForAcknowledgements() throws IOException {
		try (RawConnection connection = new RawConnection(this.listener.port())) {
			long start = System.nanoTime();
			for (int i = 0; i < 200; i++) {
				connection.send(GET.formatted("/good"));
				connection.answer();
			}
			// With delayed acknowledgements it would be 40 ms each, 8 seconds in all.
			assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(4));
		}
	}

	@Test
	void endsItsThreadsWhateverTheyDo() throws IOException {
		try (RawConnection dribbler = new RawConnection(this.listener.port());
				RawConnection idle = new RawConnection(this.listener.port())) {
			dribbler.send("GET /good HTTP/1.1\r\n");
			idle.send(GET.formatted("/good"));
			idle.answer();
			String name = "postmark-emulator-" + this.listener.port();
			assertThat(threads(name)).isNotEmpty().allMatch(Thread::isDaemon);
			this.listener.close();
			await().untilAsserted(() -> assertThat(threads(name)).isEmpty());
			assertThat(idle.isAtEnd()).isTrue();
			assertThat(dribbler.isAtEnd()).isTrue();
		}
	}

	@Test
	void answersNothingMoreOnceClosed() {
		this.listener.close();
		this.listener.close();
		assertThatThrownBy(() -> new RawConnection(this.listener.port())).isInstanceOf(IOException.class);
	}

	private static List<Thread> threads(String name) {
		return Thread.getAllStackTraces()
			.keySet()
			.stream()
			.filter((thread) -> thread.getName().startsWith(name))
			.toList();
	}

	private static Response overflow(Request request) {
		return overflow(request);
	}

}

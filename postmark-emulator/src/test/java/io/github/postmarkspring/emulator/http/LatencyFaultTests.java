package io.github.postmarkspring.emulator.http;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class LatencyFaultTests {

	private static final String GET = "GET /good HTTP/1.1\r\nHost: localhost\r\n\r\n";

	private final HttpListener listener = HttpListener.bind(InetAddress.getLoopbackAddress(), 0, Set.of(),
			Duration.ofSeconds(1));

	private final Faults faults = new Faults(false);

	private final AtomicInteger done = new AtomicInteger();

	@BeforeEach
	void serve() {
		this.listener.serve(List.of(Route.get("/good", Access.OPEN, (request) -> {
			this.done.incrementAndGet();
			return Response.json("good");
		})), new Tokens((token) -> token.equals("server") ? 1 : 0, "account"::equals), this.faults);
	}

	@AfterEach
	void close() {
		this.listener.close();
	}

	@Test
	void isNotCutShortByTheTimeThatARequestHas() throws IOException {
		this.faults.next("GET", "/good", 1, Fault.slow(Duration.ofSeconds(3)));
		long start = System.nanoTime();
		try (RawConnection connection = new RawConnection(this.listener.port())) {
			connection.send(GET);
			assertThat(connection.answer()).endsWith("\"good\"");
		}
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofSeconds(3));
	}

	@Test
	void endsAtOnceWhenEverythingIsCleared() throws IOException {
		this.faults.next("GET", "/good", 1, Fault.slow(Duration.ofHours(1)));
		try (RawConnection connection = new RawConnection(this.listener.port())) {
			connection.send(GET);
			await().until(() -> this.done.get() == 1);
			this.faults.clear();
			assertThat(connection.answer()).endsWith("\"good\"");
		}
	}

	@Test
	void endsAtOnceWhenTheEmulatorStops() throws IOException {
		this.faults.next("GET", "/good", 1, Fault.slow(Duration.ofHours(1)));
		try (RawConnection connection = new RawConnection(this.listener.port())) {
			connection.send(GET);
			await().until(() -> this.done.get() == 1);
			CompletableFuture<Void> stopped = CompletableFuture.runAsync(this.listener::close);
			assertThat(connection.isAtEnd()).isTrue();
			assertThat(stopped).succeedsWithin(Duration.ofSeconds(20));
		}
	}

}

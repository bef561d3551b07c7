package io.github.postmarkspring.boot.autoconfigure.webhook;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;

import com.sun.management.ThreadMXBean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What strangers can make the server allocate. Counted is what its threads allocate,
 * which is never less than what the heap grows by, and does not depend on when garbage is
 * collected.
 */
class BodyMemoryTests {

	private static final long MEBIBYTE = 1024 * 1024;

	private static final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

	private static WebhookApplication application;

	@BeforeAll
	static void start() throws IOException {
		application = WebhookApplication.start(java.util.List.of(Controllers.class),
				"postmark.webhook.protected-paths=/hooks/mine", "postmark.webhook.signature.scheme=standard-webhooks",
				"postmark.webhook.signature.signed-by=gateway:test", "postmark.webhook.signature.key=" + Signed.KEY,
				"postmark.webhook.endpoints.shop.inbound-path=/postmark/inbound",
				"postmark.webhook.endpoints.shop.basic.password=" + WebhookApplication.PASSWORD);
		for (int i = 0; i < 20; i++) {
			// Threads and buffers that are there once.
			application.http().post("/postmark/inbound", "{}");
			application.http().post("/hooks/mine", "{}");
		}
	}

	@AfterAll
	static void close() {
		application.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "Content-Length: 31457280", "Transfer-Encoding: chunked" })
	void aBodyOf30MegabytesWithWrongCredentialsTakesNoMemory(String length) throws IOException {
		long before = allocated();

		assertThat(flood("POST /postmark/inbound HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
				+ RawHttp.basic("postmark:wrongwrongwrongwrong") + "\r\n" + length + "\r\n\r\n1e00000\r\n"))
			.startsWith("HTTP/1.1 401");
		assertThat(allocated() - before).isLessThan(MEBIBYTE);
	}

	@Test
	void aBodyThatIsOnlyAnnouncedTakesNoMemory() throws IOException {
		byte[] request = HostileCase.request("POST /hooks/mine", "{", "Content-Length: 50000000");
		for (int i = 0; i < 20; i++) {
			application.http().sendAndStop(request);
		}
		long before = allocated();

		assertThat(application.http().sendAndStop(request).status()).isEqualTo(400);
		assertThat(allocated() - before).isLessThan(MEBIBYTE);
	}

	@Test
	void bodiesOfStrangersTakeABoundedPartOfTheMemoryTogether() {
		BodyBudget budget = new BodyBudget(100);
		BodyBudget.Share first = budget.share();
		BodyBudget.Share second = budget.share();

		assertThat(first.take(60)).isTrue();
		assertThat(second.take(41)).isFalse();
		assertThat(second.take(40)).isTrue();
		first.close();
		first.close();
		assertThat(second.take(61)).isFalse();
		assertThat(second.take(60)).isTrue();
	}

	private static String flood(String head) throws IOException {
		try (Socket socket = application.http().open()) {
			CompletableFuture<String> reply = CompletableFuture.supplyAsync(() -> {
				try {
					return new String(socket.getInputStream().readNBytes(12), StandardCharsets.ISO_8859_1);
				}
				catch (IOException ex) {
					return ex.toString();
				}
			});
			try {
				socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
				byte[] block = " ".repeat(64 * 1024).getBytes(StandardCharsets.ISO_8859_1);
				for (int i = 0; i < 480; i++) {
					socket.getOutputStream().write(block);
				}
			}
			catch (IOException ex) {
				// The server has closed the connection, and may.
			}
			return reply.join();
		}
	}

	private static long allocated() {
		long[] server = Thread.getAllStackTraces()
			.keySet()
			.stream()
			.filter((thread) -> thread.getName().startsWith("http-nio"))
			.mapToLong(Thread::getId)
			.toArray();
		return Arrays.stream(threads.getThreadAllocatedBytes(server)).sum();
	}

}

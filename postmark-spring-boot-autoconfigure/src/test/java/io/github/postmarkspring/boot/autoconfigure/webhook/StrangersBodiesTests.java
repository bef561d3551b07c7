package io.github.postmarkspring.boot.autoconfigure.webhook;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Large bodies of strangers, held where only a signature at the end of the body could
 * tell that they are none.
 */
class StrangersBodiesTests {

	private static final int MEBIBYTE = 1024 * 1024;

	private static final String TOO_MANY = "failed/too-many-bodies/none";

	@Test
	void whenTheyHoldAllTheMemoryThatIsTheirsMoreAreAnswered503AndThoseWithASecretAreRead() {
		try (WebhookApplication application = start()) {
			// On a slow machine the first may be given up before the last has come.
			await().atMost(Duration.ofMinutes(3)).untilAsserted(() -> allTheMemoryIsHeld(application));
			thereIsMemoryAgain(application);
		}
	}

	private static void allTheMemoryIsHeld(WebhookApplication application) throws IOException {
		Map<String, Integer> before = Metrics.counts(application);
		List<Held> held = new ArrayList<>();
		try {
			do {
				held.add(new Held(application.http(), "/relay/inbound"));
			}
			while (held.size() < 6 && !Metrics.countedSince(before, application).containsKey(TOO_MANY));
			assertThat(Held.firstStatus(held)).isEqualTo("HTTP/1.1 503");
			assertThat(Metrics.countedSince(before, application)).containsKey(TOO_MANY);

			held.add(new Held(application.http(), "/hooks/mine"));
			assertThat(held.get(held.size() - 1).status()).isEqualTo("HTTP/1.1 503");
			assertThat(application.reached()).isEmpty();

			held.add(new Held(application.http(), "/shop/inbound", RawHttp.basic(WebhookApplication.CREDENTIALS)));
			held.get(held.size() - 1).finish();
			assertThat(held.get(held.size() - 1).status()).as("read, and no JSON").isEqualTo("HTTP/1.1 400");
		}
		finally {
			for (Held one : held) {
				one.close();
			}
		}
	}

	private static void thereIsMemoryAgain(WebhookApplication application) {
		await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
			Map<String, Integer> before = Metrics.counts(application);
			try (Held one = new Held(application.http(), "/hooks/mine")) {
				one.finish();
				assertThat(one.status()).isEqualTo("HTTP/1.1 401");
			}
			assertThat(Metrics.countedSince(before, application)).doesNotContainKey(TOO_MANY);
		});
	}

	private static WebhookApplication start() {
		return WebhookApplication.start(List.of(Controllers.class, Metrics.class),
				"postmark.webhook.protected-paths=/hooks/mine", "postmark.webhook.signature.scheme=standard-webhooks",
				"postmark.webhook.signature.signed-by=gateway:test", "postmark.webhook.signature.key=" + Signed.KEY,
				"postmark.webhook.endpoints.relay.inbound-path=/relay/inbound",
				"postmark.webhook.endpoints.shop.inbound-path=/shop/inbound",
				"postmark.webhook.endpoints.shop.basic.password=" + WebhookApplication.PASSWORD);
	}

	/** One that has sent nearly all that it said, and stays. */
	private static final class Held implements AutoCloseable {

		private static final int SENT = 45 * MEBIBYTE;

		private final Socket socket;

		private final CompletableFuture<String> status;

		private Held(RawHttp http, String path, String... headers) throws IOException {
			String[] all = Arrays.copyOf(headers, headers.length + 1);
			all[headers.length] = "Content-Length: " + (SENT + 1);
			this.socket = http.open();
			// The common pool may have one thread only, and the first would keep it.
			this.status = CompletableFuture.supplyAsync(this::read, (read) -> new Thread(read).start());
			try {
				this.socket.getOutputStream().write(HostileCase.request("POST " + path, "", all));
				byte[] block = " ".repeat(MEBIBYTE).getBytes(StandardCharsets.ISO_8859_1);
				for (int i = 0; i < SENT; i += block.length) {
					this.socket.getOutputStream().write(block);
				}
			}
			catch (IOException ex) {
				// It has been answered, and the connection closed.
			}
		}

		private void finish() throws IOException {
			this.socket.getOutputStream().write(' ');
		}

		private String read() {
			try {
				return new String(this.socket.getInputStream().readNBytes(12), StandardCharsets.ISO_8859_1);
			}
			catch (IOException ex) {
				return ex.toString();
			}
		}

		private static String firstStatus(List<Held> held) {
			return (String) CompletableFuture
				.anyOf(held.stream().map((one) -> one.status).toArray(CompletableFuture<?>[]::new))
				.join();
		}

		private String status() {
			return this.status.join();
		}

		@Override
		public void close() throws IOException {
			this.socket.close();
		}

	}

}

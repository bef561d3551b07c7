package io.github.postmarkspring.client.http;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import io.github.postmarkspring.client.Engine;
import io.github.postmarkspring.client.error.PostmarkTransportException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What becomes of a mail whose first TLS handshake fails. Only with HttpComponents: the
 * client of the JDK may ask for the body even then, as it happens.
 */
class HandshakeTests {

	private static final RetrySettings SETTINGS = new RetrySettings(3, Duration.ofSeconds(1), 1, 0,
			Duration.ofSeconds(1), Duration.ZERO, Duration.ofMinutes(1));

	private static final byte[] HANDSHAKE_FAILURE = { 21, 3, 3, 0, 2, 2, 40 };

	private final RecordedPauses pauses = new RecordedPauses();

	private ServerSocket server;

	@BeforeEach
	void start() throws IOException {
		this.server = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
	}

	@AfterEach
	void stop() throws IOException {
		this.server.close();
	}

	@Test
	void aMailWhoseHandshakeIsRefusedIsTriedAgain() {
		answer(HANDSHAKE_FAILURE);
		assertIsTriedAgain();
	}

	@Test
	void aMailToAServerThatDoesNotSpeakTlsIsTriedAgain() {
		answer("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
		assertIsTriedAgain();
	}

	@Test
	void aMailWhoseHandshakeIsResetIsTriedAgain() {
		answer(new byte[0]);
		assertIsTriedAgain();
	}

	private void assertIsTriedAgain() {
		RestClient client = Engine.HTTP_COMPONENTS.builder()
			.baseUrl("https://127.0.0.1:" + this.server.getLocalPort())
			.build();
		PostmarkHttp http = new PostmarkHttp(() -> client, false, null, this.pauses.retry(SETTINGS),
				RequestLimits.defaults(), RequestObservations.NONE);
		assertThatExceptionOfType(PostmarkTransportException.class)
			.isThrownBy(() -> http.send(ApiToken.server(() -> "token"), "/email", new EmptyObject(), Object.class))
			.satisfies((ex) -> assertThat(ex.mayHaveBeenSent()).isFalse());
		assertThat(this.pauses.durations()).hasSize(2);
	}

	/**
	 * What is answered to the first message of a handshake; then the connection is reset.
	 */
	private void answer(byte[] answer) {
		Thread acceptor = new Thread(() -> {
			while (!this.server.isClosed()) {
				try (Socket connection = this.server.accept()) {
					connection.getInputStream().read(new byte[16_384]);
					connection.getOutputStream().write(answer);
					if (answer.length > 0) {
						// Until the client has read it and goes.
						connection.getInputStream().read();
					}
					connection.setSoLinger(true, 0);
				}
				catch (IOException ex) {
					// The client is gone, or the test is over.
				}
			}
		});
		acceptor.setDaemon(true);
		acceptor.start();
	}

	private record EmptyObject() implements RequestBody {

		@Override
		public long length() {
			return 2;
		}

		@Override
		public void writeTo(OutputStream out) throws IOException {
			out.write(new byte[] { '{', '}' });
		}

	}

}

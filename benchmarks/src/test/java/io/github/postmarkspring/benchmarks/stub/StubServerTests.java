package io.github.postmarkspring.benchmarks.stub;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class StubServerTests {

	private final StubServer server = new StubServer();

	private StubServer.Ports ports = new StubServer.Ports(0, 0, 0);

	@BeforeEach
	void start() throws IOException {
		this.ports = this.server.start();
	}

	@AfterEach
	void stop() throws IOException {
		this.server.close();
	}

	@Test
	void requestsWithALengthAndInChunksAreCountedByTheirToken() throws IOException {
		String mail = "{\"Subject\":\"Order 1000000007\"}";
		post(this.ports.near(), "/email", "Content-Length: " + mail.length(), mail);
		post(this.ports.near(), "/email", "Transfer-Encoding: chunked",
				"10\r\n" + mail.substring(0, 16) + "\r\ne\r\n" + mail.substring(16) + "\r\n0\r\n\r\n");
		assertThat(this.server.tally("token")).isEqualTo(new Tally(2, 2, 2, 1, 60, 0, 1, 0));
		assertThat(this.server.tally("another").mails()).isZero();
	}

	@Test
	void aBatchIsAnsweredWithAnItemForEachMail() throws IOException {
		String mails = "[{\"Subject\" : \"Order 1000000001\"},{\"Subject\" : \"Order 1000000002\"}]";
		assertThat(post(this.ports.near(), "/email/batch", "Content-Length: " + mails.length(), mails))
			.startsWith("HTTP/1.1 200 OK")
			.contains("-3f1000000001\"", "-3f1000000002\"");
		assertThat(this.server.tally("token").mails()).isEqualTo(2);
	}

	@Test
	void theFarPortAnswersLater() throws IOException {
		long start = System.nanoTime();
		post(this.ports.far(), "/email", "Content-Length: 2", "{}");
		assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(20_000_000);
	}

	private static String post(int port, String path, String length, String body) throws IOException {
		try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
			socket.getOutputStream()
				.write(("POST " + path + " HTTP/1.1\r\nX-Postmark-Server-Token: token\r\n" + length + "\r\n\r\n" + body)
					.getBytes(StandardCharsets.US_ASCII));
			socket.shutdownOutput();
			try (InputStream in = socket.getInputStream()) {
				return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
			}
		}
	}

}

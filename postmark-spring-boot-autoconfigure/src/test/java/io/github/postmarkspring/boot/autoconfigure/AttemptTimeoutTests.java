package io.github.postmarkspring.boot.autoconfigure;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.github.postmarkspring.client.StubPostmark;
import io.github.postmarkspring.client.error.AmbiguousSendException;
import io.github.postmarkspring.client.error.PostmarkTransportException;
import io.github.postmarkspring.client.message.Attachment;
import io.github.postmarkspring.client.message.Email;
import io.github.postmarkspring.client.message.PostmarkSender;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.http.client.autoconfigure.imperative.ImperativeHttpClientAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Servers that do not fall silent and do not come to an end either: whatever they do, a
 * request takes no longer than {@code postmark.read-timeout}.
 */
class AttemptTimeoutTests {

	private static final int SMALL = 10;

	private final List<Socket> connections = new CopyOnWriteArrayList<>();

	private final CountDownLatch over = new CountDownLatch(1);

	private ServerSocket server;

	@BeforeEach
	void listen() throws IOException {
		this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
		this.server.setReceiveBufferSize(8192);
	}

	@AfterEach
	void close() throws IOException {
		this.over.countDown();
		this.server.close();
		for (Socket connection : this.connections) {
			connection.close();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "http-components", "jdk" })
	void anAnswerOfWhichAHeaderComesNowAndThenIsNotWaitedForWithoutEnd(String engine) {
		serve((connection) -> {
			readRequest(connection);
			write(connection, "HTTP/1.1 200 OK\r\n");
			for (int i = 0; !pause(); i++) {
				write(connection, "X-Wait-" + i + ": 1\r\n");
			}
		});
		assertThat(failure(engine, SMALL)).isInstanceOf(AmbiguousSendException.class);
	}

	@ParameterizedTest
	@ValueSource(strings = { "http-components", "jdk" })
	void anAnswerOfWhichAByteComesNowAndThenIsNotWaitedForWithoutEnd(String engine) {
		serve((connection) -> {
			readRequest(connection);
			write(connection, "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{");
			while (!pause()) {
				write(connection, " ");
			}
		});
		assertThat(failure(engine, SMALL)).isInstanceOf(AmbiguousSendException.class);
	}

	@ParameterizedTest
	@ValueSource(strings = { "http-components", "jdk" })
	void anAnswerThatHasNoEndIsNotReadWithoutEnd(String engine) {
		serve((connection) -> {
			readRequest(connection);
			write(connection, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
			String chunk = "10000\r\n" + " ".repeat(0x10000) + "\r\n";
			while (this.over.getCount() > 0) {
				write(connection, chunk);
			}
		});
		assertThat(failure(engine, SMALL)).isInstanceOf(AmbiguousSendException.class);
	}

	@ParameterizedTest
	@ValueSource(strings = { "http-components", "jdk" })
	void aServerThatReadsNothingKeepsNobodyAndNothingWasSent(String engine) {
		serve((connection) -> this.over.await());
		assertThat(failure(engine, 7_000_000)).isInstanceOf(PostmarkTransportException.class);
	}

	@ParameterizedTest
	@ValueSource(strings = "http-components")
	void whatItDidNotAnswerInIsSaid(String engine) {
		serve((connection) -> {
			readRequest(connection);
			write(connection, "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{");
			while (!pause()) {
				write(connection, " ");
			}
		});
		assertThat(failure(engine, SMALL)).hasMessageEndingWith("No complete answer within 300 ms");
	}

	private Throwable failure(String engine, int attachment) {
		Throwable[] failure = new Throwable[1];
		new ApplicationContextRunner()
			.withConfiguration(
					AutoConfigurations.of(PostmarkAutoConfiguration.class, ImperativeHttpClientAutoConfiguration.class))
			.withPropertyValues("spring.http.clients.imperative.factory=" + engine, "postmark.server-token=token",
					"postmark.base-url=http://127.0.0.1:" + this.server.getLocalPort(), "postmark.read-timeout=300ms",
					"postmark.retry.enabled=false")
			.run((context) -> {
				PostmarkSender sender = context.getBean(PostmarkSender.class);
				failure[0] = CompletableFuture.supplyAsync(() -> sender.send(email(attachment)))
					.handle((result, ex) -> ex.getCause())
					.orTimeout(20, TimeUnit.SECONDS)
					.join();
			});
		return failure[0];
	}

	private void serve(Peer peer) {
		Thread accepting = new Thread(() -> {
			try {
				while (true) {
					Socket connection = this.server.accept();
					this.connections.add(connection);
					Thread serving = new Thread(() -> serve(peer, connection));
					serving.setDaemon(true);
					serving.start();
				}
			}
			catch (IOException ex) {
				// The test is over.
			}
		});
		accepting.setDaemon(true);
		accepting.start();
	}

	private static void serve(Peer peer, Socket connection) {
		try {
			peer.serve(connection);
		}
		catch (IOException | InterruptedException ex) {
			// The client has closed it.
		}
	}

	/** Often enough for any timeout between two bytes. */
	private boolean pause() throws InterruptedException {
		return this.over.await(50, TimeUnit.MILLISECONDS);
	}

	private static void readRequest(Socket connection) throws IOException {
		InputStream in = connection.getInputStream();
		StubPostmark.Received head = StubPostmark.Received.readHead(in);
		in.readNBytes(Integer.parseInt(head.headers().get("Content-Length")));
	}

	private static void write(Socket connection, String text) throws IOException {
		OutputStream out = connection.getOutputStream();
		out.write(text.getBytes(StandardCharsets.US_ASCII));
		out.flush();
	}

	private static Email email(int attachment) {
		return Email.builder()
			.from("a@b.example")
			.to("c@d.example")
			.textBody("Hi")
			.attachment(Attachment.of("a.pdf", new byte[attachment]))
			.build();
	}

	private interface Peer {

		void serve(Socket connection) throws IOException, InterruptedException;

	}

}

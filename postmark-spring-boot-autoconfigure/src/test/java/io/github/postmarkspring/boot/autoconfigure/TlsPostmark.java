package io.github.postmarkspring.boot.autoconfigure;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;

/**
 * A server over TLS that takes every message, and says that it is a server.
 */
final class TlsPostmark implements AutoCloseable {

	private final HttpsServer server;

	private final ExecutorService executor = Executors.newCachedThreadPool();

	private final List<Headers> received = new CopyOnWriteArrayList<>();

	private volatile String certificate;

	private volatile CountDownLatch held = new CountDownLatch(0);

	private volatile int status = 200;

	TlsPostmark(Certificates certificates, String certificate) throws Exception {
		this.certificate = certificate;
		this.server = HttpsServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
		this.server.setHttpsConfigurator(new HttpsConfigurator(certificates.serving(() -> this.certificate)));
		this.server.setExecutor(this.executor);
		this.server.createContext("/", (exchange) -> {
			exchange.getRequestBody().readAllBytes();
			this.received.add(exchange.getRequestHeaders());
			try {
				this.held.await();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
			byte[] answer = ((this.status == 200) ? "{\"MessageID\":\"m1\",\"ErrorCode\":0,\"ID\":7}"
					: "{\"ErrorCode\":10,\"Message\":\"No valid token\"}")
				.getBytes(StandardCharsets.UTF_8);
			exchange.sendResponseHeaders(this.status, answer.length);
			exchange.getResponseBody().write(answer);
			exchange.close();
		});
		this.server.start();
	}

	int port() {
		return this.server.getAddress().getPort();
	}

	/** Show this certificate on the connections to come. */
	void show(String certificate) {
		this.certificate = certificate;
	}

	/** Answer with this HTTP status, and as if the token were wrong. */
	void refuse(int status) {
		this.status = status;
	}

	void holdAnswers() {
		this.held = new CountDownLatch(1);
	}

	void releaseAnswers() {
		this.held.countDown();
	}

	List<Headers> received() {
		return this.received;
	}

	@Override
	public void close() {
		this.held.countDown();
		this.server.stop(0);
		this.executor.shutdownNow();
	}

}

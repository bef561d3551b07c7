package io.github.postmarkspring.boot.autoconfigure;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

import io.github.postmarkspring.client.StubPostmark.Received;

/**
 * A server that closes connections without having said that it will, as one may do at any
 * time.
 */
final class ClosingServer implements AutoCloseable {

	private static final byte[] ANSWER = answer("{\"MessageID\":\"m\",\"ErrorCode\":0,\"Message\":\"OK\"}");

	private final ServerSocket serverSocket;

	private final Set<Socket> open = ConcurrentHashMap.newKeySet();

	private final List<String> requests = new CopyOnWriteArrayList<>();

	private final AtomicInteger connections = new AtomicInteger();

	private final int answers;

	private final boolean reset;

	/**
	 * Start a server.
	 * @param answers how many requests of a connection it answers; the next one it reads
	 * and closes the connection instead. 0 to answer all, until
	 * {@link #closeConnections()}
	 * @param reset whether it resets connections and does not end them in good order
	 */
	ClosingServer(int answers, boolean reset) {
		this.answers = answers;
		this.reset = reset;
		try {
			this.serverSocket = new ServerSocket(0, 100, InetAddress.getByName("127.0.0.1"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		daemon(this::accept);
	}

	URI baseUrl() {
		return URI.create("http://127.0.0.1:" + this.serverSocket.getLocalPort());
	}

	/** The bodies of the requests it has read, whether or not it answered them. */
	List<String> requests() {
		return this.requests;
	}

	int connections() {
		return this.connections.get();
	}

	/** Close all connections, at once. */
	void closeConnections() throws IOException {
		for (Socket socket : this.open) {
			close(socket);
		}
		this.open.clear();
	}

	private void close(Socket socket) throws IOException {
		if (this.reset && !socket.isClosed()) {
			socket.setSoLinger(true, 0);
		}
		socket.close();
	}

	private void accept() {
		try {
			while (true) {
				Socket socket = this.serverSocket.accept();
				this.connections.incrementAndGet();
				this.open.add(socket);
				daemon(() -> serve(socket));
			}
		}
		catch (IOException ex) {
			// closed
		}
	}

	private void serve(Socket socket) {
		try {
			socket.setTcpNoDelay(true);
			InputStream in = new BufferedInputStream(socket.getInputStream());
			for (int i = 0; i < this.answers || this.answers == 0; i++) {
				// A thread that is in a read keeps the system from closing the socket.
				while (in.available() == 0) {
					LockSupport.parkNanos(500_000);
				}
				read(in);
				socket.getOutputStream().write(ANSWER);
			}
			read(in);
			close(socket);
		}
		catch (IOException ex) {
			// the client is gone
		}
	}

	private void read(InputStream in) throws IOException {
		Received head = Received.readHead(in);
		if (head == null) {
			throw new IOException("The end");
		}
		byte[] body = in.readNBytes(Integer.parseInt(head.headers().get("Content-Length")));
		this.requests.add(new String(body, StandardCharsets.UTF_8));
	}

	private static byte[] answer(String body) {
		return ("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n"
				+ body)
			.getBytes(StandardCharsets.US_ASCII);
	}

	private static void daemon(Runnable task) {
		Thread thread = new Thread(task, "closing-server");
		thread.setDaemon(true);
		thread.start();
	}

	@Override
	public void close() {
		try {
			this.serverSocket.close();
			closeConnections();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}

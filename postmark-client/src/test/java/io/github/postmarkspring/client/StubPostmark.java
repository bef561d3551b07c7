package io.github.postmarkspring.client;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;

/**
 * A server on a loopback socket that records what it gets, byte by byte, and answers with
 * exactly what it is told, however broken.
 */
public final class StubPostmark implements AutoCloseable {

	private static final String OK = """
			{"To":"ann@mail.example","SubmittedAt":"2026-11-02T09:15:30.1234567Z",\
			"MessageID":"0b8f1d3e-5a0c-4c61-9f6e-3f2a7c1d9e10","ErrorCode":0,"Message":"OK"}""";

	private final ServerSocket serverSocket;

	private final Thread acceptor;

	private final List<Received> received = new CopyOnWriteArrayList<>();

	private final Set<Socket> connections = ConcurrentHashMap.newKeySet();

	private final CountDownLatch closed = new CountDownLatch(1);

	private volatile Behaviour behaviour = answering(200, OK);

	private volatile Function<Received, String> answers;

	private final Set<String> refusedTokens = ConcurrentHashMap.newKeySet();

	private volatile Behaviour refusal = answering(401, "{\"ErrorCode\":10,\"Message\":\"No valid token\"}");

	private volatile int connectionCount;

	private volatile boolean headersOnly;

	private volatile CountDownLatch held = new CountDownLatch(0);

	public StubPostmark() {
		try {
			this.serverSocket = new ServerSocket(0, 100, InetAddress.getByName("127.0.0.1"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.acceptor = daemon(this::accept);
	}

	public URI baseUrl() {
		return URI.create("http://127.0.0.1:" + this.serverSocket.getLocalPort());
	}

	/** Answer as at first. */
	public void recover() {
		this.headersOnly = false;
		this.behaviour = answering(200, OK);
	}

	public void answer(int status, String body, String... headers) {
		this.behaviour = answering(status, body, headers);
	}

	/** Answer each request with HTTP 200 and what the function makes of it. */
	public void answerEach(Function<Received, String> answers) {
		this.answers = answers;
	}

	/** Answer HTTP 401 to requests with this token, whatever others get. */
	public void refuse(String token) {
		this.refusedTokens.add(token);
	}

	/** Let refusals have this body. */
	public void refusal(String body) {
		this.refusal = answering(401, body);
	}

	private Behaviour behaviour(Received request) {
		if (this.refusedTokens.contains(request.token())) {
			return this.refusal;
		}
		Function<Received, String> each = this.answers;
		String answer = (each != null) ? each.apply(request) : null;
		return (answer != null) ? answering(200, answer) : this.behaviour;
	}

	/** Write these characters and close the connection. */
	public void answerRaw(String raw) {
		this.behaviour = (socket) -> {
			socket.getOutputStream().write(raw.getBytes(StandardCharsets.UTF_8));
			socket.close();
		};
	}

	/** Answer nothing before {@link #releaseAnswers()}. */
	public void holdAnswers() {
		this.held = new CountDownLatch(1);
	}

	public void releaseAnswers() {
		this.held.countDown();
	}

	/** Read the request and never answer. */
	public void hang() {
		this.behaviour = (socket) -> {
			try {
				this.closed.await();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		};
	}

	/** Read the request and reset the connection. */
	public void reset() {
		this.behaviour = (socket) -> {
			socket.setSoLinger(true, 0);
			socket.close();
		};
	}

	/** Read the headers only and reset the connection. */
	public void resetBeforeTheBody() {
		this.headersOnly = true;
	}

	public List<Received> received() {
		return this.received;
	}

	public Received only() {
		if (this.received.size() != 1) {
			throw new AssertionError("Expected one request, not " + this.received.size());
		}
		return this.received.get(0);
	}

	public int connectionCount() {
		return this.connectionCount;
	}

	public int openConnections() {
		return this.connections.size();
	}

	private static Behaviour answering(int status, String body, String... headers) {
		byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
		StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " Status\r\nContent-Type: application/json\r\n");
		for (String header : headers) {
			head.append(header).append("\r\n");
		}
		head.append("Content-Length: ").append(bytes.length).append("\r\n\r\n");
		ByteArrayOutputStream answer = new ByteArrayOutputStream();
		answer.writeBytes(head.toString().getBytes(StandardCharsets.ISO_8859_1));
		answer.writeBytes(bytes);
		return (socket) -> socket.getOutputStream().write(answer.toByteArray());
	}

	private void accept() {
		try {
			while (true) {
				Socket socket = this.serverSocket.accept();
				this.connectionCount++;
				this.connections.add(socket);
				daemon(() -> serve(socket));
			}
		}
		catch (IOException ex) {
			// closed
		}
	}

	private void serve(Socket socket) {
		try (socket) {
			InputStream in = new BufferedInputStream(socket.getInputStream());
			Received request = read(in, socket);
			while (request != null) {
				this.received.add(request);
				this.held.await();
				behaviour(request).answer(socket);
				request = read(in, socket);
			}
		}
		catch (IOException ex) {
			// the client is gone, or the stub is
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		finally {
			this.connections.remove(socket);
		}
	}

	private Received read(InputStream in, Socket socket) throws IOException {
		Received head = Received.readHead(in);
		if (head != null && this.headersOnly) {
			socket.setSoLinger(true, 0);
			throw new IOException("The body is not wanted");
		}
		return (head != null) ? head.readBody(in) : null;
	}

	private static Thread daemon(Runnable task) {
		Thread thread = new Thread(task, "stub-postmark");
		thread.setDaemon(true);
		thread.start();
		return thread;
	}

	@Override
	public void close() {
		this.closed.countDown();
		this.held.countDown();
		try {
			this.serverSocket.close();
			// Whoever waits for a connection still gets one that comes right after.
			this.acceptor.join();
			for (Socket socket : this.connections) {
				socket.close();
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private interface Behaviour {

		void answer(Socket socket) throws IOException;

	}

	/**
	 * A request as it came in.
	 *
	 * @param line the request line
	 * @param headers the headers, by name in any case
	 * @param body the body
	 */
	public record Received(String line, Map<String, String> headers, byte[] body) {

		public static Received readHead(InputStream in) throws IOException {
			String line = line(in);
			if (line.isEmpty()) {
				return null;
			}
			Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
			for (String header = line(in); !header.isEmpty(); header = line(in)) {
				int colon = header.indexOf(':');
				headers.put(header.substring(0, colon).toLowerCase(Locale.ROOT), header.substring(colon + 1).strip());
			}
			return new Received(line, headers, new byte[0]);
		}

		Received readBody(InputStream in) throws IOException {
			int length = Integer.parseInt(this.headers.getOrDefault("Content-Length", "0"));
			byte[] read = in.readNBytes(length);
			if (read.length < length) {
				throw new IOException("The request is incomplete");
			}
			return new Received(this.line, this.headers, read);
		}

		private static String line(InputStream in) throws IOException {
			ByteArrayOutputStream line = new ByteArrayOutputStream();
			for (int b = in.read(); b != -1 && b != '\n'; b = in.read()) {
				if (b != '\r') {
					line.write(b);
				}
			}
			return line.toString(StandardCharsets.ISO_8859_1);
		}

		/** The token, whichever header it came in. */
		public String token() {
			return this.headers.getOrDefault("X-Postmark-Server-Token",
					this.headers.getOrDefault("X-Postmark-Account-Token", ""));
		}

		public String text() {
			return new String(this.body, StandardCharsets.UTF_8);
		}

	}

}

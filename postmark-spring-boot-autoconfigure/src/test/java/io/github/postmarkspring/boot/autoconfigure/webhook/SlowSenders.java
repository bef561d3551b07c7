package io.github.postmarkspring.boot.autoconfigure.webhook;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Many connections whose bodies come a byte at a time and never end.
 */
final class SlowSenders implements AutoCloseable {

	private final List<Socket> sockets = new ArrayList<>();

	private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();

	private final AtomicInteger rounds = new AtomicInteger();

	/** Connect, send the headers, and go on slowly until closed. */
	static SlowSenders withLength(RawHttp http, int count, String path) throws IOException {
		return new SlowSenders(http, count, head(path) + "Content-Length: 9000\r\n\r\n{");
	}

	/** The same without a length, and with a body that begins with as many bytes. */
	static SlowSenders withChunks(RawHttp http, int count, String path, int bytes) throws IOException {
		return new SlowSenders(http, count,
				head(path) + "Transfer-Encoding: chunked\r\n\r\n186A0\r\n" + " ".repeat(bytes));
	}

	private static String head(String path) {
		return "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n";
	}

	private SlowSenders(RawHttp http, int count, String head) throws IOException {
		byte[] bytes = head.getBytes(StandardCharsets.ISO_8859_1);
		for (int i = 0; i < count; i++) {
			Socket socket = http.open();
			this.sockets.add(socket);
			socket.getOutputStream().write(bytes);
		}
		this.timer.scheduleWithFixedDelay(this::dribble, 0, 200, TimeUnit.MILLISECONDS);
	}

	private void dribble() {
		for (Socket socket : this.sockets) {
			try {
				socket.getOutputStream().write(' ');
			}
			catch (IOException ex) {
				// It has been closed by the other side, as it should be.
			}
		}
		this.rounds.incrementAndGet();
	}

	/** How often each has sent a byte. */
	int rounds() {
		return this.rounds.get();
	}

	/** How many connections the other side has ended. */
	int ended() throws IOException {
		int ended = 0;
		for (Socket socket : this.sockets) {
			ended += isEnded(socket) ? 1 : 0;
		}
		return ended;
	}

	private static boolean isEnded(Socket socket) throws IOException {
		socket.setSoTimeout(1);
		try {
			int read = 0;
			while (read >= 0) {
				read = socket.getInputStream().read(new byte[1024]);
			}
			return true;
		}
		catch (SocketTimeoutException ex) {
			return false;
		}
		catch (IOException ex) {
			return true;
		}
	}

	@Override
	public void close() throws IOException {
		this.timer.shutdownNow();
		for (Socket socket : this.sockets) {
			socket.close();
		}
	}

}

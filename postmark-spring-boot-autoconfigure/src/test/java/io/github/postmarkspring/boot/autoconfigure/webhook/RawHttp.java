package io.github.postmarkspring.boot.autoconfigure.webhook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Sends exactly the bytes it is told, and reads what comes back until the connection
 * ends.
 */
final class RawHttp {

	private final int port;

	RawHttp(int port) {
		this.port = port;
	}

	/** Post an event as Postmark does, with further header lines. */
	Reply post(String path, String body, String... headers) throws IOException {
		byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
		StringBuilder head = new StringBuilder("POST " + path + " HTTP/1.1\r\nHost: localhost\r\n"
				+ "User-Agent: Postmark\r\nContent-Type: application/json\r\nContent-Length: " + bytes.length
				+ "\r\nConnection: close\r\n");
		for (String header : headers) {
			head.append(header).append("\r\n");
		}
		return send(join(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1), bytes));
	}

	Reply send(String request) throws IOException {
		return send(request.getBytes(StandardCharsets.ISO_8859_1));
	}

	Reply send(byte[] request) throws IOException {
		try (Socket socket = open()) {
			socket.getOutputStream().write(request);
			socket.getOutputStream().flush();
			return read(socket.getInputStream());
		}
	}

	/** Say that nothing more will come, as one who goes away in the middle does. */
	Reply sendAndStop(byte[] request) throws IOException {
		try (Socket socket = open()) {
			socket.getOutputStream().write(request);
			socket.shutdownOutput();
			return read(socket.getInputStream());
		}
	}

	Socket open() throws IOException {
		Socket socket = new Socket(InetAddress.getLoopbackAddress(), this.port);
		socket.setSoTimeout(60_000);
		return socket;
	}

	static Reply read(InputStream in) throws IOException {
		ByteArrayOutputStream all = new ByteArrayOutputStream();
		try {
			in.transferTo(all);
		}
		catch (IOException ex) {
			// What came before the connection was cut counts.
			if (all.size() == 0) {
				throw ex;
			}
		}
		return new Reply(all.toString(StandardCharsets.ISO_8859_1));
	}

	static byte[] join(byte[] first, byte[] second) {
		byte[] both = new byte[first.length + second.length];
		System.arraycopy(first, 0, both, 0, first.length);
		System.arraycopy(second, 0, both, first.length, second.length);
		return both;
	}

	static String basic(String credentials) {
		return "Authorization: Basic "
				+ Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * All that came back.
	 *
	 * @param text the bytes as text
	 */
	record Reply(String text) {

		int status() {
			return Integer.parseInt(this.text.substring(9, 12));
		}

		/** Without what differs from one moment to the next. */
		String withoutDate() {
			return this.text.replaceAll("(?m)^Date: .*\r\n", "");
		}

	}

}

package io.github.postmarkspring.emulator.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * A socket, for requests that no HTTP client would send.
 */
final class RawConnection implements AutoCloseable {

	private final Socket socket;

	RawConnection(int port) throws IOException {
		this.socket = new Socket("localhost", port);
		this.socket.setTcpNoDelay(true);
		this.socket.setSoTimeout(30_000);
	}

	void send(String text) throws IOException {
		send(text.getBytes(StandardCharsets.UTF_8));
	}

	void send(byte[] bytes) throws IOException {
		this.socket.getOutputStream().write(bytes);
		this.socket.getOutputStream().flush();
	}

	void endOfRequest() throws IOException {
		this.socket.shutdownOutput();
	}

	/**
	 * Reads one answer that has a Content-Length, or what there is until the end.
	 */
	String answer() throws IOException {
		InputStream in = this.socket.getInputStream();
		ByteArrayOutputStream head = new ByteArrayOutputStream();
		while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
			int next = in.read();
			if (next < 0) {
				return head.toString(StandardCharsets.UTF_8);
			}
			head.write(next);
		}
		String headers = head.toString(StandardCharsets.ISO_8859_1);
		int length = 0;
		for (String line : headers.split("\r\n")) {
			if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
				length = Integer.parseInt(line.substring(15).trim());
			}
		}
		return headers + new String(in.readNBytes(length), StandardCharsets.UTF_8);
	}

	/**
	 * Reads until the connection is at its end.
	 */
	Heard rest() throws IOException {
		ByteArrayOutputStream text = new ByteArrayOutputStream();
		boolean reset = false;
		try {
			int next;
			while ((next = this.socket.getInputStream().read()) >= 0) {
				text.write(next);
			}
		}
		catch (SocketException ex) {
			reset = true;
		}
		return new Heard(text.toString(StandardCharsets.UTF_8), reset);
	}

	boolean isAtEnd() throws IOException {
		try {
			return this.socket.getInputStream().read() < 0;
		}
		catch (SocketException ex) {
			return true;
		}
	}

	@Override
	public void close() throws IOException {
		this.socket.close();
	}

	/**
	 * What came, and whether a reset or the end of the stream was the end of it.
	 */
	record Heard(String text, boolean reset) {

	}

}

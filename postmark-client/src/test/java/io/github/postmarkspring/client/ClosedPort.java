package io.github.postmarkspring.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;

/**
 * A port of the loopback interface that refuses connections. It is taken, so that nobody
 * else comes to listen on it, as somebody may on a port that was only closed.
 */
public final class ClosedPort implements AutoCloseable {

	private final Socket holder = new Socket();

	public ClosedPort() {
		try {
			this.holder.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	public int port() {
		return this.holder.getLocalPort();
	}

	public URI baseUrl() {
		return URI.create("http://127.0.0.1:" + port());
	}

	@Override
	public void close() {
		try {
			this.holder.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}

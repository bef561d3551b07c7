package io.github.postmarkspring.stores;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/**
 * Takes connections on a port, and resets each at once.
 */
final class ResettingListener implements AutoCloseable {

	private final ServerSocket listener;

	private final Runnable observer;

	ResettingListener(int port, Runnable observer) throws IOException {
		this.listener = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
		this.observer = observer;
		Thread thread = new Thread(this::reset, "resetting-listener");
		thread.setDaemon(true);
		thread.start();
	}

	private void reset() {
		while (!this.listener.isClosed()) {
			try (Socket connection = this.listener.accept()) {
				this.observer.run();
				connection.setSoLinger(true, 0);
			}
			catch (IOException ex) {
				// The next one, if it was not closed.
			}
		}
	}

	@Override
	public void close() {
		try {
			this.listener.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}

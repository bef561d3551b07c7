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

	private final Thread acceptor;

	ResettingListener(int port, Runnable observer) throws IOException {
		this.listener = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
		this.observer = observer;
		this.acceptor = new Thread(this::reset, "resetting-listener");
		this.acceptor.setDaemon(true);
		this.acceptor.start();
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
			// It still takes a connection that comes before its thread has noticed.
			this.acceptor.join();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}

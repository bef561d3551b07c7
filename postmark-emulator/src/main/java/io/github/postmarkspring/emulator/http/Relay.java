package io.github.postmarkspring.emulator.http;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.util.CustomizableThreadCreator;

/**
 * Passes bytes to and from the HTTP server, for one reason: it can reset a connection,
 * for which the JDK's server gives no handle.
 */
final class Relay implements AutoCloseable {

	private final Map<Integer, Link> links = new ConcurrentHashMap<>();

	private final ServerSocket entrance;

	private final CustomizableThreadCreator threads;

	private final InetSocketAddress server;

	private Relay(ServerSocket entrance, InetSocketAddress server) {
		this.entrance = entrance;
		this.server = server;
		this.threads = new CustomizableThreadCreator("postmark-emulator-" + entrance.getLocalPort() + "-relay-");
		this.threads.setDaemon(true);
	}

	/**
	 * Takes a port of the loopback address and begins to pass on what comes in.
	 */
	static Relay open(InetSocketAddress address, int backlog, InetSocketAddress server) throws IOException {
		Relay relay = new Relay(new ServerSocket(address.getPort(), backlog, address.getAddress()), server);
		relay.start(relay::accept);
		return relay;
	}

	InetAddress address() {
		return this.entrance.getInetAddress();
	}

	int port() {
		return this.entrance.getLocalPort();
	}

	/**
	 * Has a connection reset as soon as the server closes it, when everything the server
	 * wrote has been passed on.
	 * @param serversPeer the address the server sees as the client's
	 */
	void resetAtEnd(InetSocketAddress serversPeer) {
		Link link = this.links.get(serversPeer.getPort());
		if (link != null) {
			link.reset = true;
		}
	}

	private void accept() {
		try {
			while (true) {
				connect(this.entrance.accept());
			}
		}
		catch (IOException ex) {
			// Closed.
		}
	}

	private void connect(Socket client) {
		Socket server = new Socket();
		try {
			client.setTcpNoDelay(true);
			server.setTcpNoDelay(true);
			server.connect(this.server);
			Link link = new Link(client, server);
			this.links.put(server.getLocalPort(), link);
			start(() -> requests(link));
			start(() -> answers(link));
			if (this.entrance.isClosed()) {
				close();
			}
		}
		catch (IOException ex) {
			close(client);
			close(server);
		}
	}

	private void requests(Link link) {
		try {
			link.client.getInputStream().transferTo(link.server.getOutputStream());
			link.server.shutdownOutput();
		}
		catch (IOException ex) {
			close(link.server);
		}
	}

	private void answers(Link link) {
		int port = link.server.getLocalPort();
		try {
			link.server.getInputStream().transferTo(link.client.getOutputStream());
		}
		catch (IOException ex) {
			// One of them has gone, and so must the other.
		}
		try {
			if (link.reset) {
				// No time to linger makes the system reset the connection.
				link.client.setSoLinger(true, 0);
			}
		}
		catch (IOException ex) {
			// The client has gone.
		}
		close(link.client);
		close(link.server);
		this.links.remove(port, link);
	}

	private void start(Runnable task) {
		this.threads.createThread(task).start();
	}

	@Override
	public void close() {
		close(this.entrance);
		this.links.values().forEach((link) -> {
			close(link.client);
			close(link.server);
		});
	}

	private static void close(Closeable socket) {
		try {
			socket.close();
		}
		catch (IOException ex) {
			// It is of no use any more.
		}
	}

	private static final class Link {

		private final Socket client;

		private final Socket server;

		private volatile boolean reset;

		Link(Socket client, Socket server) {
			this.client = client;
			this.server = server;
		}

	}

}

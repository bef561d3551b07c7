package io.github.postmarkspring.boot.autoconfigure;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.github.postmarkspring.client.StubPostmark.Received;

/**
 * A proxy for tunnels, all of which end at one port of this machine, whatever host is
 * asked for.
 */
final class ConnectProxy implements AutoCloseable {

	private final ServerSocket serverSocket;

	private final int target;

	private final List<Received> received = new CopyOnWriteArrayList<>();

	private final List<Socket> sockets = new CopyOnWriteArrayList<>();

	private volatile String credentials;

	private volatile String refusal;

	ConnectProxy(int target) throws IOException {
		this.target = target;
		this.serverSocket = new ServerSocket(0, 100, InetAddress.getByName("127.0.0.1"));
		daemon(this::accept);
	}

	int port() {
		return this.serverSocket.getLocalPort();
	}

	/** Ask for these, and let nobody through who does not have them. */
	void require(String username, String password) {
		this.credentials = "Basic "
				+ Base64.getEncoder().encodeToString((username + ":" + password).getBytes(StandardCharsets.UTF_8));
	}

	/** Let nobody through, whoever it is. */
	void refuse(String status) {
		this.refusal = status;
	}

	List<Received> received() {
		return this.received;
	}

	private void accept() throws IOException {
		while (true) {
			Socket socket = this.serverSocket.accept();
			daemon(() -> serve(socket));
		}
	}

	private void serve(Socket client) throws IOException {
		this.sockets.add(client);
		try (client) {
			InputStream in = new BufferedInputStream(client.getInputStream());
			for (Received request = Received.readHead(in); request != null; request = Received.readHead(in)) {
				this.received.add(request);
				if (this.refusal != null) {
					answer(client, "HTTP/1.1 " + this.refusal
							+ "\r\nContent-Type: text/html\r\nContent-Length: 9\r\n\r\n<p>No</p>");
					continue;
				}
				if (this.credentials == null || this.credentials.equals(request.headers().get("Proxy-Authorization"))) {
					tunnel(client, in);
					return;
				}
				answer(client, "HTTP/1.1 407 Proxy Authentication Required\r\n"
						+ "Proxy-Authenticate: Basic realm=\"proxy\"\r\nContent-Length: 0\r\n\r\n");
			}
		}
	}

	private void tunnel(Socket client, InputStream in) throws IOException {
		try (Socket server = new Socket(InetAddress.getByName("127.0.0.1"), this.target)) {
			this.sockets.add(server);
			answer(client, "HTTP/1.1 200 Connection established\r\n\r\n");
			daemon(() -> {
				server.getInputStream().transferTo(client.getOutputStream());
				client.close();
			});
			in.transferTo(server.getOutputStream());
		}
	}

	private static void answer(Socket client, String answer) throws IOException {
		client.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
	}

	private static void daemon(Task task) {
		Thread thread = new Thread(() -> {
			try {
				task.run();
			}
			catch (IOException ex) {
				// one end is gone
			}
		}, "connect-proxy");
		thread.setDaemon(true);
		thread.start();
	}

	@Override
	public void close() {
		try {
			this.serverSocket.close();
			for (Socket socket : this.sockets) {
				socket.close();
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private interface Task {

		void run() throws IOException;

	}

}

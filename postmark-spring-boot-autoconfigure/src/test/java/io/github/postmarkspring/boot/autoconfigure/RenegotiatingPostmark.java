package io.github.postmarkspring.boot.autoconfigure;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;

import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

import io.github.postmarkspring.client.StubPostmark;

/**
 * Takes a mail, and then wants another handshake, which it ends.
 */
final class RenegotiatingPostmark implements AutoCloseable {

	private final AtomicInteger accepted = new AtomicInteger();

	private final Ending ending;

	private final SSLSocketFactory sockets;

	private final ServerSocket server;

	private volatile Socket connection;

	private volatile boolean taken;

	RenegotiatingPostmark(Certificates certificates, Ending ending) throws Exception {
		this.ending = ending;
		this.sockets = certificates.serving(this::certificate).getSocketFactory();
		this.server = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
		Thread acceptor = new Thread(this::accept);
		acceptor.setDaemon(true);
		acceptor.start();
	}

	int port() {
		return this.server.getLocalPort();
	}

	/** How many mails it has taken. */
	int accepted() {
		return this.accepted.get();
	}

	private void accept() {
		while (!this.server.isClosed()) {
			try (Socket plain = this.server.accept();
					SSLSocket socket = (SSLSocket) this.sockets.createSocket(plain, null, true)) {
				this.connection = plain;
				this.taken = false;
				// A later version has no second handshake.
				socket.setEnabledProtocols(new String[] { "TLSv1.2" });
				InputStream in = socket.getInputStream();
				StubPostmark.Received head = StubPostmark.Received.readHead(in);
				in.readNBytes(Integer.parseInt(head.headers().get("Content-Length")));
				this.accepted.incrementAndGet();
				this.taken = true;
				socket.setNeedClientAuth(true);
				socket.startHandshake();
				in.read();
			}
			catch (IOException ex) {
				// The client has no certificate, the connection is closed, or the test is
				// over.
			}
		}
	}

	/** Asked in the midst of each handshake. */
	private String certificate() {
		if (this.taken && this.ending == Ending.CLOSE) {
			try {
				this.connection.close();
			}
			catch (IOException ex) {
				// It is closed.
			}
		}
		return (this.taken && this.ending == Ending.CERTIFICATE) ? Certificates.EXPIRED : Certificates.VALID;
	}

	@Override
	public void close() throws IOException {
		this.server.close();
	}

	/** How it ends the second handshake. */
	enum Ending {

		/** It says why: the client has no certificate. */
		ALERT,

		/** It closes the connection without a word. */
		CLOSE,

		/** It shows another certificate, which the client refuses. */
		CERTIFICATE

	}

}

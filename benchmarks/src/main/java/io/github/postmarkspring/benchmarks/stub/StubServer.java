package io.github.postmarkspring.benchmarks.stub;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import tools.jackson.databind.json.JsonMapper;

/**
 * Plays Postmark in a JVM of its own, with a thread for each connection. One port answers
 * at once, one after 20 ms as if it were far away, and one accepts a mail now and then
 * without answering. It tells on its standard output what it counted, when a line with a
 * token comes on its standard input.
 */
public final class StubServer implements AutoCloseable {

	private static final Duration DISTANCE = Duration.ofMillis(20);

	/** Every so many requests the answer is lost. */
	private static final int LOST = 500;

	private final Tallies tallies = new Tallies();

	private final List<ServerSocket> sockets = new ArrayList<>();

	/**
	 * Start listening.
	 * @return where
	 * @throws IOException if there is no port
	 */
	public Ports start() throws IOException {
		return new Ports(listen(new Manners(Duration.ZERO, 0)), listen(new Manners(DISTANCE, 0)),
				listen(new Manners(Duration.ZERO, LOST)));
	}

	private int listen(Manners manners) throws IOException {
		ServerSocket server = new ServerSocket(0, 256, InetAddress.getLoopbackAddress());
		this.sockets.add(server);
		daemon(() -> accept(server, manners)).start();
		return server.getLocalPort();
	}

	private void accept(ServerSocket server, Manners manners) {
		try {
			while (true) {
				Socket socket = server.accept();
				socket.setTcpNoDelay(true);
				daemon(new StubConnection(socket, manners, this.tallies)).start();
			}
		}
		catch (IOException ex) {
			if (!server.isClosed()) {
				throw new UncheckedIOException(ex);
			}
		}
	}

	private static Thread daemon(Runnable task) {
		Thread thread = new Thread(task);
		thread.setDaemon(true);
		return thread;
	}

	/**
	 * Return what came with a token.
	 * @param token the token
	 * @return the counts
	 */
	public Tally tally(String token) {
		return this.tallies.of(token).tally();
	}

	@Override
	public void close() throws IOException {
		for (ServerSocket socket : this.sockets) {
			socket.close();
		}
	}

	public static void main(String[] args) throws IOException {
		JsonMapper json = JsonMapper.shared();
		try (StubServer server = new StubServer();
				BufferedReader in = new BufferedReader(new InputStreamReader(System.in))) {
			System.out.println(json.writeValueAsString(server.start()));
			for (String token = in.readLine(); token != null; token = in.readLine()) {
				System.out.println(json.writeValueAsString(server.tally(token)));
			}
		}
	}

	/**
	 * Where the server listens.
	 *
	 * @param near answers at once
	 * @param far answers after 20 ms
	 * @param lossy answers at once, but not always
	 */
	public record Ports(int near, int far, int lossy) {

	}

	/**
	 * How a port answers.
	 *
	 * @param delay when
	 * @param lost every so many requests there is no answer; 0 for never
	 */
	record Manners(Duration delay, int lost) {

	}

}

package io.github.postmarkspring.integration;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.util.FileSystemUtils;

/**
 * A real PostgreSQL on the loopback address, in a directory of its own that goes with it.
 * PostgreSQL does not run as root: there it runs as {@code nobody}, for which
 * {@code setpriv} of util-linux is needed.
 */
public final class PostgresServer implements AutoCloseable {

	public static final String USER = "postgres";

	private static final int NOBODY = 65534;

	private final AtomicInteger databases = new AtomicInteger();

	private final String password = UUID.randomUUID().toString();

	private final Path directory;

	private final boolean root;

	private final int port;

	private PostgresServer(Path directory) throws IOException {
		this.directory = directory;
		this.root = Files.getAttribute(directory, "unix:uid").equals(0);
		this.port = freePort();
	}

	/**
	 * Return the one that the tests of this JVM share. It ends with the JVM.
	 */
	public static PostgresServer shared() {
		return Shared.SERVER;
	}

	public static PostgresServer start() {
		try {
			PostgresServer server = new PostgresServer(Files.createTempDirectory("postgres-server"));
			server.startUp();
			return server;
		}
		catch (IOException ex) {
			throw new IllegalStateException("PostgreSQL did not start", ex);
		}
	}

	private void startUp() throws IOException {
		Path password = Files.writeString(this.directory.resolve("password"), this.password);
		extract();
		if (this.root) {
			Files.setAttribute(this.directory, "unix:uid", NOBODY);
			Files.setAttribute(password, "unix:uid", NOBODY);
		}
		run("initdb", "--username=" + USER, "--pwfile=" + password, "--auth=scram-sha-256", "--encoding=UTF8",
				"--no-locale", "--no-sync");
		run("pg_ctl", "start", "--wait", "--log=" + this.directory.resolve("log"), "--options=-p " + this.port
				+ " -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off -c max_connections=50");
	}

	public Path directory() {
		return this.directory;
	}

	public String password() {
		return this.password;
	}

	/**
	 * Create an empty database.
	 * @return its JDBC URL
	 */
	public String newDatabase() {
		String name = "test" + this.databases.incrementAndGet();
		try (Connection connection = DriverManager.getConnection(url("postgres"), USER, this.password);
				Statement statement = connection.createStatement()) {
			statement.execute("CREATE DATABASE " + name);
			return url(name);
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private String url(String database) {
		return "jdbc:postgresql://127.0.0.1:" + this.port + "/" + database;
	}

	private void run(String program, String... arguments) throws IOException {
		List<String> command = new ArrayList<>();
		if (this.root) {
			command.addAll(List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"));
		}
		command.addAll(List.of(this.directory.resolve("bin").resolve(program).toString(),
				"--pgdata=" + this.directory.resolve("data")));
		command.addAll(List.of(arguments));
		Path output = Files.createTempFile("postgres-server", ".txt");
		try {
			// Not a pipe: the server would inherit it, and it would never end.
			Process process = new ProcessBuilder(command).directory(this.directory.toFile())
				.redirectErrorStream(true)
				.redirectOutput(output.toFile())
				.start();
			if (process.waitFor() != 0) {
				throw new IOException(program + " failed: " + Files.readString(output));
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IOException(ex);
		}
		finally {
			Files.delete(output);
		}
	}

	private void extract() throws IOException {
		try (InputStream archive = new PathMatchingResourcePatternResolver()
			.getResources("classpath*:postgres-*.txz")[0].getInputStream();
				TarArchiveInputStream tar = new TarArchiveInputStream(new XZCompressorInputStream(archive),
						StandardCharsets.UTF_8.name())) {
			for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
				Path path = this.directory.resolve(entry.getName());
				if (entry.isDirectory()) {
					Files.createDirectories(path);
				}
				else {
					extract(tar, entry, path);
				}
			}
		}
		try (Stream<Path> programs = Files.list(this.directory.resolve("bin"))) {
			for (Path program : programs.toList()) {
				Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
			}
		}
	}

	private static void extract(TarArchiveInputStream tar, TarArchiveEntry entry, Path path) throws IOException {
		Files.createDirectories(path.getParent());
		if (entry.isSymbolicLink()) {
			Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
		}
		else {
			Files.copy(tar, path);
		}
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
	}

	@Override
	public void close() {
		try {
			run("pg_ctl", "stop", "--wait", "--mode=fast");
			FileSystemUtils.deleteRecursively(this.directory);
		}
		catch (IOException ex) {
			throw new IllegalStateException("PostgreSQL did not stop", ex);
		}
	}

	private static final class Shared {

		private static final PostgresServer SERVER = start();

		static {
			Runtime.getRuntime().addShutdownHook(new Thread(SERVER::close));
		}

	}

}

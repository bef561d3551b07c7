package io.github.postmarkspring.emulator.standalone;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

import io.github.postmarkspring.emulator.PostmarkEmulator;
import io.github.postmarkspring.emulator.seed.Seed;
import org.jspecify.annotations.Nullable;

/**
 * What the command line asks for.
 *
 * @param port the port, or 0 for a free one
 * @param address the address to listen on
 * @param hostNames further names it answers to
 * @param serverToken the server token
 * @param accountToken the account token
 * @param seed what there is from the beginning
 */
record Settings(int port, InetAddress address, List<String> hostNames, String serverToken, String accountToken,
		@Nullable String seed) {

	/**
	 * The tokens if none are given: nobody would want to look them up.
	 */
	static final String SERVER_TOKEN = "local";

	static final String ACCOUNT_TOKEN = "local-account";

	private static final int PORT = 8025;

	/**
	 * Reads the values, and the seed that is named.
	 * @throws UsageException if one cannot be used
	 */
	static Settings of(Arguments arguments) {
		String port = arguments.value("--port");
		String bind = arguments.value("--bind");
		String seed = arguments.value("--seed");
		return new Settings((port != null) ? port(port) : PORT,
				(bind != null) ? address(bind) : InetAddress.getLoopbackAddress(), arguments.all("--host-name"),
				arguments.value("--server-token", SERVER_TOKEN), arguments.value("--account-token", ACCOUNT_TOKEN),
				(seed != null) ? read(seed) : null);
	}

	/**
	 * Returns an emulator that can be started.
	 * @throws UsageException if a token or a host name cannot be used
	 */
	PostmarkEmulator.Builder builder() {
		try {
			PostmarkEmulator.Builder builder = PostmarkEmulator.builder()
				.port(this.port)
				.address(this.address)
				.hostNames(this.hostNames.toArray(String[]::new))
				.serverToken(this.serverToken)
				.accountToken(this.accountToken);
			return (this.seed != null) ? builder.seed(this.seed) : builder;
		}
		catch (IllegalArgumentException ex) {
			throw new UsageException(String.valueOf(ex.getMessage()));
		}
	}

	private static int port(String text) {
		int port = text.matches("\\d{1,5}") ? Integer.parseInt(text) : -1;
		if (port < 0 || port > 65535) {
			throw new UsageException("--port must be between 0 and 65535, where 0 is any that is free");
		}
		return port;
	}

	private static InetAddress address(String text) {
		try {
			return InetAddress.getByName(text);
		}
		catch (UnknownHostException ex) {
			throw new UsageException("--bind must be an address of this machine, such as 127.0.0.1 or 0.0.0.0");
		}
	}

	private static String read(String file) {
		try (InputStream in = Files.newInputStream(Path.of(file))) {
			// One byte more than is allowed is refused later.
			byte[] bytes = in.readNBytes(Seed.MAX_BYTES + 1);
			return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
		}
		catch (CharacterCodingException ex) {
			throw new UsageException("the seed " + file + " is not in UTF-8, or larger than 10 MB");
		}
		catch (IOException | InvalidPathException ex) {
			throw new UsageException("the seed " + file + " cannot be read: " + ex.getClass().getSimpleName());
		}
	}

	/**
	 * Shows neither the tokens nor the seed.
	 */
	@Override
	public String toString() {
		return "Settings[" + this.address + ":" + this.port + "]";
	}

}

package io.github.postmarkspring.integration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A program in a JVM of its own, which can be killed as {@code kill -9} does.
 */
public final class ChildProcess implements AutoCloseable {

	private final Process process;

	private final Path output;

	private ChildProcess(Process process, Path output) {
		this.process = process;
		this.output = output;
	}

	public static ChildProcess start(Class<?> program, String... arguments) {
		try {
			Path output = Files.createTempFile("child-process", ".txt");
			List<String> command = new ArrayList<>(List.of(
					Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
					"-cp", System.getProperty("java.class.path"), program.getName()));
			command.addAll(List.of(arguments));
			return new ChildProcess(
					new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile()).start(),
					output);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	public boolean isAlive() {
		return this.process.isAlive();
	}

	/** Wait until it ends by itself, and return its exit code. */
	public int await() {
		try {
			if (!this.process.waitFor(3, TimeUnit.MINUTES)) {
				throw new IllegalStateException("It does not end: " + output());
			}
			return this.process.exitValue();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	public void kill() {
		this.process.destroyForcibly();
		await();
	}

	public String output() {
		try {
			return Files.readString(this.output);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public void close() {
		kill();
		try {
			Files.delete(this.output);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

}

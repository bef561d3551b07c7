package io.github.postmarkspring.benchmarks.jvm;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;

import tools.jackson.databind.json.JsonMapper;

/**
 * Another JVM, which answers each line with a line. It ends with its standard input, so
 * also when this one is killed.
 */
public final class Child implements AutoCloseable {

	private final Process process;

	private final BufferedWriter out;

	private final BufferedReader in;

	private Child(Process process) {
		this.process = process;
		this.out = new BufferedWriter(new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
		this.in = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
	}

	/**
	 * Start one.
	 * @param jvm options, and before them what starts {@code java}, if anything does
	 * @param main the class to run
	 * @param arguments its arguments
	 * @return the process
	 * @throws IOException if it cannot be started
	 */
	public static Child start(Jvm jvm, Class<?> main, Object... arguments) throws IOException {
		return new Child(jvm.builder(main, arguments).redirectError(ProcessBuilder.Redirect.INHERIT).start());
	}

	/**
	 * Read a line that came of itself.
	 * @param <T> what it is
	 * @param type what it is
	 * @return what it says
	 * @throws IOException if the process has ended
	 */
	public <T> T read(Class<T> type) throws IOException {
		String line = this.in.readLine();
		if (line == null) {
			throw new IOException("A JVM of the benchmark has ended early, its output above says why");
		}
		return JsonMapper.shared().readValue(line, type);
	}

	/**
	 * Ask for an answer.
	 * @param <T> what it is
	 * @param question the line to send, as JSON unless it is text
	 * @param type what the answer is
	 * @return the answer
	 * @throws IOException if the process has ended
	 */
	public <T> T ask(Object question, Class<T> type) throws IOException {
		this.out.write((question instanceof String text) ? text : JsonMapper.shared().writeValueAsString(question));
		this.out.newLine();
		this.out.flush();
		return read(type);
	}

	@Override
	public void close() throws IOException {
		this.out.close();
		try {
			this.process.waitFor();
		}
		catch (InterruptedException ex) {
			this.process.destroyForcibly();
			Thread.currentThread().interrupt();
		}
	}

}

package io.github.postmarkspring.benchmarks.jvm;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How a JVM is started.
 *
 * @param before what starts it, such as a program that pins it to a core
 * @param options its options
 * @param classPath its class path
 */
public record Jvm(List<String> before, List<String> options, String classPath) {

	/**
	 * Start it as this one was.
	 * @param options its options
	 * @return the JVM
	 */
	public static Jvm of(String... options) {
		return new Jvm(List.of(), List.of(options), System.getProperty("java.class.path"));
	}

	/**
	 * Pin it to the first core.
	 * @param pinned whether to
	 * @return the JVM
	 */
	public Jvm pinned(boolean pinned) {
		return pinned ? new Jvm(List.of("taskset", "-c", "0"), this.options, this.classPath) : this;
	}

	/**
	 * Give it another class path.
	 * @param entries the entries
	 * @return the JVM
	 */
	public Jvm classPath(List<String> entries) {
		return new Jvm(this.before, this.options, String.join(File.pathSeparator, entries));
	}

	/**
	 * Prepare to start it.
	 * @param main the class to run
	 * @param arguments its arguments
	 * @return the builder
	 */
	public ProcessBuilder builder(Class<?> main, Object... arguments) {
		List<String> command = new ArrayList<>(this.before);
		command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
		command.addAll(this.options);
		command.addAll(List.of("-cp", this.classPath, main.getName()));
		for (Object argument : arguments) {
			command.add(argument.toString());
		}
		return new ProcessBuilder(command);
	}

}

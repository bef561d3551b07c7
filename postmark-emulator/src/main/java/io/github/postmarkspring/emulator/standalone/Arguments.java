package io.github.postmarkspring.emulator.standalone;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * The command line: {@code --name value} and {@code --name=value}.
 */
final class Arguments {

	private static final Set<String> FLAGS = Set.of("--help", "--version");

	private static final Set<String> REPEATED = Set.of("--host-name");

	private static final Set<String> OTHERS = Set.of("--port", "--bind", "--server-token", "--account-token", "--seed");

	private final Map<String, List<String>> values = new HashMap<>();

	private Arguments() {
	}

	/**
	 * Reads the command line.
	 * @throws UsageException if there is an unknown option, or one without its value
	 */
	static Arguments parse(String... args) {
		Arguments arguments = new Arguments();
		Deque<String> rest = new ArrayDeque<>(List.of(args));
		while (!rest.isEmpty()) {
			arguments.take(rest.pop(), rest);
		}
		return arguments;
	}

	private void take(String argument, Deque<String> rest) {
		int equals = argument.indexOf('=');
		String given = (equals < 0) ? argument : argument.substring(0, equals);
		String name = given.equals("--address") ? "--bind" : given;
		if (FLAGS.contains(name) && equals < 0) {
			this.values.put(name, List.of());
			return;
		}
		if (!OTHERS.contains(name) && !REPEATED.contains(name)) {
			throw new UsageException("unknown option '" + given + "', --help lists those there are");
		}
		String value = (equals < 0) ? rest.poll() : argument.substring(equals + 1);
		if (value == null || value.isEmpty()) {
			throw new UsageException("the option " + given + " needs a value");
		}
		List<String> sameName = this.values.computeIfAbsent(name, (key) -> new ArrayList<>());
		sameName.add(value);
		if (sameName.size() > 1 && !REPEATED.contains(name)) {
			throw new UsageException("the option " + given + " is given twice");
		}
	}

	boolean has(String name) {
		return this.values.containsKey(name);
	}

	@Nullable String value(String name) {
		List<String> found = all(name);
		return found.isEmpty() ? null : found.get(0);
	}

	String value(String name, String otherwise) {
		String value = value(name);
		return (value != null) ? value : otherwise;
	}

	List<String> all(String name) {
		return this.values.getOrDefault(name, List.of());
	}

}

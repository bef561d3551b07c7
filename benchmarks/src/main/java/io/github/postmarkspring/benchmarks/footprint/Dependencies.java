package io.github.postmarkspring.benchmarks.footprint;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the dependencies of this module bring along, as Maven resolves them.
 */
public final class Dependencies {

	private final Map<String, Set<String>> children = new HashMap<>();

	private final List<Path> classPath = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
		.map(Path::of)
		.toList();

	/**
	 * Read the tree that the build has written.
	 */
	public Dependencies() {
		try (InputStream in = Dependencies.class.getResourceAsStream("/dependencies.json")) {
			collect(JsonMapper.shared().readTree(in));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** A dependency's own dependencies stand at one of its places in the tree only. */
	private void collect(JsonNode node) {
		Set<String> ids = this.children.computeIfAbsent(id(node), (id) -> new LinkedHashSet<>());
		node.path("children")
			.valueStream()
			.filter((child) -> !child.path("scope").asString().equals("test"))
			.forEach((child) -> {
				ids.add(id(child));
				collect(child);
			});
	}

	private static String id(JsonNode node) {
		return node.path("groupId").asString() + ":" + node.path("artifactId").asString();
	}

	/**
	 * Return an artifact with all that it needs.
	 * @param id the artifact, as {@code groupId:artifactId}
	 * @return their ids
	 */
	public Set<String> closure(String id) {
		if (!this.children.containsKey(id)) {
			throw new IllegalArgumentException(id + " is no dependency");
		}
		Set<String> closure = new TreeSet<>();
		addClosure(id, closure);
		return closure;
	}

	private void addClosure(String id, Set<String> closure) {
		if (closure.add(id)) {
			this.children.getOrDefault(id, Set.of()).forEach((child) -> addClosure(child, closure));
		}
	}

	/**
	 * Return where an artifact is.
	 * @param id the artifact
	 * @return its jar, or the folder of classes of a module of this build
	 */
	public Path entry(String id) {
		String artifact = id.substring(id.indexOf(':') + 1);
		return this.classPath.stream()
			.filter((path) -> path.getFileName().toString().matches(artifact + "-\\d.*\\.jar")
					|| path.endsWith(Path.of(artifact, "target", "classes")))
			.findFirst()
			.orElseThrow(() -> new IllegalStateException(id + " is not on the class path"));
	}

}

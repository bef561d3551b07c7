package io.github.postmarkspring.starter;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the starter brings to a Boot web application that the application did not have, as
 * Maven resolves it.
 */
class FootprintTests {

	private static final String WEB = "org.springframework.boot:spring-boot-starter-webmvc";

	/**
	 * 800 kB was the aim. Boot's two modules are 189 kB, and 87 operations with the types
	 * of their answers are most of the rest.
	 */
	private static final long MAX_BYTES = 1_085_000;

	private final Map<String, Set<String>> dependencies = new HashMap<>();

	private final Set<String> added = new TreeSet<>();

	@BeforeEach
	void readTree() throws IOException {
		JsonNode starter;
		try (InputStream in = getClass().getResourceAsStream("/dependencies.json")) {
			starter = JsonMapper.shared().readTree(in);
		}
		collect(starter);
		starter.path("children")
			.valueStream()
			.filter((child) -> !"test".equals(child.path("scope").asString()))
			.forEach((child) -> this.added.addAll(closure(id(child))));
		this.added.removeAll(closure(WEB));
		this.added.add(id(starter));
	}

	@Test
	void fiveJarsAreAddedToAWebApplicationAndNoSecondJsonStackOrHttpClient() {
		assertThat(this.added).containsExactly("io.github.postmark-spring:postmark-client",
				"io.github.postmark-spring:postmark-spring-boot-autoconfigure",
				"io.github.postmark-spring:postmark-spring-boot-starter",
				"org.springframework.boot:spring-boot-http-client", "org.springframework.boot:spring-boot-restclient");
	}

	@Test
	void theyAreNotMuchLargerThanAMegabyteTogether() {
		List<Path> classPath = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
			.map(Path::of)
			.toList();
		long size = this.added.stream()
			.filter((id) -> !id.endsWith(":postmark-spring-boot-starter"))
			.mapToLong((id) -> size(id.substring(id.indexOf(':') + 1), classPath))
			.sum();
		assertThat(size).isBetween(200_000L, MAX_BYTES);
	}

	/**
	 * A module of this build may be a folder of classes, which is larger than its jar.
	 */
	private static long size(String artifact, List<Path> classPath) {
		Path entry = classPath.stream()
			.filter((path) -> path.getFileName().toString().startsWith(artifact + "-")
					|| path.endsWith(Path.of(artifact, "target", "classes")))
			.findFirst()
			.orElseThrow(() -> new AssertionError(artifact + " is not on the class path"));
		try (Stream<Path> files = Files.walk(entry)) {
			return files.filter(Files::isRegularFile).mapToLong((file) -> file.toFile().length()).sum();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** A dependency's own dependencies stand at one of its places in the tree only. */
	private void collect(JsonNode node) {
		Set<String> children = this.dependencies.computeIfAbsent(id(node), (id) -> new LinkedHashSet<>());
		node.path("children").valueStream().forEach((child) -> {
			children.add(id(child));
			collect(child);
		});
	}

	private Set<String> closure(String id) {
		Set<String> closure = new TreeSet<>();
		addClosure(id, closure);
		return closure;
	}

	private void addClosure(String id, Set<String> closure) {
		if (closure.add(id)) {
			this.dependencies.getOrDefault(id, Set.of()).forEach((child) -> addClosure(child, closure));
		}
	}

	private static String id(JsonNode node) {
		return node.path("groupId").asString() + ":" + node.path("artifactId").asString();
	}

}

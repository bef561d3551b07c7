package io.github.postmarkspring.benchmarks.footprint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import io.github.postmarkspring.benchmarks.report.BenchmarkFailedException;
import io.github.postmarkspring.benchmarks.report.Figure;
import io.github.postmarkspring.benchmarks.report.Result;

/**
 * P11: the jars that a Boot web application gets with each library.
 */
public final class Footprint {

	private static final String WEB = "org.springframework.boot:spring-boot-starter-webmvc";

	private static final String STARTER = "io.github.postmark-spring:postmark-spring-boot-starter";

	private static final String OFFICIAL_SDK = "com.postmarkapp:postmark";

	private static final int MAX_JARS = 6;

	private static final long MAX_BYTES = 800_000;

	private final Dependencies dependencies = new Dependencies();

	private Footprint() {
	}

	/**
	 * Measure.
	 * @return the result
	 */
	public static Result measure() {
		Footprint footprint = new Footprint();
		Set<String> starter = footprint.added(STARTER);
		long bytes = footprint.bytes(starter);
		return new Result("P11", "what is added to a Boot web application",
				List.of(footprint.line("postmark-java 1.13.0", footprint.added(OFFICIAL_SDK)),
						footprint.line("starter", starter)),
				List.of(Result.Verdict.of("starter: at most " + MAX_JARS + " jars", starter.size(), "",
						starter.size() <= MAX_JARS),
						Result.Verdict.of("starter: at most 800 kB", bytes / 1000.0, " kB", bytes <= MAX_BYTES)));
	}

	private Set<String> added(String artifact) {
		Set<String> added = new TreeSet<>(this.dependencies.closure(artifact));
		added.removeAll(this.dependencies.closure(WEB));
		return added;
	}

	private Result.Line line(String subject, Set<String> added) {
		return new Result.Line(subject, List.of(new Figure("jars", added.size(), "", null),
				new Figure("size", bytes(added) / 1000.0, "kB", null)));
	}

	private long bytes(Set<String> artifacts) {
		return artifacts.stream().map(this.dependencies::entry).mapToLong(Footprint::size).sum();
	}

	private static long size(Path entry) {
		if (Files.isDirectory(entry)) {
			throw new BenchmarkFailedException(entry + " is not packed: build as far as 'package'");
		}
		try {
			return Files.size(entry);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}

package io.github.postmarkspring.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is written down of a run.
 *
 * @param began when it began, in UTC
 * @param machine where
 * @param results what was measured
 * @param failed what gave no figures, and why
 */
public record Report(String began, Machine machine, List<Result> results, List<String> failed) {

	/**
	 * Write it as text and as JSON.
	 * @param directory where to
	 * @return the text
	 * @throws IOException if it cannot be written
	 */
	public String write(Path directory) throws IOException {
		Files.createDirectories(directory);
		Files.writeString(directory.resolve("results.md"), text());
		Files.write(directory.resolve("results.json"),
				JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build().writeValueAsBytes(this));
		return text();
	}

	private String text() {
		List<String> lines = new ArrayList<>();
		lines.add(this.began + ", " + this.machine.jdk() + ", " + this.machine.system() + ", " + this.machine.cores()
				+ " cores, " + this.machine.processor() + ", load " + this.machine.load());
		this.results.forEach((result) -> addTo(lines, result));
		this.failed.forEach((failure) -> lines.addAll(List.of("", "**No figures** " + failure)));
		lines.add("");
		return String.join("\n", lines);
	}

	private static void addTo(List<String> lines, Result result) {
		lines.addAll(List.of("", "### " + result.scenario() + ": " + result.title(), ""));
		List<Figure> columns = result.lines().get(0).figures();
		lines.add("| subject | " + String.join(" | ", columns.stream().map(Figure::name).toList()) + " |");
		lines.add("|---|" + "---|".repeat(columns.size()));
		result.lines()
			.forEach((line) -> lines.add("| " + line.subject() + " | "
					+ String.join(" | ", line.figures().stream().map(Figure::text).toList()) + " |"));
		lines.add("");
		result.verdicts()
			.forEach((verdict) -> lines
				.add("* " + verdict.goal() + ": " + verdict.measured() + (verdict.met() ? ", met" : ", **missed**")));
	}

}

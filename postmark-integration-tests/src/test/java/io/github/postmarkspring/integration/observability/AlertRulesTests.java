package io.github.postmarkspring.integration.observability;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The alert rules of the documentation tell what they shall tell, and nothing else, in
 * the eyes of Prometheus.
 */
class AlertRulesTests {

	private static final Path DOCS = Path.of("..", "docs");

	/**
	 * Needs Prometheus' {@code promtool}, from the package {@code prometheus}. It is
	 * required where {@code POSTMARK_TEST_PROMTOOL} says where it is.
	 */
	@ParameterizedTest
	@ValueSource(strings = { "prometheus-alerts-test.yml", "prometheus-alerts-weeks-test.yml" })
	void theyTellWhatTheirTestsSay(String tests) throws Exception {
		String required = System.getenv("POSTMARK_TEST_PROMTOOL");
		Path promtool = Path.of((required != null) ? required : "/usr/bin/promtool");
		if (required == null) {
			Assumptions.assumeTrue(Files.isExecutable(promtool),
					"No promtool: install the package prometheus to run this test");
		}
		Process process = new ProcessBuilder(promtool.toString(), "test", "rules", DOCS.resolve(tests).toString())
			.redirectErrorStream(true)
			.start();
		String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(process.waitFor()).as(output).isZero();
		assertThat(output).contains("SUCCESS");
	}

	@Test
	void eachOfThemIsShownToTellSomething() throws IOException {
		Matcher told = Pattern.compile("alertname=\"(\\w+)\"")
			.matcher(Files.readString(DOCS.resolve("prometheus-alerts-test.yml"))
					+ Files.readString(DOCS.resolve("prometheus-alerts-weeks-test.yml")));
		Set<String> names = told.results().map((result) -> result.group(1)).collect(Collectors.toSet());
		assertThat(names).isEqualTo(AlertRules.read(DOCS.resolve("prometheus-alerts.yml")).alerts().keySet());
	}

}

package io.github.postmarkspring.stores.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import io.github.postmarkspring.stores.RecordingPostmark;
import io.github.postmarkspring.stores.RecordingPostmark.Mail;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Variables of a process stay as they are for as long as it runs: they rotate by a
 * restart.
 */
class EnvironmentVariableTests {

	@Test
	void theTokenInAVariableIsThereAtStartAndAMailCarriesItAndTheLogDoesNot() throws Exception {
		String token = UUID.randomUUID().toString();
		try (RecordingPostmark postmark = RecordingPostmark.start()) {
			postmark.acceptOnly(token);
			String log = run(Map.of("POSTMARK_SERVER_TOKEN", token, "POSTMARK_BASE_URL", postmark.baseUrl(),
					"LOGGING_LEVEL_ROOT", "DEBUG"));
			assertThat(postmark.accepted()).extracting(Mail::token).containsExactly(token);
			assertThat(log.contains(" DEBUG ")).isTrue();
			assertThat(log.contains(token)).isFalse();
		}
	}

	private static String run(Map<String, String> variables) throws IOException, InterruptedException {
		ProcessBuilder builder = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"),
				OneMailApplication.class.getName());
		builder.environment().putAll(variables);
		Process process = builder.redirectErrorStream(true).start();
		try (InputStream output = process.getInputStream()) {
			String log = new String(output.readAllBytes(), StandardCharsets.UTF_8);
			assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
			return log;
		}
		finally {
			process.destroyForcibly();
		}
	}

}

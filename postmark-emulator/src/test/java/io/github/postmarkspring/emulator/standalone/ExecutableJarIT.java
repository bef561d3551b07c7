package io.github.postmarkspring.emulator.standalone;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.postmarkspring.emulator.PostmarkEmulator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class ExecutableJarIT {

	private static final Pattern BASE_URL = Pattern.compile("Base URL +(http://localhost:\\d+) ");

	private static final Path JAR = Path.of(System.getProperty("postmark-emulator.jar"));

	private final List<Process> processes = new ArrayList<>();

	@TempDir
	Path directory;

	@AfterEach
	void end() {
		this.processes.forEach(Process::destroyForcibly);
	}

	@Test
	void takesMailShowsItAndEndsWhenToldTo() throws Exception {
		Path seed = Files.writeString(this.directory.resolve("seed.json"),
				"""
						{ "Servers": [ { "Name": "Shop", "Templates": [
						  { "Name": "Hello", "Alias": "hello", "Subject": "Hello {{name}}", "TextBody": "Hello {{name}}" } ] } ] }""");
		Process process = start("--port", "0", "--server-token=secret", "--seed", seed.toString());
		String greeting = readGreeting(process);
		assertThat(greeting).contains("Mailbox", "Account token  local-account", "requestHost: \"localhost:")
			.doesNotContain("secret");
		String url = find(BASE_URL, greeting);
		assertThat(send(url,
				"{\"From\":\"shop@shop.example\",\"To\":\"ann@mail.example\","
						+ "\"TemplateAlias\":\"hello\",\"TemplateModel\":{\"name\":\"Ann\"}}"))
			.contains("\"Message\":\"OK\"");
		assertThat(get(url + "/mailbox/api/messages")).contains("Hello Ann");
		assertThat(get(url + "/")).contains("<html");
		// Unlike Process.destroy(), this leaves the streams open.
		process.toHandle().destroy();
		assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
		assertThat(process.errorReader().lines()).isEmpty();
	}

	@Test
	void failsWithOneLineIfAnOptionIsWrong() throws Exception {
		Process process = start("--prot", "1");
		assertThat(process.errorReader().lines())
			.containsExactly("postmark-emulator: unknown option '--prot', --help lists those there are");
		assertThat(process.waitFor()).isEqualTo(2);
		assertThat(process.inputReader().lines()).isEmpty();
	}

	@Test
	void saysThatThePortIsTaken() throws Exception {
		try (PostmarkEmulator other = PostmarkEmulator.start()) {
			Process process = start("--port=" + other.port());
			assertThat(process.errorReader().lines()).singleElement().asString().contains("port " + other.port());
			assertThat(process.waitFor()).isEqualTo(1);
		}
	}

	@Test
	void tellsItsVersion() throws Exception {
		assertThat(start("--version").inputReader().lines()).singleElement()
			.asString()
			.matches("postmark-emulator \\d+\\.\\d+.*");
	}

	@Test
	void leavesTheLibraryWithoutItsDependencies() throws IOException {
		Path library = Path.of(JAR.toString().replace("-exec.jar", ".jar"));
		assertThat(Files.size(library)).isLessThan(600_000);
		assertThat(Files.size(JAR)).isLessThan(10_000_000);
	}

	private Process start(String... args) throws IOException {
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", JAR.toString()));
		command.addAll(List.of(args));
		ProcessBuilder builder = new ProcessBuilder(command).directory(this.directory.toFile());
		// The JVM tells on stderr that it has picked it up.
		builder.environment().remove("JAVA_TOOL_OPTIONS");
		Process process = builder.start();
		this.processes.add(process);
		return process;
	}

	private static String readGreeting(Process process) throws IOException {
		BufferedReader reader = process.inputReader();
		StringBuilder text = new StringBuilder();
		String line;
		while ((line = reader.readLine()) != null && !line.contains("HTTP ")) {
			text.append(line).append('\n');
		}
		return text.toString();
	}

	private static String find(Pattern pattern, String text) {
		Matcher matcher = pattern.matcher(text);
		assertThat(matcher.find()).as(text).isTrue();
		return matcher.group(1);
	}

	private static String send(String url, String json) throws Exception {
		return exchange(HttpRequest.newBuilder(URI.create(url + "/email/withTemplate"))
			.header("X-Postmark-Server-Token", "secret")
			.header("Content-Type", "application/json")
			.POST(HttpRequest.BodyPublishers.ofString(json)));
	}

	private static String get(String url) throws Exception {
		return exchange(HttpRequest.newBuilder(URI.create(url)));
	}

	private static String exchange(HttpRequest.Builder request) throws Exception {
		return HttpClient.newHttpClient()
			.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8))
			.body();
	}

}

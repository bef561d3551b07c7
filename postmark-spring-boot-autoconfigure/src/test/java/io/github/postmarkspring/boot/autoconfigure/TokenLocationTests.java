package io.github.postmarkspring.boot.autoconfigure;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import io.github.postmarkspring.client.PostmarkAccountClient;
import io.github.postmarkspring.client.message.PostmarkSender;
import io.github.postmarkspring.emulator.PostmarkEmulator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.SystemEnvironmentPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tokens in files: {@code token-location}.
 */
@ExtendWith(OutputCaptureExtension.class)
class TokenLocationTests {

	@TempDir
	private Path directory;

	private Path file;

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(PostmarkAutoConfiguration.class))
		.withClassLoader(new FilteredClassLoader(PostmarkEmulator.class));

	@BeforeEach
	void write() throws IOException {
		this.file = Files.writeString(this.directory.resolve("token"), "s3cr3t-1\n");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "\n", "\r\n", "\n\n" })
	void lineBreaksAtTheEndOfTheFileAreCut(String end) throws IOException {
		Files.writeString(this.file, "s3cr3t-1" + end);
		this.runner.withPropertyValues("postmark.server-token-location=file:" + this.file)
			.run((context) -> assertThat(context.getBean(PostmarkConnectionDetails.class).serverToken())
				.isEqualTo("s3cr3t-1"));
	}

	@Test
	void aPathIsAFileToo() {
		this.runner.withPropertyValues("postmark.server-token-location=" + this.file)
			.run((context) -> assertThat(context.getBean(PostmarkConnectionDetails.class).serverToken())
				.isEqualTo("s3cr3t-1"));
	}

	@Test
	void soIsWhatIsOnTheClasspath() {
		this.runner
			.withPropertyValues("postmark.server-token-location=classpath:"
					+ getClass().getPackageName().replace('.', '/') + "/token.txt")
			.run((context) -> assertThat(context.getBean(PostmarkConnectionDetails.class).serverToken())
				.isEqualTo("s3cr3t-of-a-test"));
	}

	@Test
	void theLetterOfADriveIsNoKindOfLocation(CapturedOutput output) {
		assertThat(report(output, "postmark.server-token-location=C:/nonesuch"))
			.contains("The file that 'postmark.server-token-location' names cannot be read");
	}

	@Test
	void eachTokenCanComeFromAFile() {
		this.runner
			.withPropertyValues("postmark.account-token-location=" + this.file,
					"postmark.servers.news.token-location=" + this.file)
			.run((context) -> {
				assertThat(context).hasSingleBean(PostmarkAccountClient.class).hasBean("newsPostmarkSender");
				assertThat(context.getBean(PostmarkConnectionDetails.class).accountToken()).isEqualTo("s3cr3t-1");
				assertThat(context.getBean(PostmarkConnectionDetails.class).serverToken("news")).isEqualTo("s3cr3t-1");
			});
	}

	@Test
	void aFileKeepsTheEmulatorFromStarting() {
		this.runner.withClassLoader(getClass().getClassLoader())
			.withPropertyValues("postmark.server-token-location=" + this.file)
			.run((context) -> assertThat(context).hasSingleBean(PostmarkSender.class)
				.doesNotHaveBean(PostmarkEmulator.class));
	}

	@Test
	void aSecretThatKubernetesSwapsIsReadAgain() throws IOException {
		Path first = Files.createDirectory(this.directory.resolve("..1"));
		Path second = Files.createDirectory(this.directory.resolve("..2"));
		Files.writeString(first.resolve("server"), "s3cr3t-1");
		Files.writeString(second.resolve("server"), "s3cr3t-2");
		Path data = Files.createSymbolicLink(this.directory.resolve("..data"), first.getFileName());
		Path mounted = Files.createSymbolicLink(this.directory.resolve("server"), Path.of("..data", "server"));
		this.runner.withPropertyValues("postmark.server-token-location=file:" + mounted).run((context) -> {
			PostmarkConnectionDetails details = context.getBean(PostmarkConnectionDetails.class);
			assertThat(details.serverToken()).isEqualTo("s3cr3t-1");
			Path next = Files.createSymbolicLink(this.directory.resolve("..data_tmp"), second.getFileName());
			Files.move(next, data, StandardCopyOption.ATOMIC_MOVE);
			details.refused("s3cr3t-1");
			assertThat(details.serverToken()).isEqualTo("s3cr3t-2");
		});
	}

	@Test
	void aFileThatIsGoneKeepsTheToken(CapturedOutput output) {
		this.runner.withPropertyValues("postmark.server-token-location=file:" + this.file).run((context) -> {
			PostmarkConnectionDetails details = context.getBean(PostmarkConnectionDetails.class);
			Files.delete(this.file);
			details.refused("s3cr3t-1");
			assertThat(details.serverToken()).isEqualTo("s3cr3t-1");
			assertThat(output).contains("The file that 'postmark.server-token-location' names cannot be read")
				.doesNotContain("s3cr3t");
		});
	}

	@Test
	void aTokenAndAFileWithOneAreOneTooMany(CapturedOutput output) {
		assertThat(report(output, "postmark.server-token=s3cr3t", "postmark.server-token-location=" + this.file))
			.contains("Both 'postmark.server-token' and 'postmark.server-token-location' are set.")
			.doesNotContain("s3cr3t");
	}

	@Test
	void aFileThatIsNotThereIsNamed(CapturedOutput output) {
		assertThat(report(output, "postmark.server-token-location=file:" + this.directory.resolve("nonesuch")))
			.contains("The file that 'postmark.server-token-location' names cannot be read")
			.contains("nonesuch");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " " })
	void aLocationThatIsBlankIsNamed(String location, CapturedOutput output) {
		assertThat(report(output, "postmark.servers.news.token-location=" + location))
			.contains("The property 'postmark.servers.news.token-location' is set but blank.");
	}

	@Test
	void aVariableMayNameTheFileOfAServer() {
		this.runner
			.withInitializer(
					(context) -> context.getEnvironment()
						.getPropertySources()
						.addFirst(
								new SystemEnvironmentPropertySource("test-systemEnvironment",
										Map.of("POSTMARK_SERVERS_NEWS_TOKEN_LOCATION", "file:" + this.file,
												"POSTMARK_SERVER_TOKEN_LOCATION", this.file.toString()))))
			.run((context) -> {
				assertThat(context.getBean(PostmarkConnectionDetails.class).serverToken("news")).isEqualTo("s3cr3t-1");
				assertThat(context.getBean(PostmarkConnectionDetails.class).serverToken()).isEqualTo("s3cr3t-1");
			});
	}

	@Test
	void aDirectoryIsNoToken(CapturedOutput output) {
		assertThat(report(output, "postmark.servers.news.token-location=file:" + this.directory))
			.contains("The file that 'postmark.servers.news.token-location' names cannot be read");
	}

	@Test
	@DisabledOnOs(OS.WINDOWS)
	@Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = ThreadMode.SEPARATE_THREAD)
	void aPipeThatNobodyWritesToKeepsNobodyWaiting() throws Exception {
		Path pipe = this.directory.resolve("pipe");
		assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
		this.runner.withPropertyValues("postmark.server-token-location=file:" + pipe)
			.run((context) -> assertThat(context).getFailure()
				.hasMessageContaining("The file that 'postmark.server-token-location' names cannot be read"));
	}

	@Test
	void aTokenInThePlaceOfALocationIsNotShown(CapturedOutput output) {
		assertThat(report(output, "postmark.server-token-location=s3cr3t-4f48548ff48d"))
			.contains("The file that 'postmark.server-token-location' names cannot be read")
			.contains("may be a token");
		assertThat(output.getAll()).doesNotContain("s3cr3t");
	}

	@Test
	void aFileOfAMegabyteIsNoToken(CapturedOutput output) throws IOException {
		Files.write(this.file, new byte[1024 * 1024]);
		assertThat(report(output, "postmark.server-token-location=file:" + this.file))
			.contains("is larger than 4096 bytes, which no token is");
	}

	@Test
	void ofAFileThatNoMemoryHoldsTheBeginningIsRead(CapturedOutput output) throws IOException {
		try (RandomAccessFile sparse = new RandomAccessFile(this.file.toFile(), "rw")) {
			sparse.setLength(4L * 1024 * 1024 * 1024);
		}
		assertThat(report(output, "postmark.server-token-location=file:" + this.file))
			.contains("is larger than 4096 bytes, which no token is");
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "", "\n", "s3cr3t part", "s3cr3t\ns3cr3t", "s3cr3tü", "\uFEFFs3cr3t", " s3cr3t", "${s3cr3t}" })
	void whatIsNoTokenIsRefusedAndNotShown(String content, CapturedOutput output) throws IOException {
		Files.writeString(this.file, content, StandardCharsets.UTF_8);
		assertThat(report(output, "postmark.server-token-location=file:" + this.file))
			.contains("The file that 'postmark.server-token-location' names has ")
			.doesNotContain("s3cr3t");
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://vault.example/token", "vault:secret/postmark", "http://127.0.0.1:1/token" })
	void aLocationOfAnotherKindIsRefused(String location, CapturedOutput output) {
		assertThat(report(output, "postmark.server-token-location=" + location))
			.contains("The property 'postmark.server-token-location' names a location of the kind '"
					+ location.substring(0, location.indexOf(':')) + ":'");
	}

	private String report(CapturedOutput output, String... properties) {
		return FailureReport.of(output, new FilteredClassLoader(PostmarkEmulator.class), Configured.class, properties);
	}

	@Configuration(proxyBeanMethods = false)
	static class Configured {

	}

}

package io.github.postmarkspring.boot.autoconfigure;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import io.github.postmarkspring.client.StubPostmark;
import io.github.postmarkspring.client.message.Attachment;
import io.github.postmarkspring.client.message.Email;
import io.github.postmarkspring.client.message.PostmarkSender;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A large attachment in a small JVM.
 */
class SmallHeapTests {

	private static final int SEVEN_MEGABYTES = 7 * 1024 * 1024;

	@Test
	void aFileOfSevenMegabytesIsSentWith32MegabytesOfHeap(@TempDir Path directory)
			throws IOException, InterruptedException {
		Path file = Files.write(directory.resolve("large.dat"), new byte[SEVEN_MEGABYTES]);
		try (StubPostmark postmark = new StubPostmark()) {
			Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
					"-Xmx32m", "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"),
					Application.class.getName(), postmark.baseUrl().toString(), file.toString())
				.redirectErrorStream(true)
				.start();
			String output = read(process.getInputStream());
			assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
			assertThat(process.exitValue()).as(output).isZero();
			assertThat(postmark.only().body()).hasSizeGreaterThan(SEVEN_MEGABYTES / 3 * 4);
			assertThat(postmark.only().headers().get("user-agent")).startsWith("Apache-HttpClient");
		}
	}

	private static String read(InputStream in) throws IOException {
		return new String(in.readAllBytes(), StandardCharsets.UTF_8);
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

		public static void main(String[] args) {
			try (ConfigurableApplicationContext context = new SpringApplicationBuilder(Application.class)
				.web(WebApplicationType.NONE)
				.properties("postmark.server-token=token", "postmark.base-url=" + args[0])
				.run()) {
				Email email = Email.builder()
					.from("a@b.example")
					.to("c@d.example")
					.textBody("Hi")
					.attachment(Attachment.of(Path.of(args[1])))
					.build();
				context.getBean(PostmarkSender.class).send(email);
			}
		}

	}

}

package io.github.postmarkspring.boot.autoconfigure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;

import io.github.postmarkspring.client.PostmarkServerClient;
import io.github.postmarkspring.client.StubPostmark;
import io.github.postmarkspring.client.message.Attachment;
import io.github.postmarkspring.client.message.BatchItem;
import io.github.postmarkspring.client.message.Email;
import io.github.postmarkspring.client.message.PostmarkSender;
import io.github.postmarkspring.client.outbound.SentMessageQuery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A large attachment, and many messages, in a small JVM.
 */
class SmallHeapTests {

	private static final int SEVEN_MEGABYTES = 7 * 1024 * 1024;

	@Test
	void aFileOfSevenMegabytesIsSentWith32MegabytesOfHeap(@TempDir Path directory)
			throws IOException, InterruptedException {
		Path file = Files.write(directory.resolve("large.dat"), new byte[SEVEN_MEGABYTES]);
		try (StubPostmark postmark = new StubPostmark()) {
			run("-Xmx32m", LargeAttachment.class, postmark.baseUrl().toString(), file.toString());
			assertThat(postmark.only().body()).hasSizeGreaterThan(SEVEN_MEGABYTES / 3 * 4);
			assertThat(postmark.only().headers().get("user-agent")).startsWith("Apache-HttpClient");
		}
	}

	@Test
	void aHundredThousandMessagesAreSentWith256MegabytesOfHeapTheEmulatorIncluded()
			throws IOException, InterruptedException {
		assertThat(run("-Xmx256m", ManyMessages.class)).contains("accepted: 100000, stored: 1000");
	}

	private static String run(String heap, Class<?> application, String... arguments)
			throws IOException, InterruptedException {
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), heap, "-XX:+UseSerialGC",
						"-cp", System.getProperty("java.class.path"), application.getName()));
		command.addAll(List.of(arguments));
		Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
		String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(process.waitFor()).as(output).isZero();
		return output;
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class LargeAttachment {

		public static void main(String[] args) {
			try (ConfigurableApplicationContext context = new SpringApplicationBuilder(LargeAttachment.class)
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

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class ManyMessages {

		public static void main(String[] args) {
			try (ConfigurableApplicationContext context = new SpringApplicationBuilder(ManyMessages.class)
				.web(WebApplicationType.NONE)
				.properties("postmark.emulator.port=0", "postmark.defaults.from=orders@shop.example")
				.run()) {
				LongAdder accepted = new LongAdder();
				context.getBean(PostmarkSender.class)
					.sendAll(IntStream.range(0, 100_000).mapToObj(ManyMessages::message), (item) -> {
						if (item instanceof BatchItem.Accepted) {
							accepted.increment();
						}
					});
				long stored = context.getBean(PostmarkServerClient.class)
					.outboundMessages()
					.list(SentMessageQuery.create().count(1))
					.totalCount();
				System.out.println("accepted: " + accepted + ", stored: " + stored);
			}
		}

		private static Email message(int number) {
			return Email.builder()
				.to("customer" + number + "@mail.example")
				.subject("Number " + number)
				.textBody("Hello, number " + number)
				.build();
		}

	}

}

package io.github.postmarkspring.boot.autoconfigure.webhook;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;

import io.github.postmarkspring.client.message.Email;
import io.github.postmarkspring.client.message.PostmarkSender;
import io.github.postmarkspring.client.webhook.event.DeliveryEvent;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(OutputCaptureExtension.class)
class EmbeddedEmulatorWebhookTests {

	private static final String[] EMBEDDED = { "postmark.emulator.enabled=true", "postmark.emulator.port=0",
			"spring.main.cloud-platform=none", "postmark.webhook.path=/postmark/webhook" };

	@Test
	void theDeliveryOfAMailThatARunnerSendsIsHeardOf() {
		try (WebhookApplication application = WebhookApplication.start(List.of(Greeting.class), EMBEDDED)) {
			Awaitility.await()
				.atMost(Duration.ofSeconds(60))
				.untilAsserted(() -> assertThat(application.events()).hasAtLeastOneElementOfType(DeliveryEvent.class));
		}
	}

	@Test
	void anApplicationThatListensNowhereStartsWithoutAComplaint(CapturedOutput output) {
		WebhookApplication.start(List.of(), with("server.port=-1")).close();

		assertThat(output).contains("NOTHING LEAVES THIS MACHINE")
			.doesNotContain("ERROR", "could not be registered", "Going to");
	}

	private static String[] with(String property) {
		String[] all = Arrays.copyOf(EMBEDDED, EMBEDDED.length + 1);
		all[EMBEDDED.length] = property;
		return all;
	}

	@Configuration(proxyBeanMethods = false)
	static class Greeting {

		@Bean
		ApplicationRunner greeting(PostmarkSender sender) {
			return (arguments) -> sender.send(Email.builder()
				.from("hello@shop.example")
				.to("ann@mail.example")
				.subject("Welcome")
				.textBody("Hi")
				.build());
		}

	}

}

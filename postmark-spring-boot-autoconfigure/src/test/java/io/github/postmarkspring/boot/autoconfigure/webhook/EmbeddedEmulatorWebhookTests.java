package io.github.postmarkspring.boot.autoconfigure.webhook;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;

import io.github.postmarkspring.client.message.Email;
import io.github.postmarkspring.client.message.PostmarkSender;
import io.github.postmarkspring.client.webhook.event.DeliveryEvent;
import io.github.postmarkspring.emulator.PostmarkEmulator;
import io.github.postmarkspring.emulator.posting.WebhookRetries;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

	@Test
	void anEmulatorOfTheApplicationsOwnStandsInWithItsSettings() {
		try (WebhookApplication application = WebhookApplication.start(List.of(Greeting.class, OwnEmulator.class),
				EMBEDDED)) {
			Awaitility.await()
				.atMost(Duration.ofSeconds(60))
				.untilAsserted(() -> assertThat(application.events()).hasAtLeastOneElementOfType(DeliveryEvent.class));
		}
	}

	@Test
	void anEmulatorThatIsThereBesidesPostmarkOpensNothing() {
		assertThatThrownBy(() -> WebhookApplication.start(List.of(OwnEmulator.class),
				with("postmark.server-token=0b8f1d3e-5a0c-4c61-9f6e-3f2a7c1d9e10")))
			.rootCause()
			.hasMessageContaining("nothing verifies that they are from Postmark");
	}

	@Configuration(proxyBeanMethods = false)
	static class OwnEmulator {

		@Bean
		PostmarkEmulator postmarkEmulator() {
			return PostmarkEmulator.builder().webhookRetries(WebhookRetries.NINE).start();
		}

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

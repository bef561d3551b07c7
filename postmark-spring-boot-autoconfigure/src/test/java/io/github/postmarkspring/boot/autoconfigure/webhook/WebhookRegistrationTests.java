package io.github.postmarkspring.boot.autoconfigure.webhook;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.github.postmarkspring.client.ClosedPort;
import io.github.postmarkspring.client.PostmarkServerClient;
import io.github.postmarkspring.client.server.ServerChange;
import io.github.postmarkspring.client.webhookconfig.NewWebhook;
import io.github.postmarkspring.client.webhookconfig.Webhook;
import io.github.postmarkspring.client.webhookconfig.WebhookChange;
import io.github.postmarkspring.client.webhookconfig.WebhookTriggerSettings;
import io.github.postmarkspring.emulator.PostmarkEmulator;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Against an emulator that is not embedded, which is as good as Postmark.
 */
@ExtendWith(OutputCaptureExtension.class)
class WebhookRegistrationTests {

	private static final String URL = "https://shop.example/postmark/webhook";

	private final PostmarkEmulator postmark = PostmarkEmulator.start();

	@AfterEach
	void close() {
		this.postmark.close();
	}

	@Test
	void aWebhookIsCreatedWithTheNewestSecretAndTheTriggersConfigured(CapturedOutput output) {
		try (WebhookApplication application = start("postmark.webhook.basic.previous-passwords=Previous-9Q2mX7vB4nL8",
				"postmark.webhook.header.value=Header-5rT8yU2iO9pA3sD6",
				"postmark.webhook.registration.triggers=bounce,open",
				"postmark.webhook.registration.include-content=true")) {
			Webhook webhook = awaitWebhook(application);

			assertThat(webhook.url()).isEqualTo(URL);
			assertThat(webhook.messageStream()).isEqualTo("outbound");
			assertThat(webhook.httpAuth()).isNotNull()
				.satisfies((auth) -> assertThat(auth.password()).isEqualTo(WebhookApplication.PASSWORD));
			assertThat(webhook.httpHeaders()).singleElement()
				.satisfies((header) -> assertThat(header.name() + ": " + header.value())
					.isEqualTo("X-Webhook-Secret: Header-5rT8yU2iO9pA3sD6"));
			assertThat(webhook.triggers()).isNotNull().satisfies((triggers) -> {
				assertThat(triggers.bounce()).isEqualTo(new WebhookTriggerSettings(true, null, true));
				assertThat(triggers.open()).isEqualTo(new WebhookTriggerSettings(true, false, null));
				assertThat(triggers.delivery()).isEqualTo(new WebhookTriggerSettings(false, null, null));
			});
		}
		assertThat(output).contains("Going to create the webhook of stream 'outbound' to " + URL)
			.doesNotContain(WebhookApplication.PASSWORD, "Header-5rT8yU2iO9pA3sD6", "Previous-9Q2mX7vB4nL8");
	}

	@Test
	void whatIsRightIsLeftAlone(CapturedOutput output) {
		try (WebhookApplication application = start()) {
			awaitWebhook(application);
		}
		try (WebhookApplication application = start("postmark.webhook.inbound-path=/postmark/inbound")) {
			// The inbound URL comes last.
			Awaitility.await()
				.atMost(Duration.ofSeconds(60))
				.until(() -> inboundUrl(application), (url) -> !url.isEmpty());

			assertThat(webhooks(application)).hasSize(1);
		}
		assertThat(output.getAll().split("Going to create")).hasSize(2);
		assertThat(output).doesNotContain("Going to change");
	}

	@Test
	void whatDiffersIsChangedAndForeignWebhooksAndHeadersStay(CapturedOutput output) {
		try (WebhookApplication application = start()) {
			Webhook ours = awaitWebhook(application);
			PostmarkServerClient client = application.bean(PostmarkServerClient.class);
			client.webhooks()
				.edit(ours.id(),
						WebhookChange.create()
							.httpAuth("postmark", "an-old-password-of-before")
							.httpHeaders(Map.of("X-Foreign", "stays")));
			client.webhooks().create(NewWebhook.to("https://other.example/hook").clicks(true));
		}
		try (WebhookApplication application = start("postmark.webhook.header.value=Header-5rT8yU2iO9pA3sD6")) {
			Awaitility.await()
				.atMost(Duration.ofSeconds(60))
				.untilAsserted(() -> assertThat(webhooks(application)).anySatisfy((webhook) -> {
					assertThat(webhook.httpHeaders()).extracting((header) -> header.name())
						.containsExactlyInAnyOrder("X-Foreign", "X-Webhook-Secret");
					assertThat(webhook.httpAuth()).isNotNull()
						.satisfies((auth) -> assertThat(auth.password()).isEqualTo(WebhookApplication.PASSWORD));
				}));
			assertThat(webhooks(application)).hasSize(2)
				.anySatisfy((webhook) -> assertThat(webhook.url()).isEqualTo("https://other.example/hook"));
		}
		assertThat(output).contains("Going to change HttpAuth, HttpHeaders of the webhook");
	}

	@Test
	void aDryRunSaysWhatItWouldDoAndDoesNothing(CapturedOutput output) {
		try (WebhookApplication application = start("postmark.webhook.registration.dry-run=true",
				"spring.mvc.servlet.path=/mvc")) {
			Awaitility.await()
				.atMost(Duration.ofSeconds(60))
				.until(() -> output.getAll()
					.contains(
							"Would create the webhook of stream 'outbound' to https://shop.example/mvc/postmark/webhook"));

			assertThat(webhooks(application)).isEmpty();
		}
	}

	@Test
	void inboundMailIsPostedHereWithTheCredentialsInTheUrl() {
		try (WebhookApplication application = start("postmark.webhook.inbound-path=/postmark/inbound")) {
			Awaitility.await()
				.atMost(Duration.ofSeconds(60))
				.until(() -> inboundUrl(application),
						("https://postmark:" + WebhookApplication.PASSWORD + "@shop.example/postmark/inbound")::equals);
		}
	}

	@Test
	void inboundMailThatGoesElsewhereStaysThere(CapturedOutput output) {
		try (WebhookApplication application = WebhookApplication.start(properties())) {
			application.bean(PostmarkServerClient.class)
				.server()
				.edit(ServerChange.create().inboundHookUrl("https://production.example/inbound"));
		}
		try (WebhookApplication application = start("postmark.webhook.inbound-path=/postmark/inbound")) {
			Awaitility.await()
				.atMost(Duration.ofSeconds(60))
				.until(() -> output.getAll().contains("Inbound mail of this server is posted elsewhere"));

			assertThat(inboundUrl(application)).isEqualTo("https://production.example/inbound");
		}
	}

	@Test
	void anApplicationStartsWhenPostmarkCannotBeReachedAndSaysSo(CapturedOutput output) {
		try (ClosedPort nobody = new ClosedPort();
				WebhookApplication application = start("postmark.base-url=" + nobody.baseUrl())) {
			Awaitility.await()
				.atMost(Duration.ofSeconds(60))
				.until(() -> output.getAll().contains("The webhook could not be registered"));
		}
		assertThat(output).doesNotContain(WebhookApplication.PASSWORD);
	}

	private WebhookApplication start(String... more) {
		List<String> all = new ArrayList<>(List.of(properties()));
		all.add("postmark.webhook.registration.enabled=true");
		all.add("postmark.webhook.registration.url=https://shop.example");
		all.addAll(List.of(more));
		return WebhookApplication.start(all.toArray(new String[0]));
	}

	private String[] properties() {
		return new String[] { "postmark.base-url=" + this.postmark.baseUrl(),
				"postmark.server-token=" + this.postmark.serverToken() };
	}

	private static Webhook awaitWebhook(WebhookApplication application) {
		return Awaitility.await()
			.atMost(Duration.ofSeconds(60))
			.until(() -> webhooks(application), (webhooks) -> !webhooks.isEmpty())
			.get(0);
	}

	private static List<Webhook> webhooks(WebhookApplication application) {
		return application.bean(PostmarkServerClient.class).webhooks().list().webhooks();
	}

	private static String inboundUrl(WebhookApplication application) {
		String url = application.bean(PostmarkServerClient.class).server().get().inboundHookUrl();
		return (url != null) ? url : "";
	}

}

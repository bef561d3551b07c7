package io.github.postmarkspring.boot.autoconfigure.webhook;

import java.time.Duration;
import java.util.List;

import io.github.postmarkspring.client.PostmarkServers;
import io.github.postmarkspring.client.message.Email;
import io.github.postmarkspring.client.webhook.event.DeliveryEvent;
import io.github.postmarkspring.client.webhookconfig.Webhook;
import io.github.postmarkspring.emulator.PostmarkEmulator;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Each named server has its webhooks registered.
 */
class WebhooksOfSeveralServersTests {

	private static final String SECRET = "Newsletter-9Q2mX7vB4nL8kZ1w";

	@Test
	void eachPostsToTheEndpointOfItsNameElseToTheOneThatAllShare() {
		try (PostmarkEmulator postmark = PostmarkEmulator.builder().server("newsletter").server("alerts").start();
				WebhookApplication application = WebhookApplication.start("postmark.base-url=" + postmark.baseUrl(),
						"postmark.server-token=" + postmark.serverToken(),
						"postmark.servers.abandoned.token=no-longer-a-token",
						"postmark.servers.newsletter.token=" + postmark.serverToken("newsletter"),
						"postmark.servers.newsletter.defaults.message-stream=broadcast",
						"postmark.servers.alerts.token=" + postmark.serverToken("alerts"),
						"postmark.webhook.inbound-path=/postmark/inbound",
						"postmark.webhook.endpoints.newsletter.path=/postmark/newsletter",
						"postmark.webhook.endpoints.newsletter.basic.username=postmark",
						"postmark.webhook.endpoints.newsletter.basic.password=" + SECRET,
						"postmark.webhook.registration.enabled=true",
						"postmark.webhook.registration.url=https://shop.example")) {
			PostmarkServers servers = application.bean(PostmarkServers.class);
			assertThat(webhook(servers, "newsletter", "broadcast")).satisfies((webhook) -> {
				assertThat(webhook.url()).isEqualTo("https://shop.example/postmark/newsletter");
				assertThat(webhook.httpAuth()).isNotNull()
					.satisfies((auth) -> assertThat(auth.password()).isEqualTo(SECRET));
			});
			for (String server : List.of("alerts", "default")) {
				assertThat(webhook(servers, server, "outbound")).satisfies((webhook) -> {
					assertThat(webhook.url()).isEqualTo("https://shop.example/postmark/webhook");
					assertThat(webhook.httpAuth()).isNotNull()
						.satisfies((auth) -> assertThat(auth.password()).isEqualTo(WebhookApplication.PASSWORD));
				});
			}
			Awaitility.await()
				.atMost(Duration.ofSeconds(60))
				.untilAsserted(() -> assertThat(servers.get("default").client().server().get().inboundHookUrl())
					.contains("shop.example/postmark/inbound"));
			assertThat(servers.get("alerts").client().server().get().inboundHookUrl()).isNullOrEmpty();
		}
	}

	@Test
	void theEmbeddedEmulatorPostsTheEventsOfEachServer() {
		try (WebhookApplication application = WebhookApplication.start(List.of(), "postmark.emulator.enabled=true",
				"postmark.emulator.port=0", "spring.main.cloud-platform=none",
				"postmark.webhook.path=/postmark/webhook",
				"postmark.servers.newsletter.defaults.message-stream=broadcast")) {
			application.bean(PostmarkServers.class)
				.get("newsletter")
				.sender()
				.send(Email.builder()
					.from("news@shop.example")
					.to("ann@mail.example")
					.subject("News")
					.textBody("News")
					.build());
			Awaitility.await()
				.atMost(Duration.ofSeconds(60))
				.untilAsserted(() -> assertThat(application.events()).singleElement()
					.isInstanceOfSatisfying(DeliveryEvent.class,
							(event) -> assertThat(event.messageStream()).isEqualTo("broadcast")));
		}
	}

	private static Webhook webhook(PostmarkServers servers, String server, String stream) {
		return Awaitility.await()
			.atMost(Duration.ofSeconds(60))
			.until(() -> servers.get(server).client().webhooks().list(stream).webhooks(), (found) -> found.size() == 1)
			.get(0);
	}

}

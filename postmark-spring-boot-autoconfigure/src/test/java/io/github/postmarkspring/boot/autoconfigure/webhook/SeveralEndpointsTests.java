package io.github.postmarkspring.boot.autoconfigure.webhook;

import java.io.IOException;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Endpoints with secrets of their own: each opens one door.
 */
class SeveralEndpointsTests {

	private static final Map<String, String> SECRETS = Map.of("main", RawHttp.basic(WebhookApplication.CREDENTIALS),
			"shop", RawHttp.basic("postmark:Sh0pPassw0rdForWebhooks"), "news",
			"X-Webhook-Secret: N3wsHeaderForWebhooks8", "everything",
			RawHttp.basic(WebhookApplication.CREDENTIALS) + "\r\nX-Webhook-Secret: N3wsHeaderForWebhooks8");

	private static WebhookApplication application;

	@BeforeAll
	static void start() {
		application = WebhookApplication.start("postmark.webhook.inbound-path=/postmark/inbound",
				"postmark.webhook.endpoints.shop.path=/postmark/webhook/shop",
				"postmark.webhook.endpoints.shop.basic.password=Sh0pPassw0rdForWebhooks",
				"postmark.webhook.endpoints.news.path=/news/webhook",
				"postmark.webhook.endpoints.news.header.value=N3wsHeaderForWebhooks8",
				"postmark.webhook.endpoints.like-main.path=/other/webhook");
	}

	@AfterAll
	static void close() {
		application.close();
	}

	@BeforeEach
	void clear() {
		application.events().clear();
	}

	@ParameterizedTest
	@CsvSource({ "main, /postmark/webhook/shop", "main, /news/webhook", "shop, /postmark/webhook",
			"shop, /news/webhook", "shop, /postmark/inbound", "shop, /other/webhook", "news, /postmark/webhook",
			"news, /postmark/webhook/shop", "news, /other/webhook", "everything, /postmark/webhook/shop" })
	void theSecretOfOneEndpointOpensNoOther(String secret, String path) throws IOException {
		assertThat(post(secret, path)).isEqualTo(401);
		assertThat(application.events()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "main, /postmark/webhook, default", "shop, /postmark/webhook/shop, shop", "news, /news/webhook, news",
			"main, /other/webhook, like-main" })
	void anEventIsThatOfTheServerWhoseEndpointItCameTo(String secret, String path, String server) throws IOException {
		assertThat(post(secret, path)).isEqualTo(200);
		assertThat(application.events()).singleElement()
			.satisfies((event) -> assertThat(event.server()).isEqualTo(server));
	}

	private static int post(String secret, String path) throws IOException {
		return application.http().post(path, WebhookApplication.BOUNCE, SECRETS.get(secret)).status();
	}

}

package io.github.postmarkspring.boot.autoconfigure.webhook;

import io.github.postmarkspring.boot.autoconfigure.PostmarkConnectionDetails;
import io.github.postmarkspring.boot.autoconfigure.PostmarkProperties;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.diagnostics.FailureAnalyzedException;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Who reads a webhook's URL in a log must not be able to send mail with what is in it.
 */
class ApiTokenAsSecretTests {

	private static final String TOKEN = "5f0c9a3e-7b1d-4e62-8a94-c3d1b07f2e65";

	private static final WebApplicationContextRunner runner = new WebApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(PostmarkWebhookAutoConfiguration.class,
				DispatcherServletAutoConfiguration.class, WebMvcAutoConfiguration.class))
		.withPropertyValues("postmark.webhook.path=/postmark/webhook",
				"postmark.webhook.basic.password=" + WebhookApplication.PASSWORD,
				"postmark.webhook.endpoints.shop.path=/shop/webhook", "postmark.webhook.signature.scheme=generic",
				"postmark.webhook.signature.signed-by=gateway:edge", "postmark.webhook.signature.header=X-Signature",
				"postmark.webhook.signature.key=k7Qe2mV9xT4pLw8zR1uYc5Nb3Hj6Sd0G");

	@ParameterizedTest
	@CsvSource({ "server, basic.password", "account, basic.password", "server, basic.previous-passwords[0]",
			"server, header.value", "account, header.previous-values[0]", "server, signature.key",
			"account, signature.previous-keys[0]", "server, endpoints.shop.basic.password",
			"account, endpoints.shop.header.value" })
	void aTokenOfTheApiIsRefusedAsTheSecretOfAWebhook(String kind, String property) {
		String header = property.startsWith("header.prev")
				? "postmark.webhook.header.value=" + WebhookApplication.HEADER_VALUE : "unused=";
		runner
			.withBean(PostmarkConnectionDetails.class,
					() -> kind.equals("server") ? new Tokens(TOKEN, null) : new Tokens(null, TOKEN))
			.withPropertyValues(header, "postmark.webhook." + property + "=" + TOKEN)
			.run((context) -> assertThat(context.getStartupFailure()).rootCause()
				.isInstanceOfSatisfying(FailureAnalyzedException.class,
						(failure) -> assertThat(failure.analysis().getDescription() + failure.analysis().getAction())
							.contains("'postmark.webhook." + property + "' has the same value as 'postmark." + kind
									+ "-token'")
							.doesNotContain(TOKEN)));
	}

	@Test
	void aTokenOfANamedServerIsRefusedToo() {
		runner.withUserConfiguration(NamedServers.class)
			.withPropertyValues("postmark.servers.news.token=" + TOKEN, "postmark.webhook.header.value=" + TOKEN)
			.run((context) -> assertThat(context.getStartupFailure()).rootCause()
				.hasMessageContaining(
						"'postmark.webhook.header.value' has the same value as 'postmark.servers.news.token'")
				.hasMessageNotContaining(TOKEN));
	}

	@Configuration(proxyBeanMethods = false)
	@EnableConfigurationProperties(PostmarkProperties.class)
	static class NamedServers {

		@Bean
		PostmarkConnectionDetails details() {
			return new PostmarkConnectionDetails() {

				@Override
				public @Nullable String serverToken() {
					return null;
				}

				@Override
				public @Nullable String accountToken() {
					return null;
				}

				@Override
				public @Nullable String serverToken(String server) {
					return server.equals("news") ? TOKEN : null;
				}

			};
		}

	}

	private record Tokens(String serverToken, String accountToken) implements PostmarkConnectionDetails {

	}

}

package io.github.postmarkspring.boot.autoconfigure;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What an IDE completes.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConfigurationMetadataTests {

	private JsonNode metadata;

	@BeforeAll
	void read() throws IOException {
		try (InputStream in = PostmarkProperties.class
			.getResourceAsStream("/META-INF/spring-configuration-metadata.json")) {
			this.metadata = JsonMapper.shared().readTree(in);
		}
	}

	@Test
	void everyPropertyIsThere() {
		assertThat(properties().filter((property) -> !property.has("deprecation"))
			.map(this::name)
			.filter((name) -> !name.startsWith("postmark.webhook."))).containsExactlyInAnyOrder("postmark.enabled",
					"postmark.server-token", "postmark.server-token-location", "postmark.account-token",
					"postmark.account-token-location", "postmark.token-refresh-interval", "postmark.servers",
					"postmark.primary-server", "postmark.tenants.max-clients", "postmark.base-url",
					"postmark.check-on-startup", "postmark.connect-timeout", "postmark.read-timeout",
					"postmark.ssl.bundle", "postmark.proxy.host", "postmark.proxy.port", "postmark.proxy.username",
					"postmark.proxy.password", "postmark.http.max-connections", "postmark.http.max-requests",
					"postmark.http.max-wait", "postmark.batch.max-messages", "postmark.batch.max-bytes",
					"postmark.batch.concurrency", "postmark.retry.max-attempts", "postmark.retry.delay",
					"postmark.retry.multiplier", "postmark.retry.jitter", "postmark.retry.max-delay",
					"postmark.retry.max-retry-after", "postmark.retry.deadline", "postmark.retry.reconcile",
					"postmark.retry.reconcile-timeout", "postmark.retry.reconcile-interval",
					"postmark.retry.reconcile-key", "postmark.defaults.from", "postmark.defaults.reply-to",
					"postmark.defaults.message-stream", "postmark.defaults.tag", "postmark.defaults.track-opens",
					"postmark.defaults.track-links", "postmark.defaults.headers", "postmark.defaults.metadata",
					"postmark.tracing.propagate", "postmark.emulator.enabled", "postmark.emulator.port",
					"postmark.emulator.allow-in-production", "postmark.health.cache-time", "postmark.health.timeout",
					"management.health.postmark.enabled", "postmark.logging.recipients", "postmark.logging.hash-key",
					"management.endpoint.postmark.show-values", "management.endpoint.postmark.roles",
					"management.endpoint.postmark.access", "management.endpoint.postmark.cache.time-to-live");
	}

	@Test
	void everyPropertyOfWebhooksIsThere() {
		assertThat(properties().map(this::name).filter((name) -> name.startsWith("postmark.webhook.")))
			.containsExactlyInAnyOrder("postmark.webhook.addresses-suffice", "postmark.webhook.allowed-addresses",
					"postmark.webhook.basic.password", "postmark.webhook.basic.previous-passwords",
					"postmark.webhook.basic.username", "postmark.webhook.claim-timeout", "postmark.webhook.endpoints",
					"postmark.webhook.header.name", "postmark.webhook.header.previous-values",
					"postmark.webhook.header.value", "postmark.webhook.inbound-path",
					"postmark.webhook.insecure-accept-unverified", "postmark.webhook.max-body-size",
					"postmark.webhook.max-inbound-body-size", "postmark.webhook.path",
					"postmark.webhook.protected-paths", "postmark.webhook.registration.dry-run",
					"postmark.webhook.registration.enabled", "postmark.webhook.registration.first-open-only",
					"postmark.webhook.registration.include-content", "postmark.webhook.registration.message-streams",
					"postmark.webhook.registration.replace-inbound-url", "postmark.webhook.registration.triggers",
					"postmark.webhook.registration.url", "postmark.webhook.signature.algorithm",
					"postmark.webhook.signature.encoding", "postmark.webhook.signature.header",
					"postmark.webhook.signature.key", "postmark.webhook.signature.prefix",
					"postmark.webhook.signature.previous-keys", "postmark.webhook.signature.scheme",
					"postmark.webhook.signature.signed-by", "postmark.webhook.signature.timestamp-header",
					"postmark.webhook.signature.tolerance", "postmark.webhook.trust-forwarded-addresses");
	}

	@Test
	void nothingTurnsTheCheckOfCertificatesOrHostNamesOff() {
		assertThat(properties().map(this::name)
			.filter((name) -> !name.startsWith("postmark.webhook."))
			.filter((name) -> !name.equals("postmark.check-on-startup"))).isNotEmpty()
			.noneMatch((name) -> name.matches(".*(insecure|trust|verif|validat|hostname|certificate|check).*"));
	}

	@Test
	void everyPropertyIsDescribedInPlainTextThatEndsWithAFullStop() {
		assertThat(properties())
			.allSatisfy((property) -> assertThat(property.path("description").asString("")).as(name(property))
				.endsWith(".")
				.doesNotContain("<", "&", "{@"));
	}

	@Test
	void defaultsAreSaid() {
		assertThat(properties().filter((property) -> property.has("defaultValue"))
			.filter((property) -> !name(property).startsWith("postmark.webhook."))
			.map((property) -> name(property) + "=" + property.path("defaultValue").asString()))
			.containsExactlyInAnyOrder("postmark.enabled=true", "postmark.base-url=https://api.postmarkapp.com",
					"postmark.connect-timeout=5s", "postmark.read-timeout=60s", "postmark.http.max-connections=64",
					"postmark.http.max-wait=10s", "postmark.batch.max-messages=500",
					"postmark.batch.max-bytes=50000000B", "postmark.token-refresh-interval=1m",
					"postmark.tenants.max-clients=1000", "postmark.check-on-startup=none",
					"postmark.batch.concurrency=4", "postmark.retry.max-attempts=3", "postmark.retry.delay=500ms",
					"postmark.retry.multiplier=2", "postmark.retry.jitter=0.5", "postmark.retry.max-delay=10s",
					"postmark.retry.max-retry-after=30s", "postmark.retry.deadline=2m", "postmark.retry.reconcile=off",
					"postmark.retry.reconcile-timeout=30s", "postmark.retry.reconcile-interval=2s",
					"postmark.retry.reconcile-key=reconciliation-key", "postmark.tracing.propagate=false",
					"postmark.emulator.enabled=true", "postmark.emulator.port=8025",
					"postmark.emulator.allow-in-production=false", "postmark.health.cache-time=30s",
					"postmark.health.timeout=2s", "postmark.logging.recipients=masked",
					"management.health.postmark.enabled=true", "management.endpoint.postmark.show-values=never",
					"management.endpoint.postmark.access=read_only",
					"management.endpoint.postmark.cache.time-to-live=0ms");
	}

	@Test
	void nearMissesAreMarkedWithTheRightName() {
		List<JsonNode> deprecated = properties().filter((property) -> property.has("deprecation")).toList();
		assertThat(deprecated.stream().map(this::name)).containsExactlyInAnyOrder("postmark.token",
				"postmark.api-token", "postmark.api-key", "postmark.api.token");
		assertThat(deprecated).allSatisfy((property) -> {
			assertThat(property.path("deprecation").path("level").asString()).isEqualTo("error");
			assertThat(property.path("deprecation").path("replacement").asString()).isEqualTo("postmark.server-token");
		});
	}

	@Test
	void valuesAreHinted() {
		assertThat(this.metadata.path("hints").valueStream().map(this::name)).contains("postmark.base-url",
				"postmark.server-token", "postmark.defaults.message-stream", "postmark.defaults.track-links");
	}

	private Stream<JsonNode> properties() {
		return this.metadata.path("properties").valueStream();
	}

	private String name(JsonNode property) {
		return property.path("name").asString();
	}

}

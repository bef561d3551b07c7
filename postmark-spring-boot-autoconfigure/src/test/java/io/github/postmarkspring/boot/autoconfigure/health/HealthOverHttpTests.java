package io.github.postmarkspring.boot.autoconfigure.health;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

import io.github.postmarkspring.client.StubPostmark;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What probes and operators get at {@code /actuator/health} of an application.
 */
class HealthOverHttpTests {

	private final StubPostmark postmark = new StubPostmark();

	private ConfigurableApplicationContext application;

	@BeforeEach
	void start() {
		this.postmark.answer(200, "{\"ID\":7,\"Name\":\"Shop\",\"DeliveryType\":\"Live\"}");
		this.application = new SpringApplicationBuilder(Application.class)
			.properties("server.port=0", "server.address=127.0.0.1", "spring.main.banner-mode=off",
					"management.endpoint.health.show-details=always", "management.endpoint.health.probes.enabled=true",
					"management.endpoint.health.group.mail.include=postmark",
					"management.endpoint.health.group.shop.include=postmark/default,ping",
					"postmark.server-token=s3cr3t-server", "postmark.servers.newsletter.token=s3cr3t-news",
					"postmark.health.cache-time=1ms", "postmark.base-url=" + this.postmark.baseUrl())
			.run();
	}

	@AfterEach
	void stop() {
		this.application.close();
		this.postmark.close();
	}

	@Test
	void probesTakeAnApplicationDownOnlyIfPostmarkIsDownAndSomebodyPutItThere() throws Exception {
		assertThat(get("").body()).contains("\"postmark\":{").contains("not checked yet");
		assertThat(get("").statusCode()).isEqualTo(200);
		await().untilAsserted(() -> assertThat(get("/postmark").body()).endsWith(",\"status\":\"UP\"}")
			.contains("\"name\":\"Shop\"", "\"deliveryType\":\"Live\"", "\"lastChecked\":\"20", "\"latencyMillis\":",
					"\"tokenFingerprint\":\"82ab33ac\""));
		this.postmark.answer(500, "");
		await().untilAsserted(() -> {
			assertThat(get("").statusCode()).isEqualTo(503);
			assertThat(get("/postmark/newsletter").statusCode()).isEqualTo(503);
		});
		assertThat(get("/mail").statusCode()).isEqualTo(503);
		await().untilAsserted(() -> assertThat(get("/shop").statusCode()).isEqualTo(503));
		for (String group : new String[] { "/readiness", "/liveness" }) {
			assertThat(get(group).statusCode()).isEqualTo(200);
			assertThat(get(group).body()).doesNotContain("postmark");
		}
		this.postmark.answer(429, "{}");
		await().untilAsserted(() -> {
			assertThat(get("/postmark/default").body()).contains("\"status\":\"DEGRADED\"");
			assertThat(get("/postmark/newsletter").body()).contains("\"status\":\"DEGRADED\"");
		});
		assertThat(get("").statusCode()).isEqualTo(200);
		assertThat(get("").body()).startsWith("{\"components\"").doesNotContain("s3cr3t");
		assertThat(get("/mail").statusCode()).isEqualTo(200);
		assertThat(get("/postmark/default").statusCode()).isEqualTo(200);
	}

	private HttpResponse<String> get(String path) throws Exception {
		String base = "http://127.0.0.1:" + this.application.getEnvironment().getProperty("local.server.port");
		return HttpClient.newHttpClient()
			.send(HttpRequest.newBuilder(URI.create(base + "/actuator/health" + path)).build(),
					HttpResponse.BodyHandlers.ofString());
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration(excludeName = {
			"org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration",
			"org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration",
			"org.springframework.boot.security.autoconfigure.actuate.web.servlet.ManagementWebSecurityAutoConfiguration",
			"org.springframework.boot.security.autoconfigure.SecurityAutoConfiguration" })
	static class Application {

	}

}

package io.github.postmarkspring.boot.autoconfigure.health;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

import io.github.postmarkspring.boot.autoconfigure.PostmarkConnectionDetails;
import io.github.postmarkspring.client.StubPostmark;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthContributors;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Health while the store that has the tokens hangs or fails, after the application has
 * started.
 */
class TokenStoreTests {

	private final StubPostmark postmark = new StubPostmark();

	private final CountDownLatch over = new CountDownLatch(1);

	private volatile boolean hanging;

	private volatile boolean failing;

	@AfterEach
	void stop() {
		this.over.countDown();
		this.postmark.close();
	}

	@Test
	void livenessAndReadinessAreAnsweredWhileTheStoreHangs() throws Exception {
		this.postmark.answer(200, "{\"ID\":7}");
		try (ConfigurableApplicationContext application = application().initializers(this::addStore).run()) {
			this.hanging = true;
			for (String path : List.of("/liveness", "/readiness", "")) {
				assertThat(status(application, path)).as(path).isEqualTo(200);
			}
			this.over.countDown();
		}
	}

	@Test
	void livenessIsLeftAloneByConnectionDetailsThatFail() throws Exception {
		try (ConfigurableApplicationContext application = application()
			.initializers((GenericApplicationContext context) -> context.registerBean(PostmarkConnectionDetails.class,
					() -> new StoredDetails()))
			.run()) {
			this.failing = true;
			assertThat(status(application, "/liveness")).isEqualTo(200);
			await().untilAsserted(() -> assertThat(status(application, "/postmark/default")).isEqualTo(503));
			assertThat(status(application, "/liveness")).isEqualTo(200);
		}
	}

	@Test
	void theEntriesAreThereThoughASettingKeepsTheServersFromBeingMade() {
		runner().withPropertyValues("postmark.server-token=token", "postmark.tenants.max-clients=0")
			.run((context) -> assertThat(entries(context)).containsExactly("default", "newsletter"));
	}

	@Test
	void aStoreThatHangsLeavesHealthToTheTokensThatWereReadLast() {
		this.postmark.answer(200, "{\"ID\":7}");
		runner().withInitializer(this::addStore).run((context) -> {
			assertThat(Contributors.checked(context, "default").getStatus()).isEqualTo(Status.UP);
			this.hanging = true;
			int before = this.postmark.received().size();
			await().until(() -> {
				assertThat(Contributors.health(context, "default").getStatus()).isNotEqualTo(Status.DOWN);
				assertThat(Contributors.health(context, "newsletter").getStatus()).isNotEqualTo(Status.DOWN);
				return this.postmark.received().size() >= before + 6;
			});
			assertThat(this.postmark.received()).extracting(StubPostmark.Received::token)
				.contains("stored", "news-token");
			this.over.countDown();
		});
	}

	@Test
	void aTokenThatIsRefusedWhileTheStoreHangsSaysBoth() {
		this.postmark.answer(200, "{\"ID\":7}");
		runner().withInitializer(this::addStore).run((context) -> {
			Contributors.checked(context, "default");
			this.hanging = true;
			this.postmark.refuse("stored");
			awaitDown(context, "default", "token refused, and not read again");
			this.postmark.answer(429, "{}");
			await().until(() -> Contributors.health(context, "newsletter").getStatus().equals(HealthProbe.DEGRADED));
			this.over.countDown();
		});
	}

	@Test
	void connectionDetailsThatHangAreSaidAndKeepNoOtherEntryFromBeingAsked() {
		this.postmark.answer(200, "{\"ID\":7}");
		runner().withBean(PostmarkConnectionDetails.class, StoredDetails::new).run((context) -> {
			Contributors.checked(context, "default");
			assertThat(Contributors.checked(context, "newsletter").getStatus()).isEqualTo(Status.UP);
			this.hanging = true;
			Health health = awaitDown(context, "default", "token not read");
			assertThat(health.getDetails()).containsEntry("error", "no answer within 200 ms");
			this.postmark.answer(429, "{}");
			await().until(() -> Contributors.health(context, "newsletter").getStatus().equals(HealthProbe.DEGRADED));
			assertThat(threads()).as("one for each server at the most").hasSizeBetween(1, 2);
			this.over.countDown();
			await().until(() -> Contributors.health(context, "default").getStatus().equals(HealthProbe.DEGRADED));
		});
		await().until(() -> threads().isEmpty());
	}

	@Test
	void whatConnectionDetailsTurnOutNotToHaveIsNoEntry() {
		this.postmark.answer(200, "{\"ID\":7}");
		runner().withBean(PostmarkConnectionDetails.class, StoredDetails::new).run((context) -> {
			await().untilAsserted(() -> {
				context.getBean(PostmarkHealthContributor.class)
					.stream()
					.forEach((entry) -> Contributors.health(context, entry.name()));
				assertThat(entries(context)).containsExactly("default", "newsletter");
			});
		});
	}

	private Health awaitDown(ApplicationContext context, String entry, String reason) {
		return await().until(() -> {
			Health health = Contributors.health(context, entry);
			assertThat(health.getDetails().get("reason")).isNotEqualTo("unreachable");
			return health;
		}, (health) -> health.getStatus().equals(Status.DOWN) && reason.equals(health.getDetails().get("reason")));
	}

	private static List<String> entries(ApplicationContext context) {
		return context.getBean(PostmarkHealthContributor.class).stream().map(HealthContributors.Entry::name).toList();
	}

	private static List<Thread> threads() {
		return Thread.getAllStackTraces()
			.keySet()
			.stream()
			.filter((thread) -> thread.getName().startsWith("postmark-token-"))
			.toList();
	}

	private void addStore(ConfigurableApplicationContext context) {
		context.getEnvironment()
			.getPropertySources()
			.addFirst(new MapPropertySource("store", Map.of("postmark.server-token", "stored")) {

				@Override
				public @Nullable Object getProperty(String name) {
					Object value = super.getProperty(name);
					if (value != null) {
						answerIfItCan();
					}
					return value;
				}

			});
	}

	private void answerIfItCan() {
		if (this.failing) {
			throw new IllegalStateException("The store is away");
		}
		try {
			if (this.hanging) {
				this.over.await();
			}
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private ApplicationContextRunner runner() {
		return Contributors.runner()
			.withPropertyValues("postmark.servers.newsletter.token=news-token", "postmark.token-refresh-interval=1ms",
					"postmark.health.cache-time=10ms", "postmark.health.timeout=200ms",
					"postmark.base-url=" + this.postmark.baseUrl());
	}

	private SpringApplicationBuilder application() {
		return new SpringApplicationBuilder(Application.class).properties("server.port=0", "server.address=127.0.0.1",
				"spring.main.banner-mode=off", "management.endpoint.health.probes.enabled=true",
				"management.endpoint.health.show-components=always", "postmark.token-refresh-interval=1ms",
				"postmark.health.cache-time=10ms", "postmark.base-url=" + this.postmark.baseUrl());
	}

	private static int status(ConfigurableApplicationContext application, String path) throws Exception {
		String base = "http://127.0.0.1:" + application.getEnvironment().getProperty("local.server.port");
		return HttpClient.newHttpClient()
			.send(HttpRequest.newBuilder(URI.create(base + "/actuator/health" + path))
				.timeout(Duration.ofSeconds(5))
				.build(), HttpResponse.BodyHandlers.discarding())
			.statusCode();
	}

	/** Have one server behind the store, one beside it, and no account. */
	private final class StoredDetails implements PostmarkConnectionDetails {

		@Override
		public URI baseUrl() {
			return TokenStoreTests.this.postmark.baseUrl();
		}

		@Override
		public String serverToken() {
			answerIfItCan();
			return "stored";
		}

		@Override
		public @Nullable String serverToken(String server) {
			return server.equals("newsletter") ? "news-token" : null;
		}

		@Override
		public @Nullable String accountToken() {
			return null;
		}

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

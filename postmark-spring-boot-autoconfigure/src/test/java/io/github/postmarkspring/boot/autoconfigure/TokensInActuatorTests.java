package io.github.postmarkspring.boot.autoconfigure;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import io.github.postmarkspring.client.PostmarkServerClient;
import io.github.postmarkspring.client.error.InvalidTokenException;
import io.github.postmarkspring.client.message.Email;
import io.github.postmarkspring.client.message.PostmarkSender;
import io.github.postmarkspring.emulator.PostmarkEmulator;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import org.assertj.core.util.Throwables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.actuate.endpoint.SanitizingFunction;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.MapPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * An application that shows everything it has shows no token.
 */
@ExtendWith(OutputCaptureExtension.class)
class TokensInActuatorTests {

	private static final String PASSWORD = "s3cr3t-for-webhooks-0123456789";

	@TempDir
	private Path directory;

	@Test
	void noEndpointLogMetricOrTraceShowsATokenEvenIfToldToShowValues(CapturedOutput output) throws Exception {
		Path file = Files.writeString(this.directory.resolve("token"), "s3cr3t-file\n");
		try (PostmarkEmulator postmark = PostmarkEmulator.builder()
			.serverToken("s3cr3t-server")
			.accountToken("s3cr3t-account")
			.server("newsletter", "s3cr3t-news")
			.server("other", "s3cr3t-file")
			.start();
				ConfigurableApplicationContext application = new SpringApplicationBuilder(Application.class)
					.properties("server.port=0", "server.address=127.0.0.1", "spring.main.banner-mode=off",
							"management.endpoints.web.exposure.include=*", "management.endpoint.env.show-values=always",
							"management.endpoint.configprops.show-values=always",
							"management.endpoint.health.show-details=always", "logging.level.root=DEBUG",
							"my.hidden=s3cr3t-server", "postmark.server-token=${my.hidden}",
							"postmark.account-token=s3cr3t-account", "postmark.servers.newsletter.token=s3cr3t-news",
							"postmark.servers.other.token-location=file:" + file,
							"my.json={\"postmark\":{\"server-token\":\"s3cr3t-server\"}}",
							"postmark.logging.hash-key=s3cr3t-hash-key",
							"postmark.webhook.signature.key=s3cr3t-signature-key-0123456789",
							"postmark.webhook.basic.password=" + PASSWORD, "postmark.webhook.basic.username=postmark",
							"postmark.base-url=" + postmark.baseUrl())
					.run()) {
			for (PostmarkSender sender : application.getBeansOfType(PostmarkSender.class).values()) {
				sender.send(Email.builder()
					.from("orders@shop.example")
					.to("kim@mail.example")
					.subject("Hello")
					.textBody("Hello")
					.build());
			}
			String base = "http://127.0.0.1:" + application.getEnvironment().getProperty("local.server.port");
			List<String> shown = new ArrayList<>();
			for (String endpoint : List.of("env", "configprops", "beans", "health", "metrics", "conditions", "loggers",
					"mappings", "info", "env/postmark.server-token", "env/my.hidden")) {
				String answer = get(base + "/actuator/" + endpoint);
				assertThat(answer).as(endpoint).doesNotContain("s3cr3t");
				shown.add(answer);
			}
			assertThat(shown.get(0)).contains("postmark.server-token", "my.hidden", "postmark.logging.hash-key",
					"postmark.webhook.signature.key");
			// A token that nobody has read yet is none of those that are known.
			application.getEnvironment()
				.getPropertySources()
				.addFirst(new MapPropertySource("rotated", Map.of("my.hidden", "s3cr3t-not-yet-read")));
			assertThat(get(base + "/actuator/env/my.hidden")).contains("rotated").doesNotContain("s3cr3t");
			assertThat(shown.get(1)).contains("newsletter");
			Observations observations = application.getBean(Observations.class);
			postmark.control().replaceServerToken("s3cr3t-news", "s3cr3t-of-tomorrow");
			assertThatExceptionOfType(InvalidTokenException.class)
				.isThrownBy(() -> application.getBean("newsletterPostmarkServerClient", PostmarkServerClient.class)
					.server()
					.get())
				.satisfies((ex) -> assertThat(Throwables.getStackTrace(ex)).doesNotContain("s3cr3t"));
			assertThat(observations.observed).anyMatch((line) -> line.contains("http.client.requests"))
				.noneMatch((line) -> line.contains("s3cr3t"));
			assertThat(application.getBean(MeterRegistry.class).getMeters())
				.extracting((meter) -> meter.getId().toString())
				.anyMatch((id) -> id.contains("http.client.requests"))
				.noneMatch((id) -> id.contains("s3cr3t"));
			for (String name : application.getBeanDefinitionNames()) {
				if (name.startsWith("postmark")) {
					assertThat(String.valueOf(application.getBean(name))).as(name).doesNotContain("s3cr3t");
				}
			}
		}
		assertThat(output.getAll()).contains("DEBUG").doesNotContain("s3cr3t");
	}

	@Test
	void withoutActuatorThereIsNothingToSanitize() {
		new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(PostmarkAutoConfiguration.class))
			.withClassLoader(new FilteredClassLoader(SanitizingFunction.class, PostmarkEmulator.class))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean("postmarkSanitizingFunction"));
	}

	private static String get(String url) throws Exception {
		HttpResponse<String> response = HttpClient.newHttpClient()
			.send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString());
		assertThat(response.statusCode()).as(url).isEqualTo(200);
		return response.body();
	}

	/** What a tracer would get to know of. */
	static class Observations implements ObservationHandler<Observation.Context> {

		private final Queue<String> observed = new ConcurrentLinkedQueue<>();

		@Override
		public boolean supportsContext(Observation.Context context) {
			return true;
		}

		@Override
		public void onEvent(Observation.Event event, Observation.Context context) {
			this.observed.add(event + " " + context);
		}

		@Override
		public void onStop(Observation.Context context) {
			Throwable error = context.getError();
			this.observed.add(context + " " + ((error != null) ? Throwables.getStackTrace(error) : ""));
		}

	}

	@Configuration(proxyBeanMethods = false)
	@Import(Observations.class)
	@EnableAutoConfiguration(excludeName = {
			"org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration",
			"org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration",
			"org.springframework.boot.security.autoconfigure.actuate.web.servlet.ManagementWebSecurityAutoConfiguration",
			"org.springframework.boot.security.autoconfigure.SecurityAutoConfiguration" })
	static class Application {

	}

}

package io.github.postmarkspring.boot.autoconfigure;

import java.util.ArrayList;
import java.util.List;

import io.github.postmarkspring.client.message.Email;
import io.github.postmarkspring.client.message.PostmarkSender;
import io.github.postmarkspring.emulator.PostmarkEmulator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(OutputCaptureExtension.class)
class WireLogDefaultsTests {

	@ParameterizedTest
	@ValueSource(strings = { "http-components", "jdk", "simple" })
	void anApplicationThatLogsEverythingAtDebugLogsNoToken(String engine, CapturedOutput output) {
		String token = send("spring.http.clients.imperative.factory=" + engine, "logging.level.root=debug",
				"logging.level.org.springframework.web=trace");
		assertThat(output.getAll().contains(" DEBUG ")).isTrue();
		assertThat(output.getAll().contains(token)).isFalse();
	}

	@Test
	void theLoggersOfJettyThatWriteHeadersStayQuietToo() {
		MockEnvironment environment = new MockEnvironment();
		new WireLogDefaults().postProcessEnvironment(environment, new SpringApplication());
		assertThat(List.of("client.transport.HttpSender", "http.HttpGenerator"))
			.allSatisfy((logger) -> assertThat(environment.getProperty("logging.level.org.eclipse.jetty." + logger))
				.isEqualTo("info"));
	}

	@Test
	void whoeverAsksForTheHeadersByNameGetsThem(CapturedOutput output) {
		send("spring.http.clients.imperative.factory=http-components",
				"logging.level.org.apache.hc.client5.http.headers=debug");
		assertThat(output.getAll().contains("X-Postmark-Server-Token")).isTrue();
	}

	private static String send(String... properties) {
		try (PostmarkEmulator postmark = PostmarkEmulator.start()) {
			List<String> arguments = new ArrayList<>(List.of("--postmark.base-url=" + postmark.baseUrl(),
					"--postmark.server-token=" + postmark.serverToken()));
			List.of(properties).forEach((property) -> arguments.add("--" + property));
			SpringApplication application = new SpringApplication(Application.class);
			application.setWebApplicationType(WebApplicationType.NONE);
			try (ConfigurableApplicationContext context = application.run(arguments.toArray(new String[0]))) {
				context.getBean(PostmarkSender.class)
					.send(Email.builder()
						.from("shop@shop.example")
						.to("ann@mail.example")
						.subject("Hello")
						.textBody("Hello")
						.build());
			}
			return postmark.serverToken();
		}
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

}

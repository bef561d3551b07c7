package io.github.postmarkspring.stores.files;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

import io.github.postmarkspring.client.message.Email;
import io.github.postmarkspring.client.message.PostmarkSender;
import io.github.postmarkspring.stores.RecordingPostmark;
import io.github.postmarkspring.stores.RecordingPostmark.Mail;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What an operator posts when nothing looks at a store by itself.
 */
class RefreshEndpointTests {

	@Test
	void afterAPostToActuatorMailCarriesTheNewTokenAndTheAnswerDoesNotShowIt() throws Exception {
		try (MountedVolume volume = new MountedVolume("s3cr3t-first");
				RecordingPostmark postmark = RecordingPostmark.start();
				ConfigurableApplicationContext application = new SpringApplicationBuilder(Application.class).run(
						"--server.port=0", "--server.address=127.0.0.1",
						"--management.endpoints.web.exposure.include=refresh",
						"--spring.config.import=configtree:" + volume.directory() + "/",
						"--postmark.token-refresh-interval=1h", "--postmark.base-url=" + postmark.baseUrl())) {
			postmark.acceptOnly("s3cr3t-first", "s3cr3t-second");
			volume.put("s3cr3t-second");
			send(application);

			HttpResponse<String> answer = refresh(application);

			assertThat(answer.statusCode()).isEqualTo(200);
			assertThat(answer.body()).contains("postmark.server-token").doesNotContain("s3cr3t");
			send(application);
			assertThat(postmark.accepted()).extracting(Mail::token).containsExactly("s3cr3t-first", "s3cr3t-second");
		}
	}

	private static HttpResponse<String> refresh(ConfigurableApplicationContext application) throws Exception {
		String port = application.getEnvironment().getRequiredProperty("local.server.port");
		return HttpClient.newHttpClient()
			.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/actuator/refresh"))
				.POST(HttpRequest.BodyPublishers.noBody())
				.build(), HttpResponse.BodyHandlers.ofString());
	}

	private static void send(ConfigurableApplicationContext application) {
		application.getBean(PostmarkSender.class)
			.send(Email.builder()
				.from("shop@shop.example")
				.to("ann@mail.example")
				.subject("Hello")
				.textBody("Hello")
				.build());
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

}

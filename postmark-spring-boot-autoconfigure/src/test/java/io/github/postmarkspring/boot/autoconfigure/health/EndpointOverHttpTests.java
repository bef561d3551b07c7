package io.github.postmarkspring.boot.autoconfigure.health;

import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

import javax.management.MBeanServer;
import javax.management.ObjectName;

import io.github.postmarkspring.boot.autoconfigure.PostmarkConnectionDetails;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * {@code /actuator/postmark} of an application with Spring Security, an emulator and
 * webhooks, by HTTP and by JMX.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EndpointOverHttpTests {

	private ConfigurableApplicationContext application;

	@BeforeAll
	void start() {
		this.application = new SpringApplicationBuilder(Application.class)
			.properties("server.port=0", "server.address=127.0.0.1", "spring.main.banner-mode=off",
					"spring.jmx.enabled=true", "spring.jmx.unique-names=false",
					"spring.jmx.default-domain=postmark.test", "management.endpoints.jmx.domain=postmark.test",
					"management.endpoints.jmx.exposure.include=postmark",
					"management.endpoints.web.exposure.include=postmark,health",
					"management.endpoint.postmark.show-values=when-authorized",
					"management.endpoint.postmark.roles=ADMIN", "postmark.emulator.port=0",
					"postmark.webhook.path=/hook", "postmark.webhook.basic.password=MyPassw0rdOfThisYear7")
			.run();
	}

	@AfterAll
	void stop() {
		this.application.close();
	}

	@Test
	void valuesAreShownToThoseWhoHaveTheRoleOnly() throws Exception {
		String token = this.application.getBean(PostmarkConnectionDetails.class).serverToken();
		assertThat(get("/actuator/postmark", "operator").body()).contains("\"tokenFingerprint\":\"******\"")
			.doesNotContain(LiveToken.fingerprint(token));
		assertThat(get("/actuator/postmark", "admin").body())
			.contains("\"tokenFingerprint\":\"" + LiveToken.fingerprint(token) + "\"",
					"\"emulator\":{\"mailbox\":\"http://")
			.doesNotContain(token);
		assertThat(get("/actuator/postmark/default", "operator").body()).contains("\"status\":\"UP\"",
				"\"name\":\"******\"", "\"suppressions\":{}", "\"deliveryStats\":{");
		assertThat(get("/actuator/postmark/default", "admin").body()).contains("\"id\":1,").doesNotContain(token);
		assertThat(get("/actuator/postmark/nobody", "admin").statusCode()).isEqualTo(404);
		assertThat(get("/actuator/postmark", null).statusCode()).isEqualTo(401);
	}

	@Test
	void webhooksAreCountedAndTheLastThatWereRejectedAreThereWithoutWhatTheySaid() throws Exception {
		for (int i = 0; i < 30; i++) {
			assertThat(post("{\"RecordType\":\"hostile<script>\"}", null).statusCode()).isEqualTo(401);
		}
		assertThat(post("hostile", "postmark:MyPassw0rdOfThisYear7").statusCode()).isEqualTo(400);
		String body = get("/actuator/postmark", "operator").body();
		assertThat(body).containsPattern("\"lastRejects\":\\[\\{[^}]*\"reason\":\"invalid\"")
			.contains("\"count\":30", "\"outcome\":\"rejected\"")
			.doesNotContain("hostile", "MyPassw0rd");
		assertThat(body.split("\"time\":")).hasSize(1 + 20);
	}

	@Test
	void itWorksByJmxToo() throws Exception {
		MBeanServer server = ManagementFactory.getPlatformMBeanServer();
		ObjectName name = new ObjectName("postmark.test:type=Endpoint,name=Postmark");
		assertThat(server.invoke(name, "postmark", new Object[0], new String[0]).toString()).contains("default",
				"mailbox");
		assertThat(server.invoke(name, "server", new Object[] { "default" }, new String[] { String.class.getName() })
			.toString()).contains("status=UP", "streams=");
	}

	private HttpResponse<String> get(String path, String user) throws Exception {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base() + path));
		if (user != null) {
			request.header(HttpHeaders.AUTHORIZATION, "Basic " + HttpHeaders.encodeBasicAuth(user, "password", null));
		}
		return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
	}

	private HttpResponse<String> post(String body, String credentials) throws Exception {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base() + "/hook"))
			.header(HttpHeaders.CONTENT_TYPE, "application/json")
			.POST(HttpRequest.BodyPublishers.ofString(body));
		if (credentials != null) {
			String[] parts = credentials.split(":");
			request.header(HttpHeaders.AUTHORIZATION, "Basic " + HttpHeaders.encodeBasicAuth(parts[0], parts[1], null));
		}
		return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
	}

	private String base() {
		return "http://127.0.0.1:" + this.application.getEnvironment().getProperty("local.server.port");
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

		@Bean
		UserDetailsService users() {
			return new InMemoryUserDetailsManager(
					User.withUsername("operator").password("{noop}password").roles("OPERATOR").build(),
					User.withUsername("admin").password("{noop}password").roles("ADMIN").build());
		}

	}

}

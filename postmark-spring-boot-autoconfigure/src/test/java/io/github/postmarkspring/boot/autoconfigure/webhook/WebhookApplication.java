package io.github.postmarkspring.boot.autoconfigure.webhook;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.github.postmarkspring.client.webhook.event.WebhookEvent;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.logging.LoggingSystemProperty;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

/**
 * A real application on a real port, with listeners that write down what they get.
 */
final class WebhookApplication implements AutoCloseable {

	static final String PASSWORD = "Zk3vQ8pL2xR7tN5wB9yD";

	static final String HEADER_VALUE = "Hx7Lq2Nw9Rt4Vz6Kb8Pm";

	static final String CREDENTIALS = "postmark:" + PASSWORD;

	static final String BOUNCE = """
			{ "RecordType": "Bounce", "MessageStream": "outbound", "ID": 4302117755, "Type": "HardBounce", "TypeCode": 1,
			  "Name": "Hard bounce", "Tag": "order", "MessageID": "0b8f1d3e-5a0c-4c61-9f6e-3f2a7c1d9e10",
			  "Metadata": { "orderId": "42" }, "ServerID": 9001, "Description": "Mailbox does not exist.",
			  "Details": "smtp;550 5.1.1 no such user", "Email": "ann@mail.example", "From": "orders@shop.example",
			  "BouncedAt": "2026-11-02T09:15:41.5070259Z", "DumpAvailable": true, "Inactive": true, "CanActivate": true,
			  "Subject": "Order 42" }""";

	private final ConfigurableApplicationContext context;

	private WebhookApplication(ConfigurableApplicationContext context) {
		this.context = context;
	}

	/** Start one with Basic credentials and a path for events. */
	static WebhookApplication start(String... properties) {
		return start(List.of(), withDefaults(properties));
	}

	static WebhookApplication start(List<Class<?>> more, String... properties) {
		return start(Application.class, more, properties);
	}

	/** Start one with Spring Security. */
	static WebhookApplication startSecured(List<Class<?>> more, String... properties) {
		return start(SecuredApplication.class, more, properties);
	}

	private static WebhookApplication start(Class<?> application, List<Class<?>> more, String... properties) {
		List<Class<?>> sources = new ArrayList<>(more);
		sources.add(0, application);
		List<String> all = new ArrayList<>(List.of("server.port=0", "server.address=127.0.0.1",
				"spring.main.banner-mode=off", "postmark.emulator.enabled=false"));
		all.addAll(Arrays.asList(properties));
		return new WebhookApplication(
				new SpringApplicationBuilder(sources.toArray(new Class<?>[0])).web(WebApplicationType.SERVLET)
					.properties(all.toArray(new String[0]))
					.run());
	}

	static String[] withDefaults(String... properties) {
		List<String> all = new ArrayList<>(
				List.of("postmark.webhook.path=/postmark/webhook", "postmark.webhook.basic.password=" + PASSWORD));
		all.addAll(Arrays.asList(properties));
		return all.toArray(new String[0]);
	}

	RawHttp http() {
		return new RawHttp(((WebServerApplicationContext) this.context).getWebServer().getPort());
	}

	List<WebhookEvent> events() {
		return this.context.getBean(Events.class).received;
	}

	/** The protected controllers that were reached, if there are any. */
	List<String> reached() {
		return this.context.getBeanProvider(Controllers.class)
			.stream()
			.findFirst()
			.map((controllers) -> controllers.reached)
			.orElseGet(ArrayList::new);
	}

	<T> T bean(Class<T> type) {
		return this.context.getBean(type);
	}

	@Override
	public void close() {
		this.context.close();
		// Boot leaves it set, and the next application in this JVM would be as quiet.
		System.clearProperty(LoggingSystemProperty.CONSOLE_THRESHOLD.getEnvironmentVariableName());
	}

	static class Events {

		private final List<WebhookEvent> received = new CopyOnWriteArrayList<>();

		@EventListener
		void receive(WebhookEvent event) {
			this.received.add(event);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration(excludeName = {
			"org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration",
			"org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration",
			"org.springframework.boot.security.autoconfigure.actuate.web.servlet.ManagementWebSecurityAutoConfiguration",
			"org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration" })
	static class Application {

		@Bean
		Events events() {
			return new Events();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class SecuredApplication {

		@Bean
		Events events() {
			return new Events();
		}

	}

}

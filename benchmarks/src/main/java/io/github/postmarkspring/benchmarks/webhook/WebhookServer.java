package io.github.postmarkspring.benchmarks.webhook;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.util.concurrent.atomic.LongAdder;

import com.sun.management.OperatingSystemMXBean;
import io.github.postmarkspring.client.webhook.event.BounceEvent;
import io.github.postmarkspring.client.webhook.event.WebhookEventParser;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * Receives webhooks in four ways: with a controller that nobody verifies for, with the
 * same one behind Basic credentials, and with the endpoints of the starter.
 */
public final class WebhookServer {

	static final String PASSWORD = "benchmark-password-0123456789";

	static final String KEY = "benchmark-key-0123456789-0123456789";

	static final String SIGNATURE_HEADER = "X-Gateway-Signature";

	private WebhookServer() {
	}

	public static void main(String[] args) throws IOException {
		PrintStream out = System.out;
		// What is logged must not get into the conversation.
		System.setOut(System.err);
		try (ConfigurableApplicationContext context = new SpringApplicationBuilder(Application.class)
			.properties("server.port=0", "server.address=127.0.0.1", "server.tomcat.max-keep-alive-requests=-1",
					"spring.main.banner-mode=off", "logging.level.root=warn", "postmark.server-token=unused",
					"postmark.webhook.path=" + Way.BASIC.path(), "postmark.webhook.basic.password=" + PASSWORD,
					"postmark.webhook.protected-paths=" + Way.PROTECTED.path(),
					"postmark.webhook.endpoints.signed.path=" + Way.HMAC.path(),
					"postmark.webhook.endpoints.signed.signature.scheme=generic",
					"postmark.webhook.endpoints.signed.signature.signed-by=gateway:benchmark",
					"postmark.webhook.endpoints.signed.signature.header=" + SIGNATURE_HEADER,
					"postmark.webhook.endpoints.signed.signature.key=" + KEY)
			.run(); BufferedReader in = new BufferedReader(new InputStreamReader(System.in))) {
			JsonMapper json = JsonMapper.shared();
			out.println(context.getEnvironment().getRequiredProperty("local.server.port"));
			Application application = context.getBean(Application.class);
			for (String line = in.readLine(); line != null; line = in.readLine()) {
				out.println(json.writeValueAsString(application.received()));
			}
		}
	}

	/**
	 * What was received so far.
	 *
	 * @param events how many events
	 * @param cpuNanos the CPU time of the process
	 */
	record Received(long events, long cpuNanos) {

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@RestController
	static class Application {

		private final WebhookEventParser parser = new WebhookEventParser();

		private final LongAdder events = new LongAdder();

		private final ApplicationEventPublisher publisher;

		Application(ApplicationEventPublisher publisher) {
			this.publisher = publisher;
		}

		@PostMapping({ "/open", "/protected" })
		void receive(@RequestBody byte[] body) {
			this.publisher.publishEvent(this.parser.parse(body, "default"));
		}

		@EventListener
		void bounced(BounceEvent bounce) {
			this.events.increment();
		}

		private Received received() {
			return new Received(this.events.sum(),
					((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime());
		}

	}

}

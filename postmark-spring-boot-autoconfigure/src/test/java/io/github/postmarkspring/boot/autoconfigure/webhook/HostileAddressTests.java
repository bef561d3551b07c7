package io.github.postmarkspring.boot.autoconfigure.webhook;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Addresses that a sender chose itself.
 */
class HostileAddressTests {

	private static final String RIGHT = RawHttp.basic(WebhookApplication.CREDENTIALS);

	@TestFactory
	Stream<DynamicTest> withoutAProxy() {
		WebhookApplication application = start("postmark.webhook.allowed-addresses=203.0.113.0/24,2001:db8::/32");
		return run(application,
				List.of(refused("X-Forwarded-For: 203.0.113.7"), refused("X-Forwarded-For: 2001:db8::1"),
						refused("Forwarded: for=203.0.113.7"), refused("X-Real-IP: 203.0.113.7"),
						refused("X-Client-IP: 203.0.113.7"), refused("True-Client-IP: 203.0.113.7"),
						refused("Host: 203.0.113.7", 400, "")));
	}

	@TestFactory
	Stream<DynamicTest> behindTheContainersProxySupport() {
		WebhookApplication application = start("postmark.webhook.allowed-addresses=postmark",
				"server.forward-headers-strategy=native", "postmark.webhook.trust-forwarded-addresses=true");
		return run(application, List.of(refused("X-Some: none"), refused("X-Forwarded-For: 203.0.113.7"),
				refused("X-Forwarded-For: 50.31.156.6, 203.0.113.7"), refused("X-Forwarded-For: 10.0.0.1, 192.168.0.1"),
				refused("Forwarded: for=50.31.156.6"), refused("X-Forwarded-For: unknown", 401, "address-malformed")));
	}

	private static WebhookApplication start(String... properties) {
		List<String> all = new java.util.ArrayList<>(List.of(properties));
		all.add("logging.threshold.console=WARN");
		return WebhookApplication.start(List.of(Metrics.class),
				WebhookApplication.withDefaults(all.toArray(new String[0])));
	}

	private static Stream<DynamicTest> run(WebhookApplication application, List<HostileCase> cases) {
		HostileRequests hostile = new HostileRequests(application);
		return hostile.tests(cases).onClose(() -> {
			hostile.close();
			application.close();
		});
	}

	private static HostileCase refused(String header) {
		return refused(header, 401, "address-not-allowed");
	}

	private static HostileCase refused(String header, int status, String reason) {
		return new HostileCase(header,
				HostileCase.request("POST /postmark/webhook", WebhookApplication.BOUNCE, RIGHT, header), status,
				reason);
	}

}

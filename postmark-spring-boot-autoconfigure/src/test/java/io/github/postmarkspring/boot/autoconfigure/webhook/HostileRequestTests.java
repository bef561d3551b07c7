package io.github.postmarkspring.boot.autoconfigure.webhook;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What comes of hostile requests where Basic credentials verify.
 */
class HostileRequestTests {

	private static WebhookApplication application;

	private static HostileRequests hostile;

	@BeforeAll
	static void start() {
		application = WebhookApplication.start(List.of(Controllers.class, Metrics.class),
				WebhookApplication.withDefaults("postmark.webhook.max-body-size=20KB",
						"postmark.webhook.protected-paths=/hooks/mine,/hooks/all/**",
						"logging.threshold.console=WARN"));
		hostile = new HostileRequests(application);
	}

	@AfterAll
	static void close() {
		hostile.close();
		application.close();
	}

	@TestFactory
	Stream<DynamicTest> noCredentials() {
		return hostile.tests(CredentialCases.absent());
	}

	@TestFactory
	Stream<DynamicTest> wrongCredentials() {
		return hostile.tests(CredentialCases.wrong());
	}

	@TestFactory
	Stream<DynamicTest> malformedCredentials() {
		return hostile.tests(CredentialCases.malformed());
	}

	@TestFactory
	Stream<DynamicTest> methods() {
		return hostile.tests(RequestCases.methods());
	}

	@TestFactory
	Stream<DynamicTest> typesAndEncodings() {
		return hostile.tests(RequestCases.types());
	}

	@TestFactory
	Stream<DynamicTest> sizes() {
		return hostile.tests(RequestCases.sizes());
	}

	@TestFactory
	Stream<DynamicTest> cut() {
		return hostile.tests(RequestCases.cut());
	}

	@TestFactory
	Stream<DynamicTest> json() {
		return hostile.tests(JsonCases.all());
	}

	@TestFactory
	Stream<DynamicTest> lengths() {
		return hostile.tests(FramingCases.lengths());
	}

	@TestFactory
	Stream<DynamicTest> chunks() {
		return hostile.tests(FramingCases.chunks());
	}

	@TestFactory
	Stream<DynamicTest> lines() {
		return hostile.tests(FramingCases.lines());
	}

}

package io.github.postmarkspring.boot.autoconfigure.webhook;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Ways round the guard, in an application that lies below a context path and a servlet
 * path, and believes the headers of a proxy.
 */
class HostileProxyTests {

	private static final String ALLOWED = "X-Forwarded-For: 50.31.156.6";

	private static WebhookApplication application;

	private static HostileRequests hostile;

	@BeforeAll
	static void start() {
		application = WebhookApplication.start(List.of(Controllers.class, Metrics.class),
				WebhookApplication.withDefaults("server.servlet.context-path=/app", "spring.mvc.servlet.path=/mvc",
						"server.forward-headers-strategy=framework", "postmark.webhook.allowed-addresses=postmark",
						"postmark.webhook.trust-forwarded-addresses=true",
						"postmark.webhook.protected-paths=/hooks/mine", "logging.threshold.console=WARN"));
		hostile = new HostileRequests(application);
	}

	@AfterAll
	static void close() {
		hostile.close();
		application.close();
	}

	@TestFactory
	Stream<DynamicTest> pathOfAnEndpoint() {
		return hostile.tests(PathCases.of("/app/mvc", "postmark", "webhook", ALLOWED));
	}

	@TestFactory
	Stream<DynamicTest> pathOfAProtectedController() {
		return hostile.tests(PathCases.of("/app/mvc", "hooks", "mine", ALLOWED));
	}

	@TestFactory
	Stream<DynamicTest> pathOfTheApplication() {
		return Stream
			.of("/app;x=1/mvc/hooks/mine", "/%61pp/mvc/hooks/mine", "/app/mvc;x=1/hooks/mine", "/app/%6dvc/hooks/mine",
					"//app//mvc/hooks/mine", "/./app/./mvc/hooks/mine", "/app/../app/mvc/hooks/mine",
					"/app/mvc/../mvc/hooks/mine", "/app;x=1/%6dvc;y/./hooks/%6dine;z")
			.flatMap((path) -> hostile.tests(List.of(PathCases.guarded(path, ALLOWED), PathCases
				.guarded(path.replace("hooks/", "postmark/").replaceAll("(m|%6d)ine", "webhook"), ALLOWED))));
	}

	@TestFactory
	Stream<DynamicTest> forwardedPrefixes() {
		return Stream
			.of("/zzz", "/", "", "/app/mvc", "/postmark/webhook", "/a;b", "/%7a%zz", "//a//b//", "zzz", "/a/../..",
					"/zzz, /yyy", "/\u00e9", "https://evil.example/x")
			.flatMap((prefix) -> hostile
				.tests(List.of(PathCases.guarded("/app/mvc/postmark/webhook", ALLOWED, "X-Forwarded-Prefix: " + prefix),
						PathCases.guarded("/app/mvc/hooks/mine", ALLOWED, "X-Forwarded-Prefix: " + prefix))));
	}

	@TestFactory
	Stream<DynamicTest> forwardedAddresses() {
		return hostile.tests(List.of(address("address-not-allowed", "X-Forwarded-Proto: https"),
				address("address-not-allowed", "X-Forwarded-For: 203.0.113.7"),
				address("address-not-allowed", "X-Forwarded-For: 127.0.0.1"),
				address("address-not-allowed", "X-Forwarded-For: 203.0.113.7, 50.31.156.6"),
				address("address-malformed", "X-Forwarded-For: postmark.example"),
				address("address-malformed", "X-Forwarded-For: 050.31.156.6"),
				address("address-malformed", "X-Forwarded-For: 50.31.156.6%0a"),
				address("address-malformed", "X-Forwarded-For: " + "5".repeat(500)),
				address("address-not-allowed", "X-Real-IP: 50.31.156.6"),
				address("address-not-allowed", "CF-Connecting-IP: 50.31.156.6"),
				address("address-not-allowed", "Forwarded: for=203.0.113.7"),
				address("address-not-allowed", "X-Forwarded-For: ::1")));
	}

	private static HostileCase address(String reason, String header) {
		return new HostileCase(header, HostileCase.request("POST /app/mvc/postmark/webhook", WebhookApplication.BOUNCE,
				RawHttp.basic(WebhookApplication.CREDENTIALS), header), 401, reason);
	}

}

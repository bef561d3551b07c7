package io.github.postmarkspring.boot.autoconfigure.webhook;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Ways round the guard, in an application at the root of its server.
 */
class HostilePathTests {

	private static WebhookApplication application;

	private static HostileRequests hostile;

	@BeforeAll
	static void start() {
		application = WebhookApplication.start(List.of(Controllers.class, Metrics.class),
				WebhookApplication.withDefaults("postmark.webhook.protected-paths=/hooks/mine,/hooks/all/**",
						"logging.threshold.console=WARN"));
		hostile = new HostileRequests(application);
	}

	@AfterAll
	static void close() {
		hostile.close();
		application.close();
	}

	@TestFactory
	Stream<DynamicTest> pathOfAnEndpoint() {
		return hostile.tests(PathCases.of("", "postmark", "webhook"));
	}

	@TestFactory
	Stream<DynamicTest> pathOfAProtectedController() {
		return hostile.tests(PathCases.of("", "hooks", "mine"));
	}

	@TestFactory
	Stream<DynamicTest> otherCase() {
		return hostile.tests(List.of(PathCases.posted("/Postmark/Webhook", 404, ""), PathCases.guarded("/HOOKS/MINE"),
				PathCases.guarded("/hooks/ALL/x")));
	}

	@TestFactory
	Stream<DynamicTest> patternOfAProtectedController() {
		return hostile.tests(List.of(PathCases.guarded("/hooks/all/x"), PathCases.guarded("/hooks/all/x/y"),
				PathCases.guarded("/hooks/all"), PathCases.guarded("/hooks/all/"), PathCases.guarded("/hooks/all;x/x"),
				PathCases.guarded("/hooks/%61ll/x"), PathCases.guarded("/hooks/all/%0a"),
				PathCases.guarded("/hooks/all/..;/all/x")));
	}

	@TestFactory
	Stream<DynamicTest> dispatchesFromAnOpenController() {
		return Stream
			.of("/postmark/webhook", "/postmark/webhook;x=1", "/postmark/%77ebhook", "/postmark/./webhook",
					"/hooks/mine", "/hooks/mine;x=1", "/hooks/%6Dine", "/hooks//mine", "/hooks/all/x")
			.flatMap((path) -> hostile.tests(List.of(PathCases.posted("/open/forward?to=" + path, 401, "forwarded"),
					PathCases.posted("/open/forward?to=" + path, 401, "forwarded",
							RawHttp.basic(WebhookApplication.CREDENTIALS)),
					PathCases.posted("/open/include?to=" + path, 200, "forwarded",
							RawHttp.basic(WebhookApplication.CREDENTIALS)))));
	}

}

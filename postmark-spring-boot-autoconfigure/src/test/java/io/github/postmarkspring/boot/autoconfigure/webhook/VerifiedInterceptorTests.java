package io.github.postmarkspring.boot.autoconfigure.webhook;

import java.io.IOException;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.util.pattern.PathPatternParser;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The lock behind the filter.
 */
class VerifiedInterceptorTests {

	private final WebhookEndpoint endpoint = new WebhookEndpoint("default",
			new PathPatternParser().parse("/mvc/hooks/mine"), WebhookEndpoint.Kind.PROTECTED,
			new WebhookEndpoint.Verifiers(List.of(), List.of(), true, Set.of()), 100);

	private final VerifiedInterceptor interceptor = new VerifiedInterceptor(
			() -> new WebhookEndpoints(List.of(this.endpoint)), new ServletPath("/mvc"));

	private final MockHttpServletRequest request = new MockHttpServletRequest("POST", "/somewhere");

	private final MockHttpServletResponse response = new MockHttpServletResponse();

	@Test
	void aControllerThatIsReachedWithoutTheMarkIsKeptFromRunningAndThatIsLogged() throws IOException {
		this.request.setAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE, "/hooks/mine");
		try (CapturedLog log = CapturedLog.begin()) {
			assertThat(this.interceptor.preHandle(this.request, this.response, new Object())).isFalse();
			assertThat(log.text())
				.contains("ERROR A request came to the controller at /mvc/hooks/mine without being verified");
		}
		assertThat(this.response.getStatus()).isEqualTo(401);
	}

	@Test
	void aControllerThatIsReachedWithTheMarkRuns() throws IOException {
		this.request.setAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE, "/hooks/mine");
		VerifiedMark.put(this.request, this.endpoint);
		assertThat(this.interceptor.preHandle(this.request, this.response, new Object())).isTrue();
	}

	@Test
	void anyOtherControllerIsLeftAlone() throws IOException {
		this.request.setAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE, "/open");
		assertThat(this.interceptor.preHandle(this.request, this.response, new Object())).isTrue();
	}

}

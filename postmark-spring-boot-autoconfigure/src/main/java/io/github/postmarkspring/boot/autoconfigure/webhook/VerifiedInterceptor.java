package io.github.postmarkspring.boot.autoconfigure.webhook;

import java.io.IOException;
import java.time.Duration;
import java.util.function.Supplier;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Insists that whatever reaches a controller at a webhook path has been verified. It is
 * the second lock: should a request get past the filter, it is by the pattern of the
 * controller itself that it is found here.
 */
class VerifiedInterceptor implements HandlerInterceptor {

	private static final Log logger = LogFactory.getLog(PostmarkWebhookFilter.class);

	private final Supplier<WebhookEndpoints> endpoints;

	private final ServletPath servletPath;

	private final RateLimit lines = new RateLimit(10, Duration.ofMinutes(1));

	VerifiedInterceptor(Supplier<WebhookEndpoints> endpoints, ServletPath servletPath) {
		this.endpoints = endpoints;
		this.servletPath = servletPath;
	}

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
			throws IOException {
		WebhookEndpoint endpoint = find(request);
		if (endpoint == null || VerifiedMark.isOn(request, endpoint)) {
			return true;
		}
		if (this.lines.tryPass() != null) {
			logger.error("A request came to the controller at " + endpoint
					+ " without being verified. It has been rejected. Is there a filter that changes paths?");
		}
		Answer.unverified("unmarked").writeTo(response);
		return false;
	}

	private @Nullable WebhookEndpoint find(HttpServletRequest request) {
		WebhookEndpoints all = this.endpoints.get();
		WebhookEndpoint endpoint = all.find(request);
		Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
		if (endpoint == null && pattern != null) {
			endpoint = all.find(this.servletPath.prefix() + pattern);
		}
		return endpoint;
	}

}

package io.github.postmarkspring.boot.autoconfigure.webhook;

import java.util.List;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.server.PathContainer;
import org.springframework.http.server.RequestPath;

/**
 * Finds the endpoint of a request. Paths are parsed as Spring MVC parses them, so that
 * what reaches a controller there is seen here: letters that are encoded, and parameters
 * in the path.
 */
class WebhookEndpoints {

	private final List<WebhookEndpoint> endpoints;

	WebhookEndpoints(List<WebhookEndpoint> endpoints) {
		this.endpoints = List.copyOf(endpoints);
	}

	List<WebhookEndpoint> all() {
		return this.endpoints;
	}

	@Nullable WebhookEndpoint find(HttpServletRequest request) {
		Object included = request.getAttribute(RequestDispatcher.INCLUDE_REQUEST_URI);
		String uri = (included instanceof String path) ? path : request.getRequestURI();
		return find(RequestPath.parse(uri, request.getContextPath()).pathWithinApplication());
	}

	@Nullable WebhookEndpoint find(PathContainer path) {
		for (WebhookEndpoint endpoint : this.endpoints) {
			if (endpoint.pattern().matches(path)) {
				return endpoint;
			}
		}
		return null;
	}

}

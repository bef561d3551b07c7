package io.github.postmarkspring.boot.autoconfigure.webhook;

import java.util.Comparator;
import java.util.List;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.server.PathContainer;
import org.springframework.http.server.RequestPath;
import org.springframework.web.util.pattern.PathPattern;

/**
 * Finds the endpoint of a request. Paths are parsed as Spring MVC parses them, so that
 * what reaches a controller there is seen here: letters that are encoded, and parameters
 * in the path.
 */
class WebhookEndpoints {

	private static final PathContainer.Options DECODED = PathContainer.Options.create('/', false);

	private final List<WebhookEndpoint> endpoints;

	WebhookEndpoints(List<WebhookEndpoint> endpoints) {
		// A pattern of protected paths must not take what another endpoint names.
		this.endpoints = endpoints.stream()
			.sorted(Comparator.comparing(WebhookEndpoint::pattern, PathPattern.SPECIFICITY_COMPARATOR))
			.toList();
	}

	List<WebhookEndpoint> all() {
		return this.endpoints;
	}

	@Nullable WebhookEndpoint find(HttpServletRequest request) {
		String uri = request.getRequestURI();
		WebhookEndpoint endpoint = findAsSent(uri, request);
		if (endpoint == null && request.getAttribute(RequestDispatcher.INCLUDE_REQUEST_URI) instanceof String included) {
			endpoint = findAsSent(included, request);
		}
		if (endpoint == null) {
			// What the container made of it, which other servlets go by.
			String pathInfo = request.getPathInfo();
			String path = (pathInfo != null) ? request.getServletPath() + pathInfo : request.getServletPath();
			endpoint = path.equals(uri) ? null : find(path);
		}
		return endpoint;
	}

	private @Nullable WebhookEndpoint findAsSent(String uri, HttpServletRequest request) {
		try {
			return find(RequestPath.parse(uri, request.getContextPath()).pathWithinApplication());
		}
		catch (IllegalArgumentException | IllegalStateException ex) {
			// Nor can Spring MVC find anything there.
			return null;
		}
	}

	/**
	 * Find the endpoint of a path that is decoded already.
	 * @param path the path below the context path
	 * @return the endpoint, if there is one
	 */
	@Nullable WebhookEndpoint find(String path) {
		return find(PathContainer.parsePath(path, DECODED));
	}

	private @Nullable WebhookEndpoint find(PathContainer path) {
		for (WebhookEndpoint endpoint : this.endpoints) {
			if (endpoint.pattern().matches(path)) {
				return endpoint;
			}
		}
		return null;
	}

}

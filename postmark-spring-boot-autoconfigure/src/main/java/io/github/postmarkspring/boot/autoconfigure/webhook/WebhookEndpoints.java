package io.github.postmarkspring.boot.autoconfigure.webhook;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;

import jakarta.servlet.DispatcherType;
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
		// What is included has its path in attributes; the request's own is that of the
		// page around it, which has been looked at before.
		if (request.getDispatcherType() == DispatcherType.INCLUDE
				&& request.getAttribute(RequestDispatcher.INCLUDE_REQUEST_URI) instanceof String uri) {
			return find(request, uri, request.getAttribute(RequestDispatcher.INCLUDE_SERVLET_PATH),
					request.getAttribute(RequestDispatcher.INCLUDE_PATH_INFO));
		}
		return find(request, request.getRequestURI(), request.getServletPath(), request.getPathInfo());
	}

	/**
	 * Find it by the path as it was sent, which Spring MVC goes by, and by what the
	 * container made of it, which others go by. For most requests both are the same.
	 */
	private @Nullable WebhookEndpoint find(HttpServletRequest request, String uri, @Nullable Object servletPath,
			@Nullable Object pathInfo) {
		PathContainer sent = asSent(uri, request.getContextPath());
		WebhookEndpoint endpoint = (sent != null) ? find(sent) : null;
		String path = Objects.toString(servletPath, "") + Objects.toString(pathInfo, "");
		boolean same = sent != null && path.equals(sent.value());
		return (endpoint != null || same) ? endpoint : find(path);
	}

	private static @Nullable PathContainer asSent(String uri, String contextPath) {
		try {
			return RequestPath.parse(uri, contextPath).pathWithinApplication();
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

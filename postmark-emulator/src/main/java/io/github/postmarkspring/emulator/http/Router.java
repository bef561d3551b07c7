package io.github.postmarkspring.emulator.http;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;

/**
 * The routing table: the most specific pattern that matches path and method wins.
 */
final class Router {

	private final List<Route> routes;

	Router(List<Route> routes) {
		this.routes = routes.stream()
			.sorted(Comparator.comparing(Route::path, PathPattern.SPECIFICITY_COMPARATOR))
			.toList();
	}

	/**
	 * Finds the route of a request.
	 * @throws ApiException with HTTP 404 if there is none, also when only the method is
	 * another
	 */
	Match match(String method, String rawPath) {
		PathContainer path = PathContainer.parsePath(withoutTrailingSlash(rawPath));
		for (Route route : this.routes) {
			if (route.method().equals(method)) {
				PathPattern.PathMatchInfo info = route.path().matchAndExtract(path);
				if (info != null) {
					return new Match(route, info.getUriVariables());
				}
			}
		}
		throw ApiException.of(404, 404, "There is nothing at this address in the Postmark emulator.");
	}

	static String withoutTrailingSlash(String path) {
		return (path.length() > 1 && path.endsWith("/")) ? path.substring(0, path.length() - 1) : path;
	}

	record Match(Route route, Map<String, String> variables) {

	}

}

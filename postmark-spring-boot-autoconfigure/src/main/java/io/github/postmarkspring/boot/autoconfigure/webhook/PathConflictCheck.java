package io.github.postmarkspring.boot.autoconfigure.webhook;

import java.util.List;

import org.springframework.boot.diagnostics.FailureAnalyzedException;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Refuses to start when a controller has the path of an endpoint: it would never be
 * reached.
 */
final class PathConflictCheck {

	private PathConflictCheck() {
	}

	static void check(WebhookEndpoints endpoints, ServletPath servletPath,
			List<RequestMappingHandlerMapping> mappings) {
		for (RequestMappingHandlerMapping mapping : mappings) {
			mapping.getHandlerMethods().forEach((info, method) -> {
				for (String path : paths(info)) {
					WebhookEndpoint endpoint = endpoints.find(servletPath.prefix() + path);
					if (endpoint != null && endpoint.isTerminal()) {
						throw new FailureAnalyzedException(
								"The webhook endpoint at '" + endpoint + "' is also the path of " + method + ".",
								"Choose another path for one of them. Events are received by @EventListener methods; a "
										+ "controller that is to receive webhooks itself belongs into '"
										+ VerificationSettings.PREFIX + ".protected-paths'.");
					}
				}
			});
		}
	}

	private static Iterable<String> paths(RequestMappingInfo info) {
		return info.getPatternValues();
	}

}

package io.github.postmarkspring.boot.autoconfigure.webhook;

import jakarta.servlet.ServletRequest;

/**
 * Tells that the filter has verified a request. What it puts on the request is an object
 * that nobody else has, so nothing that comes from outside can look like it.
 */
final class VerifiedMark {

	private static final String ATTRIBUTE = VerifiedMark.class.getName();

	private VerifiedMark() {
	}

	static void put(ServletRequest request, WebhookEndpoint endpoint) {
		request.setAttribute(ATTRIBUTE, endpoint);
	}

	static boolean isOn(ServletRequest request, WebhookEndpoint endpoint) {
		return request.getAttribute(ATTRIBUTE) == endpoint;
	}

}

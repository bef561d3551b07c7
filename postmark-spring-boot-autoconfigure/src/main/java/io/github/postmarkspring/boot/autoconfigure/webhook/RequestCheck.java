package io.github.postmarkspring.boot.autoconfigure.webhook;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/**
 * Refuses what cannot be a webhook, before anything of it is read.
 */
final class RequestCheck {

	private RequestCheck() {
	}

	static @Nullable Answer refuse(HttpServletRequest request, long maxBytes) {
		if (!"POST".equals(request.getMethod())) {
			return Answer.rejected(405, "method");
		}
		if (!isJson(request)) {
			return Answer.rejected(415, "media-type");
		}
		if (!values(request, HttpHeaders.CONTENT_ENCODING).stream().allMatch("identity"::equalsIgnoreCase)) {
			// What is not unpacked cannot explode.
			return Answer.rejected(415, "content-encoding");
		}
		return (request.getContentLengthLong() > maxBytes) ? Answer.rejected(413, "too-large") : null;
	}

	private static boolean isJson(HttpServletRequest request) {
		List<String> types = values(request, HttpHeaders.CONTENT_TYPE);
		if (types.size() != 1) {
			return false;
		}
		try {
			MediaType type = MediaType.parseMediaType(types.get(0));
			return "application".equals(type.getType()) && "json".equals(type.getSubtype())
					&& (type.getCharset() == null || StandardCharsets.UTF_8.equals(type.getCharset()));
		}
		catch (IllegalArgumentException ex) {
			return false;
		}
	}

	private static List<String> values(HttpServletRequest request, String header) {
		return Collections.list(request.getHeaders(header));
	}

}

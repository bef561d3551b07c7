package io.github.postmarkspring.client.webhook;

import java.util.List;

import org.springframework.http.HttpHeaders;

/**
 * Reads a header that must be there exactly once: of two, something in front may have
 * looked at the other.
 */
final class OneHeader {

	private static final int MAX_LENGTH = 1024;

	private OneHeader() {
	}

	/**
	 * Read the header.
	 * @param headers the headers
	 * @param name its name
	 * @param what what it carries, to start the reason with
	 * @return its value
	 * @throws RefusedException if it is not there, there twice or too long
	 */
	static String read(HttpHeaders headers, String name, String what) throws RefusedException {
		List<String> values = headers.getOrEmpty(name);
		if (values.isEmpty()) {
			throw new RefusedException(what + "-missing");
		}
		if (values.size() > 1) {
			throw new RefusedException(what + "-repeated");
		}
		String value = values.get(0);
		if (value == null || value.length() > MAX_LENGTH) {
			throw new RefusedException(what + "-malformed");
		}
		return value;
	}

}

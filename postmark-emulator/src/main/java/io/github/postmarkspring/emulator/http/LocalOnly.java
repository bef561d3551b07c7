package io.github.postmarkspring.emulator.http;

import java.util.regex.Pattern;

import com.sun.net.httpserver.Headers;
import org.jspecify.annotations.Nullable;

/**
 * Keeps other web sites out. A page the developer happens to visit can make the browser
 * call this server: by a name it has pointed at this machine (DNS rebinding), or
 * cross-site.
 */
final class LocalOnly {

	private static final Pattern LOCAL_HOST = Pattern.compile("(?i)(localhost|127\\.0\\.0\\.1|\\[::1])(:\\d{1,5})?");

	private LocalOnly() {
	}

	/**
	 * Returns why a request must be refused, or {@code null} if it need not.
	 */
	static @Nullable Response refusal(String method, Headers headers) {
		String host = headers.getFirst("Host");
		if (host == null || !LOCAL_HOST.matcher(host).matches()) {
			return Response.forbidden("The Postmark emulator answers to localhost only.");
		}
		String origin = headers.getFirst("Origin");
		boolean changes = !method.equals("GET") && !method.equals("HEAD");
		if (changes && origin != null && !origin.equalsIgnoreCase("http://" + host)) {
			return Response.forbidden("The Postmark emulator takes no orders from other web sites.");
		}
		return null;
	}

}

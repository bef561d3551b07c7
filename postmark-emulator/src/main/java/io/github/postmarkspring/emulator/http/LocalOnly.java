package io.github.postmarkspring.emulator.http;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.sun.net.httpserver.Headers;
import org.jspecify.annotations.Nullable;

/**
 * Keeps other web sites out. A page the developer happens to visit can make the browser
 * call this server: by a name it has pointed at this machine (DNS rebinding), or
 * cross-site.
 */
final class LocalOnly {

	private static final Pattern HOST = Pattern.compile("([^:\\[\\]]+|\\[[0-9A-Fa-f:.]+])(:\\d{1,5})?");

	// Addresses cannot be pointed elsewhere, and nobody can register a name without dots.
	private static final Pattern UNFORGEABLE = Pattern
		.compile("\\d{1,3}(\\.\\d{1,3}){3}|\\[.*]|[A-Za-z0-9_-]*[A-Za-z_-][A-Za-z0-9_-]*");

	private final Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

	private final boolean loopback;

	/**
	 * Creates the guard of a listener.
	 * @param loopback whether it can be reached from this machine only
	 * @param names further names it answers to
	 */
	LocalOnly(boolean loopback, Set<String> names) {
		this.loopback = loopback;
		this.names.addAll(Set.of("localhost", "127.0.0.1", "[::1]"));
		this.names.addAll(names);
	}

	/**
	 * Returns why a request must be refused, or {@code null} if it need not.
	 */
	@Nullable Response refusal(String method, Headers headers) {
		String host = headers.getFirst("Host");
		if (host == null || !answersTo(host)) {
			return Response.forbidden("The Postmark emulator does not answer to this host name."
					+ (this.loopback ? " It answers to localhost only." : ""));
		}
		String origin = headers.getFirst("Origin");
		boolean changes = !method.equals("GET") && !method.equals("HEAD");
		if (changes && origin != null && !origin.equalsIgnoreCase("http://" + host)) {
			return Response.forbidden("The Postmark emulator takes no orders from other web sites.");
		}
		return null;
	}

	private boolean answersTo(String host) {
		Matcher matcher = HOST.matcher(host);
		if (!matcher.matches()) {
			return false;
		}
		String name = matcher.group(1);
		return this.names.contains(name) || (!this.loopback && UNFORGEABLE.matcher(name).matches());
	}

}

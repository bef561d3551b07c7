package io.github.postmarkspring.emulator.posting;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Where to post, and with what to introduce oneself. All of it may be secret.
 *
 * @since 0.1.0
 */
public final class Target {

	// What belongs to the connection, or is Postmark's own.
	private static final Set<String> RESERVED = Set.of("connection", "content-length", "expect", "host", "upgrade",
			"transfer-encoding", "content-type", "user-agent", "x-pm-webhook-trace-id", "x-pm-retries-remaining");

	private final URI uri;

	private final Map<String, String> headers;

	private Target(URI uri, Map<String, String> headers) {
		this.uri = uri;
		this.headers = headers;
	}

	/**
	 * Returns the target a URL stands for.
	 * @param url an {@code http} or {@code https} URL, perhaps with credentials
	 * @param headers further headers by name
	 * @param basic user name and password with a colon between, which take precedence
	 * over those of the URL; or {@code null}
	 * @return the target
	 */
	public static Target of(String url, Map<String, String> headers, @Nullable String basic) {
		URI uri = URI.create(url);
		Map<String, String> all = new LinkedHashMap<>();
		headers.forEach((name, value) -> {
			if (!RESERVED.contains(name.toLowerCase(Locale.ROOT))) {
				all.put(name, value);
			}
		});
		String login = (basic != null) ? basic : userInfo(uri);
		if (login != null) {
			all.keySet().removeIf("Authorization"::equalsIgnoreCase);
			all.put("Authorization",
					"Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8)));
		}
		return new Target(without(uri), all);
	}

	/**
	 * Leaves out the credentials, which are not to be sent as part of the URL, and the
	 * fragment.
	 */
	private static URI without(URI uri) {
		String authority = uri.getRawAuthority();
		if (authority == null) {
			throw new IllegalArgumentException("An address without a host");
		}
		String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
		return URI.create(uri.getScheme() + "://" + authority.substring(authority.lastIndexOf('@') + 1) + path
				+ ((uri.getRawQuery() != null) ? "?" + uri.getRawQuery() : ""));
	}

	private static @Nullable String userInfo(URI uri) {
		String info = uri.getRawUserInfo();
		if (info == null) {
			return null;
		}
		String login = URLDecoder.decode(info.replace("+", "%2B"), StandardCharsets.UTF_8);
		return login.contains(":") ? login : login + ":";
	}

	URI uri() {
		return this.uri;
	}

	Map<String, String> headers() {
		return this.headers;
	}

	/**
	 * Returns where a redirect leads. What identifies the sender goes to the same origin
	 * only.
	 */
	Target redirected(String location) {
		URI uri = without(this.uri.resolve(location));
		boolean same = origin(uri).equals(origin(this.uri));
		return new Target(uri, same ? this.headers : Map.of());
	}

	private static String origin(URI uri) {
		int standard = "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
		int port = (uri.getPort() < 0) ? standard : uri.getPort();
		return (uri.getScheme() + "://" + uri.getHost() + ":" + port).toLowerCase(Locale.ROOT);
	}

	/**
	 * Returns a URL without what may be secret in it.
	 * @param url an {@code http} or {@code https} URL
	 * @return the URL without credentials and query
	 */
	public static String address(String url) {
		return of(url, Map.of(), null).address();
	}

	String address() {
		return this.uri.getScheme() + "://" + this.uri.getRawAuthority() + this.uri.getRawPath();
	}

	@Override
	public String toString() {
		return "Target[redacted]";
	}

}

package io.github.postmarkspring.boot.autoconfigure;

import java.net.URI;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.diagnostics.FailureAnalyzedException;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.HttpComponentsClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.JdkClientHttpRequestFactoryBuilder;
import org.springframework.util.StringUtils;

/**
 * The proxy on the way to Postmark, checked: user name and password are both there or
 * both {@code null}.
 */
final class HttpProxy {

	private static final String DISABLED_SCHEMES = "jdk.http.auth.tunneling.disabledSchemes";

	private final String host;

	private final int port;

	private final @Nullable String username;

	private final @Nullable String password;

	private HttpProxy(String host, int port, @Nullable String username, @Nullable String password) {
		this.host = host;
		this.port = port;
		this.username = username;
		this.password = password;
	}

	/**
	 * Return the proxy to use for a base URL.
	 * @return the proxy, or {@code null} if there is none or the URL is near
	 * @throws FailureAnalyzedException if what is set cannot work
	 */
	static @Nullable HttpProxy of(PostmarkProperties.Proxy properties, URI baseUrl,
			ClientHttpRequestFactoryBuilder<?> builder) {
		String host = StringUtils.hasText(properties.host()) ? properties.host() : null;
		Integer port = properties.port();
		String username = StringUtils.hasText(properties.username()) ? properties.username() : null;
		String password = StringUtils.hasLength(properties.password()) ? properties.password() : null;
		if ((host == null) != (port == null) || (username == null) != (password == null)
				|| (username != null && host == null)) {
			throw refused("is set in part: " + ((host != null) ? "'host' " : "") + ((port != null) ? "'port' " : "")
					+ ((username != null) ? "'username' " : "") + ((password != null) ? "'password' " : "") + "alone",
					"Set host and port, and username and password if it wants them");
		}
		if (host == null || port == null) {
			return null;
		}
		// The colons are those of an IPv6 address.
		if (!host.matches("[\\w.-]+|[\\p{XDigit}:]+:[\\p{XDigit}:.]+") || port < 1 || port > 65535
				|| (username != null && username.indexOf(':') != -1)) {
			throw refused("is not a host name, a port and a user name",
					"Set 'host' to a host name or IP address alone, 'port' to 1 to 65535 and 'username' to a name without "
							+ "a colon");
		}
		if (String.valueOf(baseUrl.getHost()).matches("(?i)localhost|127\\..*|\\[::1]")) {
			return null;
		}
		if (builder instanceof JdkClientHttpRequestFactoryBuilder) {
			if (username != null
					&& System.getProperty(DISABLED_SCHEMES, "Basic").toLowerCase(Locale.ROOT).contains("basic")) {
				throw refused(
						"has a user name, which the JDK's HTTP client keeps from it: 'Basic' is in the system property '"
								+ DISABLED_SCHEMES + "', where it is unless that is set",
						"Start the JVM with -D" + DISABLED_SCHEMES + "= and nothing behind it, or put "
								+ "'org.apache.httpcomponents.client5:httpclient5' on the classpath");
			}
		}
		else if (!(builder instanceof HttpComponentsClientHttpRequestFactoryBuilder)) {
			throw refused("cannot be used: the HTTP engine is neither Apache HttpComponents nor the JDK's client",
					"Set 'spring.http.clients.imperative.factory' to one of these, or give the engine its proxy in your "
							+ "own code");
		}
		return new HttpProxy(host, port, username, password);
	}

	private static FailureAnalyzedException refused(String problem, String action) {
		return new FailureAnalyzedException("The proxy of 'postmark.proxy' " + problem + ".", action + ".");
	}

	String host() {
		return this.host;
	}

	int port() {
		return this.port;
	}

	@Nullable String username() {
		return this.username;
	}

	@Nullable String password() {
		return this.password;
	}

	/**
	 * Shows neither user name nor password.
	 */
	@Override
	public String toString() {
		return this.host + ":" + this.port;
	}

}

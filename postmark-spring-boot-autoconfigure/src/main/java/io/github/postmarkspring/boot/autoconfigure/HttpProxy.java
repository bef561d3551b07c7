package io.github.postmarkspring.boot.autoconfigure;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;

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

	private static final String PREFIX = "postmark.proxy.";

	private static final String DISABLED_SCHEMES = "jdk.http.auth.tunneling.disabledSchemes";

	private static final String USE_HTTP_COMPONENTS = "put 'org.apache.httpcomponents.client5:httpclient5' on the classpath";

	private static final Pattern LOOPBACK = Pattern.compile("(?i)localhost|127\\..*|\\[::1]");

	// The colons are those of an IPv6 address.
	private static final Pattern HOST = Pattern.compile("[\\p{Alnum}._-]+|[\\p{XDigit}:.]+|\\[[\\p{XDigit}:.]+]");

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
		requireBoth("host", host, "port", port);
		requireBoth("username", username, "password", password);
		if (host == null || port == null) {
			if (username != null) {
				throw alone("username", "host");
			}
			return null;
		}
		if (!HOST.matcher(host).matches()) {
			throw new FailureAnalyzedException("The property '" + PREFIX + "host' is not a host name.",
					"Set it to a host name or an IP address, without scheme, port and credentials: those have "
							+ "properties of their own.");
		}
		if (port < 1 || port > 65535) {
			throw new FailureAnalyzedException("The property '" + PREFIX + "port' is " + port + ".",
					"Set it to a port, from 1 to 65535.");
		}
		if (username != null && username.indexOf(':') != -1) {
			throw new FailureAnalyzedException("The property '" + PREFIX + "username' has a colon in it.",
					"Set it to the user name alone, and '" + PREFIX + "password' to the password.");
		}
		if (LOOPBACK.matcher(String.valueOf(baseUrl.getHost())).matches()) {
			return null;
		}
		requireSupport(builder, username != null);
		return new HttpProxy(host, port, username, password);
	}

	private static void requireBoth(String name, @Nullable Object value, String otherName, @Nullable Object other) {
		if (value != null && other == null) {
			throw alone(name, otherName);
		}
		if (value == null && other != null) {
			throw alone(otherName, name);
		}
	}

	private static FailureAnalyzedException alone(String present, String missing) {
		return new FailureAnalyzedException(
				"The property '" + PREFIX + present + "' is set, but '" + PREFIX + missing + "' is not.",
				"Set both, or neither.");
	}

	private static void requireSupport(ClientHttpRequestFactoryBuilder<?> builder, boolean credentials) {
		if (builder instanceof HttpComponentsClientHttpRequestFactoryBuilder) {
			return;
		}
		if (!(builder instanceof JdkClientHttpRequestFactoryBuilder)) {
			throw new FailureAnalyzedException(
					"The property '" + PREFIX + "host' is set, but the HTTP engine of this application is neither "
							+ "Apache HttpComponents nor the JDK's client.",
					"Set 'spring.http.clients.imperative.factory' to 'jdk', or " + USE_HTTP_COMPONENTS
							+ " and set it to 'http-components'. Or remove the property and give the engine its proxy "
							+ "in your own code.");
		}
		String disabled = System.getProperty(DISABLED_SCHEMES, "Basic");
		if (credentials && StringUtils.commaDelimitedListToSet(disabled.toLowerCase(Locale.ROOT).replace(" ", ""))
			.contains("basic")) {
			throw new FailureAnalyzedException(
					"The property '" + PREFIX + "username' is set, but the JDK's HTTP client keeps user name and "
							+ "password from a proxy on the way to an https URL: 'Basic' is in the system property '"
							+ DISABLED_SCHEMES + "', where it is unless that is set.",
					"Start the JVM with -D" + DISABLED_SCHEMES
							+ "= and nothing behind it, which is for all HTTP clients " + "of the JDK in it, or "
							+ USE_HTTP_COMPONENTS + ".");
		}
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

package io.github.postmarkspring.client;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;
import org.springframework.util.StringUtils;

/**
 * Makes sure that tokens go out over TLS, or not out at all.
 */
final class BaseUrl {

	// Literals only: a name that is looked up may point elsewhere the next time.
	private static final Pattern IP_LITERAL = Pattern.compile("127(\\.\\d{1,3}){3}|\\[[0-9a-fA-F:.]+]");

	private BaseUrl() {
	}

	static String check(URI baseUrl) {
		Assert.notNull(baseUrl, "'baseUrl' must not be null");
		String scheme = (baseUrl.getScheme() != null) ? baseUrl.getScheme().toLowerCase(Locale.ROOT) : "";
		String host = baseUrl.getHost();
		Assert.isTrue(host != null && (scheme.equals("https") || scheme.equals("http")),
				"The base URL must be absolute, such as https://api.postmarkapp.com");
		Assert.isTrue(
				baseUrl.getRawUserInfo() == null && baseUrl.getRawQuery() == null && baseUrl.getFragment() == null,
				"The base URL must have no credentials, query or fragment");
		Assert.isTrue(scheme.equals("https") || isLoopback(host),
				"The base URL must be https, unless its host is localhost or a loopback address: "
						+ "every request carries a token");
		return StringUtils.trimTrailingCharacter(baseUrl.toString(), '/');
	}

	private static boolean isLoopback(@Nullable String host) {
		if (host == null || !IP_LITERAL.matcher(host).matches()) {
			return "localhost".equalsIgnoreCase(host);
		}
		try {
			return InetAddress.getByName(host).isLoopbackAddress();
		}
		catch (UnknownHostException ex) {
			return false;
		}
	}

}

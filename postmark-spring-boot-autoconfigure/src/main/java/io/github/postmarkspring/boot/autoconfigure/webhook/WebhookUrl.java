package io.github.postmarkspring.boot.autoconfigure.webhook;

import java.net.URI;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.web.util.UriComponentsBuilder;

/**
 * URLs that Postmark posts to.
 */
final class WebhookUrl {

	private WebhookUrl() {
	}

	/** Below the URL of the application. */
	static URI of(URI application, String path) {
		return UriComponentsBuilder.fromUri(application).path(path).build().toUri().normalize();
	}

	/** With the credentials in it, the only way to have them with inbound mail. */
	static URI withCredentials(URI url, PostmarkWebhookProperties.@Nullable Basic basic) {
		if (basic == null) {
			return url;
		}
		return UriComponentsBuilder.fromUri(url)
			.userInfo(basic.username() + ":" + basic.password())
			.build()
			.encode()
			.toUri();
	}

	static boolean isSame(@Nullable String url, URI other) {
		URI parsed = parse(url);
		return parsed != null && parsed.getHost() != null && parsed.getScheme().equalsIgnoreCase(other.getScheme())
				&& parsed.getHost().equalsIgnoreCase(other.getHost()) && port(parsed) == port(other)
				&& Objects.equals(parsed.getRawPath(), other.getRawPath());
	}

	static @Nullable String credentials(@Nullable String url) {
		URI parsed = parse(url);
		return (parsed != null) ? parsed.getRawUserInfo() : null;
	}

	private static @Nullable URI parse(@Nullable String url) {
		try {
			URI parsed = (url != null) ? URI.create(url) : null;
			return (parsed != null && parsed.getScheme() != null) ? parsed : null;
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

	private static int port(URI url) {
		if (url.getPort() >= 0) {
			return url.getPort();
		}
		return "https".equalsIgnoreCase(url.getScheme()) ? 443 : 80;
	}

}

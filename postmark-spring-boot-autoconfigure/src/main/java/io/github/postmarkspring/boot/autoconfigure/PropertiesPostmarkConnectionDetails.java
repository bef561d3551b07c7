package io.github.postmarkspring.boot.autoconfigure;

import java.net.URI;

import org.jspecify.annotations.Nullable;

/**
 * Connection details from {@link PostmarkProperties}.
 */
class PropertiesPostmarkConnectionDetails implements PostmarkConnectionDetails {

	private final PostmarkProperties properties;

	PropertiesPostmarkConnectionDetails(PostmarkProperties properties) {
		this.properties = properties;
	}

	@Override
	public URI baseUrl() {
		return this.properties.baseUrl();
	}

	@Override
	public @Nullable String serverToken() {
		return this.properties.serverToken();
	}

	@Override
	public @Nullable String accountToken() {
		return this.properties.accountToken();
	}

}

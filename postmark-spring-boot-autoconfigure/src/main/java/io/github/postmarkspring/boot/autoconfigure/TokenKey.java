package io.github.postmarkspring.boot.autoconfigure;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.source.ConfigurationPropertyName;

/**
 * Which token, and where it is configured.
 *
 * @param server the name of the server, or {@code null} for the account
 * @param property the property that holds it
 */
record TokenKey(@Nullable String server, String property) {

	static final TokenKey SERVER = new TokenKey(PostmarkConnectionDetails.DEFAULT_SERVER, "postmark.server-token");

	static final TokenKey ACCOUNT = new TokenKey(null, "postmark.account-token");

	static TokenKey named(String server) {
		return new TokenKey(server, ServerNames.PREFIX + "." + server + ".token");
	}

	/**
	 * The name of the server, or nothing for the account, which no server can be called.
	 */
	String id() {
		return (this.server != null) ? this.server : "";
	}

	/** The property that holds where a file with it is. */
	String location() {
		return this.property + "-location";
	}

	static ConfigurationPropertyName name(String property) {
		return ConfigurationPropertyName.adapt(property, '.');
	}

	/** Boot reads a dash as an underscore, except within the names of a map. */
	String environmentVariable() {
		String name = (this == SERVER || this == ACCOUNT) ? this.property.replace('-', '_')
				: this.property.replace("-", "");
		return name.toUpperCase(Locale.ROOT).replace('.', '_');
	}

}

package io.github.postmarkspring.boot.autoconfigure.logging;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Properties of what is logged of messages that fail.
 *
 * @param recipients How addresses are shown.
 * @param hashKey Key of the hashes that stand for addresses, the same for all instances
 * whose logs are to be compared. Without one each start has its own. A secret: keep it
 * out of source code.
 * @since 0.1.0
 */
@ConfigurationProperties("postmark.logging")
public record PostmarkLoggingProperties(@DefaultValue("masked") Recipients recipients, @Nullable String hashKey) {

	/**
	 * Shows no key.
	 */
	@Override
	public String toString() {
		return "PostmarkLoggingProperties[recipients=" + this.recipients + "]";
	}

	/**
	 * How addresses are shown.
	 */
	public enum Recipients {

		/** The first letter and the domain: {@code a***@mail.example}. */
		MASKED,

		/** As they are. */
		SHOWN,

		/** Twelve hexadecimal digits that are the same for the same address. */
		HASHED

	}

}

package io.github.postmarkspring.boot.autoconfigure.webhook;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What is configured to verify an endpoint.
 *
 * @param prefix where in the configuration
 * @param basic Basic credentials
 * @param header a secret header
 * @param allowedAddresses addresses
 * @param addressesSuffice whether they may be all
 * @param signature a signature
 */
record VerificationSettings(String prefix, PostmarkWebhookProperties.@Nullable Basic basic,
		PostmarkWebhookProperties.@Nullable Header header, List<String> allowedAddresses, boolean addressesSuffice,
		PostmarkWebhookProperties.@Nullable Signature signature) {

	static final String PREFIX = "postmark.webhook";

	static VerificationSettings of(PostmarkWebhookProperties properties) {
		return new VerificationSettings(PREFIX, properties.basic(), properties.header(), properties.allowedAddresses(),
				properties.addressesSuffice(), properties.signature());
	}

	static VerificationSettings of(String name, PostmarkWebhookProperties.Endpoint endpoint) {
		return new VerificationSettings(PREFIX + ".endpoints." + name, endpoint.basic(), endpoint.header(),
				endpoint.allowedAddresses(), endpoint.addressesSuffice(), endpoint.signature());
	}

	boolean isEmpty() {
		return this.basic == null && this.header == null && this.allowedAddresses.isEmpty() && this.signature == null;
	}

	VerificationSettings withBasic(PostmarkWebhookProperties.Basic basic) {
		return new VerificationSettings(this.prefix, basic, this.header, this.allowedAddresses, this.addressesSuffice,
				this.signature);
	}

}

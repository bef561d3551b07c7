package io.github.postmarkspring.boot.autoconfigure.webhook;

import java.util.List;
import java.util.Locale;

import io.github.postmarkspring.client.webhook.AddressRanges;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.cloud.CloudPlatform;
import org.springframework.boot.diagnostics.FailureAnalyzedException;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/**
 * Refuses to open an endpoint that nothing verifies, or nothing but an address that
 * anybody can have.
 */
class ExposureCheck {

	static final String INSECURE = VerificationSettings.PREFIX + ".insecure-accept-unverified";

	private static final String TRUST = VerificationSettings.PREFIX + ".trust-forwarded-addresses";

	private static final Log logger = LogFactory.getLog(PostmarkWebhookFilter.class);

	private final PostmarkWebhookProperties properties;

	private final Environment environment;

	ExposureCheck(PostmarkWebhookProperties properties, Environment environment) {
		this.properties = properties;
		this.environment = environment;
	}

	void check(VerificationSettings settings, WebhookEndpoint.Verifiers verifiers) {
		if (verifiers.beforeBody().isEmpty() && verifiers.withBody().isEmpty()) {
			refuseOpen(settings);
		}
		if (!settings.allowedAddresses().isEmpty()) {
			checkAddresses(settings, verifiers);
		}
	}

	private void refuseOpen(VerificationSettings settings) {
		if (!this.properties.insecureAcceptUnverified()) {
			throw new FailureAnalyzedException(
					"Webhooks are to be received, but nothing verifies that they are from Postmark: anybody could "
							+ "report bounces and feed mail to this application.",
					"Set '" + settings.prefix() + ".basic.password' to a secret of at least 16 letters and digits, "
							+ "and enter it at Postmark with the user name 'postmark'; or set '" + settings.prefix()
							+ ".header.value' and enter that as a custom header, which inbound mail cannot have.");
		}
		CloudPlatform platform = CloudPlatform.getActive(this.environment);
		if (platform != null && platform != CloudPlatform.NONE) {
			throw new FailureAnalyzedException(
					"'" + INSECURE + "' is set, and this application runs on the cloud platform " + platform + ".",
					"Remove it, and set '" + settings.prefix() + ".basic.password'.");
		}
		logger.warn("'" + INSECURE + "' is set: ANYBODY who can reach this application can post webhooks to it");
	}

	private void checkAddresses(VerificationSettings settings, WebhookEndpoint.Verifiers verifiers) {
		String property = settings.prefix() + ".allowed-addresses";
		boolean alone = verifiers.beforeBody().size() + verifiers.withBody().size() == 1;
		if (alone && !settings.addressesSuffice()) {
			throw new FailureAnalyzedException(
					"Nothing but '" + property + "' verifies webhooks. Addresses change, are shared, and are what a "
							+ "proxy makes of them.",
					"Set '" + settings.prefix() + ".basic.password', too; or, if you know that addresses are enough "
							+ "here, set '" + settings.prefix() + ".addresses-suffice' to true.");
		}
		List<String> ranges = VerifierFactory.ranges(settings.allowedAddresses());
		if (ranges.stream().anyMatch(AddressRanges::coversLoopback)
				&& !this.environment.acceptsProfiles(Profiles.of("test | dev | local"))) {
			throw new FailureAnalyzedException(
					"'" + property
							+ "' lets this machine itself in, and with it everybody who comes through a proxy on it.",
					"Remove the loopback address, or activate one of the profiles 'test', 'dev' or 'local' where it is "
							+ "meant.");
		}
		String strategy = forwarding();
		if (strategy != null && !this.properties.trustForwardedAddresses()) {
			throw new FailureAnalyzedException(
					"'" + property + "' is set, and " + strategy
							+ ": the address that is checked is the one in a header, which whoever reaches this "
							+ "application past its proxy can choose.",
					"If only a proxy that sets the header can reach this application, set '" + TRUST
							+ "' to true. Otherwise remove '" + property + "'.");
		}
	}

	/** The container believes such headers by itself on a cloud platform. */
	private @Nullable String forwarding() {
		String strategy = this.environment.getProperty("server.forward-headers-strategy");
		if (strategy != null) {
			return strategy.equalsIgnoreCase("none") ? null
					: "'server.forward-headers-strategy' is " + strategy.toLowerCase(Locale.ROOT);
		}
		if (this.environment.containsProperty("server.tomcat.remoteip.remote-ip-header")) {
			return "'server.tomcat.remoteip.remote-ip-header' is set";
		}
		CloudPlatform platform = CloudPlatform.getActive(this.environment);
		return (platform != null && platform.isUsingForwardHeaders())
				? "forwarding headers are used on the cloud platform " + platform : null;
	}

}

package io.github.postmarkspring.boot.autoconfigure.webhook;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * A password for the webhooks of the embedded emulator, which nobody has to type.
 */
final class GeneratedSecret {

	private static final Log logger = LogFactory.getLog(PostmarkWebhookFilter.class);

	private GeneratedSecret() {
	}

	static VerificationSettings addTo(VerificationSettings settings) {
		byte[] random = new byte[24];
		new SecureRandom().nextBytes(random);
		logger.info("No secret is configured for webhooks, so one was generated for the emulator and this application. "
				+ "Postmark itself needs '" + settings.prefix() + ".basic.password'");
		return settings
			.withBasic(new PostmarkWebhookProperties.Basic("postmark", HexFormat.of().formatHex(random), List.of()));
	}

}

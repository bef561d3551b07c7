package io.github.postmarkspring.boot.autoconfigure.webhook;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.github.postmarkspring.client.webhook.AddressRanges;
import io.github.postmarkspring.client.webhook.HeaderCheck;
import io.github.postmarkspring.client.webhook.SecretCheck;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.diagnostics.FailureAnalyzedException;

/**
 * Refuses to start with a verification that would let strangers in, or keep Postmark out.
 * It names properties and shows none of their values.
 */
class VerificationCheck {

	private static final Log logger = LogFactory.getLog(PostmarkWebhookFilter.class);

	private static final int MANY = 3;

	private static final Duration MAX_TOLERANCE = PostmarkWebhookAutoConfiguration.REMEMBERED_FOR.dividedBy(2);

	private static final String SECRET_ACTION = "Generate a secret of letters and digits, with 'openssl rand -hex 24' "
			+ "for example, keep it where other secrets are kept, and enter it at Postmark, too.";

	private static final String KEY_ACTION = "Copy the signing key as the relay or gateway in front shows it. If it takes "
			+ "one of yours, generate it, with 'openssl rand -base64 32' for example.";

	/** Which property has which secret, to see that none has two roles. */
	private final Map<String, String> seen = new HashMap<>();

	VerificationCheck(Map<String, String> apiTokens) {
		apiTokens.forEach((property, token) -> this.seen.put(token, property));
	}

	void check(VerificationSettings settings) {
		PostmarkWebhookProperties.Basic basic = settings.basic();
		if (basic != null) {
			String prefix = settings.prefix() + ".basic";
			if (basic.username().isBlank() || basic.username().contains(":")) {
				throw failure(prefix + ".username", "is blank or has a colon in it", "Use letters and digits.");
			}
			List<Secret> secrets = secrets(prefix + ".password", basic.password(), prefix + ".previous-passwords",
					basic.previousPasswords());
			secrets.forEach((secret) -> check(secret, SecretCheck.password(secret.value()), SECRET_ACTION));
		}
		PostmarkWebhookProperties.Header header = settings.header();
		if (header != null) {
			String prefix = settings.prefix() + ".header";
			refuse(prefix + ".name", HeaderCheck.secretHeader(header.name()), "Correct it.");
			List<Secret> secrets = secrets(prefix + ".value", header.value(), prefix + ".previous-values",
					header.previousValues());
			secrets.forEach((secret) -> check(secret, SecretCheck.headerValue(secret.value()), SECRET_ACTION));
		}
		PostmarkWebhookProperties.Signature signature = settings.signature();
		if (signature != null) {
			checkSignature(settings.prefix() + ".signature", signature);
		}
		for (String range : VerifierFactory.ranges(settings.allowedAddresses())) {
			refuse(settings.prefix() + ".allowed-addresses", AddressRanges.problem(range),
					"List addresses and CIDR ranges such as 203.0.113.0/24, or 'postmark' for those that Postmark documents.");
		}
	}

	private void checkSignature(String prefix, PostmarkWebhookProperties.Signature signature) {
		if (signature.scheme() == null) {
			throw failure(prefix + ".scheme", "is not set",
					"Set it to standard-webhooks, svix, hookdeck or generic, whatever the relay in front signs with.");
		}
		if (signature.header() != null) {
			refuse(prefix + ".header", HeaderCheck.signatureHeader(signature.header()), "Correct it.");
		}
		if (signature.scheme() == PostmarkWebhookProperties.Scheme.GENERIC && signature.header() == null) {
			throw failure(prefix + ".header", "is not set", "Set it to the header that the signature is in.");
		}
		if (signature.timestampHeader() != null) {
			refuse(prefix + ".timestamp-header", HeaderCheck.signatureHeader(signature.timestampHeader()),
					"Correct it.");
		}
		String signedBy = signature.signedBy();
		if (signedBy == null || !signedBy.matches("svix|hookdeck|gateway:[A-Za-z0-9._ -]{1,100}")) {
			throw failure(prefix + ".signed-by", "does not say who signs",
					"Postmark signs nothing. Set it to 'svix', to 'hookdeck', or to 'gateway:' and the name of what "
							+ "stands in front of this application and signs. If Postmark posts here directly, every "
							+ "webhook would be refused and lost: remove '" + prefix
							+ "' and configure 'basic' or 'header'.");
		}
		// A request is good for twice as long, and as long it must be remembered.
		if (signature.tolerance().isNegative() || signature.tolerance().isZero()
				|| signature.tolerance().compareTo(MAX_TOLERANCE) > 0) {
			throw failure(prefix + ".tolerance", "is not between a moment and 12 hours", "Leave it out for 5 minutes.");
		}
		List<Secret> secrets = secrets(prefix + ".key", signature.key(), prefix + ".previous-keys",
				signature.previousKeys());
		secrets.forEach((secret) -> check(secret,
				SecretCheck.signingKey(VerifierFactory.scheme(signature), secret.value()), KEY_ACTION));
	}

	private List<Secret> secrets(String property, @Nullable String value, String previousProperty,
			List<String> previous) {
		List<Secret> secrets = new ArrayList<>();
		secrets.add(new Secret(property, value));
		for (int i = 0; i < previous.size(); i++) {
			secrets.add(new Secret(previousProperty + "[" + i + "]", previous.get(i)));
		}
		if (secrets.size() > MANY) {
			logger.warn("'" + previousProperty + "' has " + previous.size()
					+ " entries. Each of them still opens the webhook: remove those that Postmark no longer uses");
		}
		return secrets;
	}

	private void check(Secret secret, @Nullable String problem, String action) {
		refuse(secret.property(), problem, action);
		String value = secret.value();
		if (value != null) {
			String other = this.seen.putIfAbsent(value, secret.property());
			if (other != null && !other.equals(secret.property())) {
				throw failure(secret.property(), "has the same value as '" + other + "'",
						"Use a secret of its own for each, so that a leak of one does not open the other.");
			}
		}
	}

	private static void refuse(String property, @Nullable String problem, String action) {
		if (problem != null) {
			throw failure(property, problem, action);
		}
	}

	private static FailureAnalyzedException failure(String property, String problem, String action) {
		return new FailureAnalyzedException("The property '" + property + "' " + problem + ".", action);
	}

	private record Secret(String property, @Nullable String value) {

		@Override
		public String toString() {
			return this.property;
		}

	}

}

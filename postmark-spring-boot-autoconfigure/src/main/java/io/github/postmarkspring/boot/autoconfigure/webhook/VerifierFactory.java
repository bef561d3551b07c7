package io.github.postmarkspring.boot.autoconfigure.webhook;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import io.github.postmarkspring.client.webhook.AddressRanges;
import io.github.postmarkspring.client.webhook.BasicCredentials;
import io.github.postmarkspring.client.webhook.SignatureScheme;
import io.github.postmarkspring.client.webhook.WebhookVerifier;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.diagnostics.FailureAnalyzedException;
import org.springframework.http.HttpHeaders;

/**
 * Makes verifiers of what is configured, once {@link VerificationCheck} has nothing
 * against it.
 */
class VerifierFactory {

	private static final String POSTMARK = "postmark";

	private final List<WebhookVerifier> custom;

	private final Clock clock;

	/**
	 * Create a factory.
	 * @param custom the verifiers of the application, which join all others
	 * @param clock tells the time
	 */
	VerifierFactory(List<WebhookVerifier> custom, Clock clock) {
		this.custom = List.copyOf(custom);
		this.clock = clock;
	}

	WebhookEndpoint.Verifiers verifiers(VerificationSettings settings) {
		List<WebhookVerifier> all = new ArrayList<>();
		Set<String> hidden = new LinkedHashSet<>();
		if (!settings.allowedAddresses().isEmpty()) {
			all.add(WebhookVerifier.addresses(ranges(settings.allowedAddresses())));
		}
		PostmarkWebhookProperties.Basic basic = settings.basic();
		if (basic != null) {
			List<BasicCredentials> live = live(basic.password(), basic.previousPasswords()).stream()
				.map((password) -> credentials(settings.prefix(), basic.username(), password))
				.toList();
			all.add(WebhookVerifier.basic(() -> live));
			hidden.add(HttpHeaders.AUTHORIZATION);
		}
		PostmarkWebhookProperties.Header header = settings.header();
		if (header != null) {
			List<String> live = live(header.value(), header.previousValues());
			all.add(WebhookVerifier.header(header.name(), () -> live));
			hidden.add(header.name());
		}
		PostmarkWebhookProperties.Signature signature = settings.signature();
		if (signature != null) {
			List<String> live = live(signature.key(), signature.previousKeys());
			all.add(WebhookVerifier.signature(scheme(signature), () -> live, signature.tolerance(), this.clock));
		}
		boolean proving = basic != null || header != null
				|| (settings.addressesSuffice() && !settings.allowedAddresses().isEmpty())
				|| this.custom.stream().anyMatch((verifier) -> !verifier.needsBody());
		all.addAll(this.custom);
		return new WebhookEndpoint.Verifiers(all.stream().filter((verifier) -> !verifier.needsBody()).toList(),
				all.stream().filter(WebhookVerifier::needsBody).toList(), proving, hidden);
	}

	static List<String> ranges(List<String> configured) {
		return configured.stream()
			.flatMap((range) -> POSTMARK.equalsIgnoreCase(range) ? AddressRanges.POSTMARK.stream() : Stream.of(range))
			.toList();
	}

	static SignatureScheme scheme(PostmarkWebhookProperties.Signature signature) {
		return switch (Objects.requireNonNull(signature.scheme())) {
			case STANDARD_WEBHOOKS -> SignatureScheme.standardWebhooks();
			case SVIX -> SignatureScheme.svix();
			case HOOKDECK -> SignatureScheme.hookdeck();
			case GENERIC -> SignatureScheme.generic(Objects.requireNonNull(signature.header()), signature.algorithm(),
					signature.encoding(), signature.prefix(), signature.timestampHeader());
		};
	}

	private static List<String> live(@Nullable String newest, List<String> previous) {
		return Stream.concat(Stream.ofNullable(newest), previous.stream()).toList();
	}

	private static BasicCredentials credentials(String prefix, String username, String password) {
		try {
			return new BasicCredentials(username, password);
		}
		catch (IllegalArgumentException ex) {
			throw new FailureAnalyzedException(
					"The credentials in '" + prefix + ".basic' cannot be sent: " + ex.getMessage() + ".",
					"Use a user name and a password of ASCII letters and digits.");
		}
	}

}

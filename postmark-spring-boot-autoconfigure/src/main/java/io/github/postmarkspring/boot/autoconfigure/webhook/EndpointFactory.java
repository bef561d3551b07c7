package io.github.postmarkspring.boot.autoconfigure.webhook;

import java.util.ArrayList;
import java.util.List;

import io.github.postmarkspring.client.webhook.WebhookVerifier;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.diagnostics.FailureAnalyzedException;
import org.springframework.util.unit.DataSize;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Makes the endpoints of what is configured, or says why that cannot be.
 */
class EndpointFactory {

	static final String MAIN = "default";

	private static final Log logger = LogFactory.getLog(PostmarkWebhookFilter.class);

	private static final long MOST = 100 * 1024 * 1024;

	private final PostmarkWebhookProperties properties;

	private final ExposureCheck exposure;

	private final VerificationCheck check;

	private final VerifierFactory verifiers;

	private final String servletPath;

	private final PathCheck paths = new PathCheck();

	private final List<WebhookEndpoint> endpoints = new ArrayList<>();

	EndpointFactory(PostmarkWebhookProperties properties, ExposureCheck exposure, VerificationCheck check,
			VerifierFactory verifiers, String servletPath) {
		this.properties = properties;
		this.exposure = exposure;
		this.check = check;
		this.verifiers = verifiers;
		this.servletPath = servletPath;
	}

	/**
	 * Make the endpoints.
	 * @param main what verifies where nothing else is said
	 * @return the endpoints
	 */
	List<WebhookEndpoint> endpoints(VerificationSettings main) {
		PostmarkWebhookProperties all = this.properties;
		this.check.check(main);
		String prefix = VerificationSettings.PREFIX;
		if (all.path() != null || all.inboundPath() != null || !all.protectedPaths().isEmpty()) {
			WebhookEndpoint.Verifiers verifiers = verifiers(main);
			add(MAIN, prefix, all.path(), all.inboundPath(), verifiers);
			warn(prefix, all.inboundPath(), main);
			for (int i = 0; i < all.protectedPaths().size(); i++) {
				String path = all.protectedPaths().get(i);
				this.paths.check(prefix + ".protected-paths[" + i + "]", path, true);
				add(MAIN, path, WebhookEndpoint.Kind.PROTECTED, verifiers, inboundLimit());
			}
		}
		all.endpoints().forEach((name, endpoint) -> add(name, endpoint, main));
		return this.endpoints;
	}

	private void add(String name, PostmarkWebhookProperties.Endpoint endpoint, VerificationSettings main) {
		String prefix = VerificationSettings.PREFIX + ".endpoints." + name;
		if (!name.matches("[A-Za-z0-9_-]{1,50}") || name.equals(MAIN)) {
			throw new FailureAnalyzedException("The name of '" + prefix + "' cannot be used.",
					"Use letters, digits, '-' and '_', 50 at most, and another name than '" + MAIN + "'.");
		}
		if (endpoint.path() == null && endpoint.inboundPath() == null) {
			throw new FailureAnalyzedException("'" + prefix + "' has neither 'path' nor 'inbound-path'.",
					"Set at least one of them.");
		}
		VerificationSettings own = VerificationSettings.of(name, endpoint);
		if (!own.isEmpty()) {
			this.check.check(own);
		}
		VerificationSettings settings = own.isEmpty() ? main : own;
		add(name, prefix, endpoint.path(), endpoint.inboundPath(), verifiers(settings));
		warn(prefix, endpoint.inboundPath(), settings);
	}

	private static void warn(String prefix, @Nullable String inboundPath, VerificationSettings settings) {
		if (inboundPath != null && settings.header() != null) {
			logger.warn("Postmark sends no header of your choice with inbound mail, so all of it is refused at '"
					+ prefix + ".inbound-path', where '" + settings.prefix()
					+ ".header' demands one. Move 'path' and 'header' " + "to an endpoint of their own below '"
					+ VerificationSettings.PREFIX + ".endpoints'");
		}
	}

	private void add(String name, String prefix, @Nullable String path, @Nullable String inboundPath,
			WebhookEndpoint.Verifiers verifiers) {
		if (path != null) {
			this.paths.check(prefix + ".path", path, false);
			add(name, path, WebhookEndpoint.Kind.EVENTS, verifiers,
					limit("max-body-size", this.properties.maxBodySize()));
		}
		if (inboundPath != null) {
			this.paths.check(prefix + ".inbound-path", inboundPath, false);
			add(name, inboundPath, WebhookEndpoint.Kind.INBOUND, verifiers, inboundLimit());
		}
	}

	private void add(String name, String path, WebhookEndpoint.Kind kind, WebhookEndpoint.Verifiers verifiers,
			long maxBytes) {
		PathPatternParser parser = new PathPatternParser();
		// The application may have its controllers found whatever the case.
		parser.setCaseSensitive(kind != WebhookEndpoint.Kind.PROTECTED);
		WebhookEndpoint endpoint = new WebhookEndpoint(name, parser.parse(this.servletPath + path), kind, verifiers,
				maxBytes);
		this.endpoints.add(endpoint);
		logger.info("Webhooks at " + endpoint + " are verified by " + verifiers);
	}

	private WebhookEndpoint.Verifiers verifiers(VerificationSettings settings) {
		WebhookEndpoint.Verifiers verifiers = this.verifiers.verifiers(settings);
		this.exposure.check(settings, verifiers);
		return verifiers;
	}

	private long inboundLimit() {
		return limit("max-inbound-body-size", this.properties.maxInboundBodySize());
	}

	private static long limit(String property, DataSize size) {
		if (size.toBytes() < 1 || size.toBytes() > MOST) {
			throw new FailureAnalyzedException(
					"The property '" + VerificationSettings.PREFIX + "." + property + "' is " + size + ".",
					"Set it to a size of up to 100MB.");
		}
		return size.toBytes();
	}

}

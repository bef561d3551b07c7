package io.github.postmarkspring.boot.autoconfigure.webhook;

import java.net.URI;

import io.github.postmarkspring.boot.autoconfigure.PostmarkProperties;
import io.github.postmarkspring.client.PostmarkServerClient;
import io.github.postmarkspring.client.PostmarkServers;
import io.github.postmarkspring.client.error.PostmarkException;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.diagnostics.FailureAnalyzedException;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * Webhooks as code: at Postmark if that is asked for, at the embedded emulator always.
 */
@Configuration(proxyBeanMethods = false)
class RegistrationConfiguration {

	@Bean
	RegistrationLauncher postmarkWebhookRegistration(ApplicationContext context, PostmarkWebhookProperties properties,
			WebhookTargets targets, ObjectProvider<PostmarkServerClient> postmark,
			ObjectProvider<EmulatorPresence> emulator, ObjectProvider<ServletPath> servletPath) {
		String prefix = servletPath.getIfAvailable(() -> ServletPath.NONE).prefix();
		boolean emulated = emulator.getIfAvailable(() -> EmulatorPresence.ABSENT).present();
		URI url = properties.registration().url();
		boolean wanted = properties.registration().enabled();
		if (wanted && !emulated) {
			check(url, postmark.stream().findAny().isPresent());
		}
		if (emulated) {
			return new RegistrationLauncher(context, true, () -> {
				URI application = (url != null) ? url : local(context.getEnvironment());
				if (application != null) {
					register(targets, properties, WebhookUrl.of(application, prefix));
				}
			});
		}
		return new RegistrationLauncher(context, false,
				(wanted && url != null) ? () -> register(targets, properties, WebhookUrl.of(url, prefix)) : null);
	}

	@Bean
	WebhookTargets postmarkWebhookTargets(PostmarkWebhookProperties properties,
			ObjectProvider<PostmarkProperties> postmarkProperties, VerificationSettings settings,
			ObjectProvider<PostmarkServerClient> postmark, ObjectProvider<PostmarkServers> servers) {
		return new WebhookTargets(properties, postmarkProperties, settings, postmark, servers);
	}

	private static void register(WebhookTargets targets, PostmarkWebhookProperties properties, URI application) {
		targets.find().forEach((target) -> {
			try {
				new WebhookRegistration(target, properties.registration()).register(application);
			}
			catch (PostmarkException ex) {
				RegistrationLauncher.report(ex);
			}
		});
	}

	private static void check(@Nullable URI url, boolean postmark) {
		String property = VerificationSettings.PREFIX + ".registration.url";
		if (url == null || !"https".equals(url.getScheme()) || url.getHost() == null || url.getUserInfo() != null) {
			throw new FailureAnalyzedException(
					"'" + VerificationSettings.PREFIX + ".registration.enabled' is set, but '" + property
							+ "' is not an https URL without credentials in it.",
					"Set '" + property + "' to where Postmark reaches this application, such as https://shop.example.");
		}
		if (!postmark) {
			throw new FailureAnalyzedException(
					"'" + VerificationSettings.PREFIX
							+ ".registration.enabled' is set, but there is no server token to register webhooks with.",
					"Set 'postmark.server-token'.");
		}
	}

	/** {@code null} where nothing listens, as in a test with a mock environment. */
	private static @Nullable URI local(Environment environment) {
		int port = environment.getProperty("local.server.port", int.class, -1);
		return (port > 0)
				? URI.create("http://localhost:" + port + environment.getProperty("server.servlet.context-path", ""))
				: null;
	}

}

package io.github.postmarkspring.boot.autoconfigure.health;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

import io.github.postmarkspring.boot.autoconfigure.PostmarkAutoConfiguration;
import io.github.postmarkspring.boot.autoconfigure.PostmarkConnectionDetails;
import io.github.postmarkspring.boot.autoconfigure.PostmarkProperties;
import io.github.postmarkspring.client.PostmarkClientFactory;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.actuate.autoconfigure.endpoint.expose.EndpointExposure;
import org.springframework.boot.actuate.endpoint.Sanitizer;
import org.springframework.boot.actuate.endpoint.SanitizingFunction;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.health.contributor.Health;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for the Actuator endpoint of
 * Postmark.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = PostmarkAutoConfiguration.class)
@ConditionalOnClass({ Endpoint.class, ConditionalOnAvailableEndpoint.class, Health.class })
@ConditionalOnBooleanProperty(name = "postmark.enabled", matchIfMissing = true)
@ConditionalOnAvailableEndpoint(PostmarkEndpoint.class)
@EnableConfigurationProperties(PostmarkEndpointProperties.class)
@Import(EmulatorReportConfiguration.class)
public final class PostmarkEndpointAutoConfiguration {

	/** Whoever asks waits for it, and a list of suppressions may be long. */
	private static final Duration TIMEOUT = Duration.ofSeconds(10);

	/** Boot's own, as of any endpoint. */
	private static final String TIME_TO_LIVE = "management.endpoint.postmark.cache.time-to-live";

	@Bean
	PostmarkEndpoint postmarkEndpoint(ObjectProvider<PostmarkConnectionDetails> details,
			@Qualifier("postmarkTokensAtHand") ObjectProvider<Supplier<Map<String, String>>> tokens,
			ObjectProvider<PostmarkProperties> properties,
			@Qualifier("postmarkProbes") ObjectProvider<Function<Duration, PostmarkClientFactory>> probes,
			ObjectProvider<PostmarkClientFactory> factory,
			@Qualifier("postmarkEmulatorReport") ObjectProvider<Supplier<Map<String, Object>>> emulator,
			@Qualifier("postmarkWebhookReport") ObjectProvider<Supplier<Map<String, Object>>> webhooks,
			ObjectProvider<SanitizingFunction> functions, PostmarkEndpointProperties endpoint,
			Environment environment) {
		Map<String, Supplier<Map<String, Object>>> sections = new LinkedHashMap<>();
		emulator.ifAvailable((report) -> sections.put("emulator", report));
		webhooks.ifAvailable((report) -> sections.put("webhooks", report));
		Supplier<PostmarkClientFactory> clients = PostmarkHealthContributorAutoConfiguration.clients(probes, factory,
				TIMEOUT);
		Duration timeToLive = Binder.get(environment).bind(TIME_TO_LIVE, Duration.class).orElse(Duration.ZERO);
		return new PostmarkEndpoint(PostmarkHealthContributorAutoConfiguration.tokens(details, tokens, TIMEOUT),
				new KeptReports(new ServerReport(clients, new HealthProbe(clients)), timeToLive, System::nanoTime),
				properties.getIfAvailable(), sections, new Sanitizer(functions.orderedStream().toList()),
				endpoint.showValues());
	}

	@Bean
	@ConditionalOnBean(PostmarkEndpoint.class)
	@ConditionalOnAvailableEndpoint(exposure = EndpointExposure.WEB)
	PostmarkEndpointWebExtension postmarkEndpointWebExtension(PostmarkEndpoint endpoint,
			PostmarkEndpointProperties properties) {
		return new PostmarkEndpointWebExtension(endpoint, properties.showValues(), properties.roles());
	}

}

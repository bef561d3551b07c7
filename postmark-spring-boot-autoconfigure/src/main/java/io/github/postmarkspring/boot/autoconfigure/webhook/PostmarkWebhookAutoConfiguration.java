package io.github.postmarkspring.boot.autoconfigure.webhook;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import io.github.postmarkspring.boot.autoconfigure.PostmarkAutoConfiguration;
import io.github.postmarkspring.boot.autoconfigure.PostmarkConnectionDetails;
import io.github.postmarkspring.boot.autoconfigure.PostmarkProperties;
import io.github.postmarkspring.client.webhook.WebhookMemory;
import io.github.postmarkspring.client.webhook.WebhookVerifier;
import io.github.postmarkspring.client.webhook.event.WebhookEvent;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for the webhooks that Postmark posts
 * to.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = PostmarkAutoConfiguration.class,
		afterName = { "org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration",
				"org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration",
				"org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration" })
@ConditionalOnClass({ Filter.class, WebhookVerifier.class })
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnBooleanProperty(name = "postmark.enabled", matchIfMissing = true)
@Conditional(OnWebhookPathCondition.class)
@EnableConfigurationProperties(PostmarkWebhookProperties.class)
@Import({ SharedMemoryConfiguration.class, WebhookMvcConfiguration.class, WebhookReportConfiguration.class,
		WebhookMetricsConfiguration.class, WebhookObservationConfiguration.class, EmulatorWebhookConfiguration.class,
		RegistrationConfiguration.class })
public final class PostmarkWebhookAutoConfiguration {

	private static final int REMEMBERED = 100_000;

	/** Postmark tries for ten and a half hours. */
	static final Duration REMEMBERED_FOR = Duration.ofHours(24);

	@Bean
	@ConditionalOnMissingBean
	WebhookMemory postmarkWebhookMemory(PostmarkWebhookProperties properties) {
		return WebhookMemory.inMemory(REMEMBERED, properties.claimTimeout(), REMEMBERED_FOR, Clock.systemUTC());
	}

	@Bean
	VerificationSettings postmarkWebhookVerification(PostmarkWebhookProperties properties,
			ObjectProvider<WebhookVerifier> verifiers, ObjectProvider<EmulatorPresence> emulator) {
		VerificationSettings settings = VerificationSettings.of(properties);
		boolean open = settings.isEmpty() && verifiers.stream().findAny().isEmpty()
				&& !properties.insecureAcceptUnverified();
		return (open && emulator.getIfAvailable(() -> EmulatorPresence.ABSENT).present())
				? GeneratedSecret.addTo(settings) : settings;
	}

	@Bean
	WebhookEndpoints postmarkWebhookEndpoints(PostmarkWebhookProperties properties, VerificationSettings settings,
			Environment environment, ObjectProvider<PostmarkConnectionDetails> connection,
			ObjectProvider<WebhookVerifier> verifiers, ObjectProvider<ServletPath> servletPath,
			ObjectProvider<PostmarkProperties> postmark) {
		EndpointFactory factory = new EndpointFactory(properties, new ExposureCheck(properties, environment),
				new VerificationCheck(apiTokens(connection.getIfAvailable(), postmark.getIfAvailable())),
				new VerifierFactory(verifiers.orderedStream().toList(), Clock.systemUTC()),
				servletPath.getIfAvailable(() -> ServletPath.NONE).prefix());
		return new WebhookEndpoints(factory.endpoints(settings));
	}

	private static Map<String, String> apiTokens(@Nullable PostmarkConnectionDetails details,
			@Nullable PostmarkProperties properties) {
		Map<String, String> tokens = new LinkedHashMap<>();
		if (details != null && details.serverToken() != null) {
			tokens.put("postmark.server-token", details.serverToken());
		}
		if (details != null && details.accountToken() != null) {
			tokens.put("postmark.account-token", details.accountToken());
		}
		if (details != null && properties != null) {
			for (String server : properties.servers().keySet()) {
				String token = details.serverToken(server);
				if (token != null) {
					tokens.put("postmark.servers." + server + ".token", token);
				}
			}
		}
		return tokens;
	}

	@Bean
	FilterRegistrationBean<PostmarkWebhookFilter> postmarkWebhookFilter(WebhookEndpoints endpoints,
			WebhookMemory memory, ApplicationEventPublisher publisher, ObjectProvider<WebhookCounter> counters,
			ObjectProvider<EventInstrumentation> instrumentations) {
		List<WebhookCounter> all = counters.orderedStream().toList();
		WebhookJournal journal = new WebhookJournal(
				(answer, type) -> all.forEach((counter) -> counter.count(answer, type)));
		Gate gate = new Gate(journal);
		EventDelivery delivery = new EventDelivery(memory,
				around(publisher::publishEvent, instrumentations.orderedStream().toList()), journal);
		FilterRegistrationBean<PostmarkWebhookFilter> registration = new FilterRegistrationBean<>(
				new PostmarkWebhookFilter(endpoints, gate, new VerifiedHandling(gate, memory, delivery, journal),
						journal));
		// All paths, because the filter finds its own in more ways of writing than a
		// mapping does; and forwards, because those come to a controller past a mapping.
		registration.addUrlPatterns("/*");
		registration.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.FORWARD, DispatcherType.INCLUDE);
		registration.setOrder(PostmarkWebhookFilter.ORDER);
		return registration;
	}

	/** The first of them goes around all others. */
	private static Consumer<WebhookEvent> around(Consumer<WebhookEvent> publisher,
			List<EventInstrumentation> instrumentations) {
		if (instrumentations.isEmpty()) {
			return publisher;
		}
		Consumer<WebhookEvent> inner = around(publisher, instrumentations.subList(1, instrumentations.size()));
		return (event) -> instrumentations.get(0).publish(event, () -> inner.accept(event));
	}

}

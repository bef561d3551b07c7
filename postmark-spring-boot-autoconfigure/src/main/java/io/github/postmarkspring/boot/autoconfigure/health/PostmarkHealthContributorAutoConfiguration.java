package io.github.postmarkspring.boot.autoconfigure.health;

import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

import io.github.postmarkspring.boot.autoconfigure.PostmarkAutoConfiguration;
import io.github.postmarkspring.boot.autoconfigure.PostmarkConnectionDetails;
import io.github.postmarkspring.client.PostmarkClientFactory;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.health.contributor.HealthContributor;
import org.springframework.context.annotation.Bean;
import org.springframework.util.function.SingletonSupplier;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for the health of Postmark.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = PostmarkAutoConfiguration.class)
@ConditionalOnClass({ HealthContributor.class, ConditionalOnEnabledHealthIndicator.class })
@ConditionalOnBooleanProperty(name = "postmark.enabled", matchIfMissing = true)
@ConditionalOnEnabledHealthIndicator("postmark")
@EnableConfigurationProperties(PostmarkHealthProperties.class)
public final class PostmarkHealthContributorAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean(name = { "postmarkHealthIndicator", "postmarkHealthContributor" })
	PostmarkHealthContributor postmarkHealthContributor(ObjectProvider<PostmarkConnectionDetails> details,
			@Qualifier("postmarkTokensAtHand") ObjectProvider<Supplier<Map<String, String>>> tokens,
			@Qualifier("postmarkProbes") ObjectProvider<Function<Duration, PostmarkClientFactory>> probes,
			ObjectProvider<PostmarkClientFactory> factory, PostmarkHealthProperties properties) {
		properties.check();
		return new PostmarkHealthContributor(tokens(details, tokens, properties.timeout()),
				new HealthProbe(clients(probes, factory, properties.timeout())), properties);
	}

	static LiveTokens tokens(ObjectProvider<PostmarkConnectionDetails> details,
			ObjectProvider<Supplier<Map<String, String>>> tokens, Duration patience) {
		return new LiveTokens(details::getObject, tokens.getIfAvailable(() -> Map::of), patience);
	}

	/** What asks, made when there is first something to ask. */
	static Supplier<PostmarkClientFactory> clients(ObjectProvider<Function<Duration, PostmarkClientFactory>> probes,
			ObjectProvider<PostmarkClientFactory> factory, Duration timeout) {
		return SingletonSupplier.of(() -> {
			Function<Duration, PostmarkClientFactory> ours = probes.getIfAvailable();
			return (ours != null) ? ours.apply(timeout) : factory.getObject();
		});
	}

}

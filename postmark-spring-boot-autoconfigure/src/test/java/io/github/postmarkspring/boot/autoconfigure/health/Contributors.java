package io.github.postmarkspring.boot.autoconfigure.health;

import io.github.postmarkspring.boot.autoconfigure.PostmarkAutoConfiguration;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.http.client.autoconfigure.imperative.ImperativeHttpClientAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Asks for the health of an application's tokens.
 */
final class Contributors {

	private Contributors() {
	}

	static ApplicationContextRunner runner() {
		return new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(PostmarkAutoConfiguration.class,
				PostmarkHealthContributorAutoConfiguration.class, ImperativeHttpClientAutoConfiguration.class));
	}

	/** What is answered at once. */
	static Health health(ApplicationContext context, String entry) {
		HealthIndicator indicator = (HealthIndicator) context.getBean(PostmarkHealthContributor.class)
			.getContributor(entry);
		assertThat(indicator).as(entry).isNotNull();
		return indicator.health(true);
	}

	/** What is answered once it has been checked. */
	static Health checked(ApplicationContext context, String entry) {
		return await().until(() -> health(context, entry),
				(health) -> health.getDetails().containsKey("latencyMillis"));
	}

}

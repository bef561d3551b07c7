package io.github.postmarkspring.boot.autoconfigure.health;

import io.github.postmarkspring.boot.autoconfigure.PostmarkAutoConfiguration;
import io.github.postmarkspring.emulator.PostmarkEmulator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.diagnostics.FailureAnalyzedException;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthContributor;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

class PostmarkHealthContributorAutoConfigurationTests {

	private final ApplicationContextRunner runner = Contributors.runner();

	@Test
	void thereIsAContributorAndNothingIsBuiltForIt() {
		this.runner.withPropertyValues("postmark.server-token=token").run((context) -> {
			assertThat(context).hasBean("postmarkHealthContributor");
			assertThat(context.getBeanFactory().containsSingleton("postmarkServers")).isFalse();
			assertThat(context.getBeanFactory().containsSingleton("postmarkProbes")).isFalse();
		});
	}

	@Test
	void itHasNoEntriesWhereThereAreNoTokens() {
		this.runner.withClassLoader(new FilteredClassLoader(PostmarkEmulator.class))
			.run((context) -> assertThat(context.getBean(PostmarkHealthContributor.class)).isEmpty());
	}

	@ParameterizedTest
	@ValueSource(strings = { "postmark.enabled=false", "management.health.postmark.enabled=false",
			"management.health.defaults.enabled=false" })
	void itCanBeSwitchedOff(String property) {
		this.runner.withPropertyValues("postmark.server-token=token", property)
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(HealthContributor.class));
	}

	@Test
	void itIsThereAmongOthersThatAreSwitchedOff() {
		this.runner
			.withPropertyValues("postmark.server-token=token", "management.health.defaults.enabled=false",
					"management.health.postmark.enabled=true")
			.run((context) -> assertThat(context).hasSingleBean(PostmarkHealthContributor.class));
	}

	@Test
	void withoutHealthThereIsNone() {
		ApplicationContextRunner whole = new ApplicationContextRunner().withUserConfiguration(Application.class)
			.withPropertyValues("postmark.server-token=token");
		whole.run((context) -> assertThat(context).hasBean("postmarkHealthContributor"));
		whole.withClassLoader(new FilteredClassLoader("org.springframework.boot.health"))
			.run((context) -> assertThat(context).hasNotFailed()
				.hasBean("postmarkSender")
				.doesNotHaveBean("postmarkHealthContributor"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "postmarkHealthIndicator", "postmarkHealthContributor" })
	void oneOfTheApplicationsOwnTakesItsPlace(String name) {
		this.runner.withPropertyValues("postmark.server-token=token")
			.withBean(name, HealthIndicator.class, () -> () -> Health.up().build())
			.run((context) -> assertThat(context).hasSingleBean(HealthContributor.class)
				.doesNotHaveBean(PostmarkHealthContributor.class));
	}

	@ParameterizedTest
	@ValueSource(strings = { "postmark.health.cache-time=0s", "postmark.health.cache-time=-1s",
			"postmark.health.timeout=0ms", "postmark.health.timeout=2d" })
	void aTimeThatIsNoneIsRefusedAndTheReportSaysWhichOnesAreTaken(String property) {
		String name = property.substring(0, property.indexOf('='));
		this.runner.withPropertyValues("postmark.server-token=token", property)
			.run((context) -> assertThat(context).hasFailed()
				.getFailure()
				// Whose report would say less.
				.satisfies((failure) -> assertThat(failure.getCause()).isNotInstanceOf(BindException.class))
				.rootCause()
				.isInstanceOfSatisfying(FailureAnalyzedException.class,
						(failure) -> assertThat(failure.analysis().getAction())
							.startsWith("Set it to a time of 1 millisecond to a day"))
				.hasMessageContaining("'" + name + "' is "));
	}

	@Configuration(proxyBeanMethods = false)
	@ImportAutoConfiguration({ PostmarkAutoConfiguration.class, PostmarkHealthContributorAutoConfiguration.class })
	static class Application {

	}

}

package io.github.postmarkspring.boot.autoconfigure.webhook;

import java.time.Clock;
import java.time.Duration;
import java.util.List;

import io.github.postmarkspring.client.webhook.WebhookMemory;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.tracing.Tracer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.NoUniqueBeanDefinitionException;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalyzedException;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.boot.test.util.TestPropertyValues.Type;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.integration.metadata.ConcurrentMetadataStore;
import org.springframework.integration.metadata.SimpleMetadataStore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

@ExtendWith(OutputCaptureExtension.class)
class WebhookAutoConfigurationTests {

	private static final String PATH = "postmark.webhook.path=/postmark/webhook";

	private static final String BASIC = "postmark.webhook.basic.password=" + WebhookApplication.PASSWORD;

	private static final AutoConfigurations all = AutoConfigurations.of(PostmarkWebhookAutoConfiguration.class,
			PostmarkReactiveWebhookAutoConfiguration.class, DispatcherServletAutoConfiguration.class,
			WebMvcAutoConfiguration.class);

	private final WebApplicationContextRunner runner = new WebApplicationContextRunner().withConfiguration(all);

	@Test
	void nothingIsMappedWithoutAPath() {
		this.runner.withPropertyValues(BASIC)
			.run((context) -> assertThat(context).hasNotFailed()
				.doesNotHaveBean(FilterRegistrationBean.class)
				.doesNotHaveBean(WebhookMemory.class));
	}

	@Test
	void nothingIsMappedWhenPostmarkIsSwitchedOff() {
		this.runner.withPropertyValues(PATH, "postmark.enabled=false")
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(FilterRegistrationBean.class));
	}

	@ParameterizedTest
	@ValueSource(strings = { "postmark.webhook.path=/x", "postmark.webhook.inbound-path=/x",
			"postmark.webhook.inboundPath=/x", "postmark.webhook.protected-paths=/x",
			"postmark.webhook.protected-paths[0]=/x", "postmark.webhook.endpoints.shop.path=/x",
			"postmark.webhook.endpoints.shop.inboundPath=/x" })
	void anyKindOfPathIsGuarded(String path) {
		this.runner.withPropertyValues(path, BASIC)
			.run((context) -> assertThat(context.getBean(WebhookEndpoints.class).find("/x")).isNotNull());
		this.runner.withPropertyValues(path).run((context) -> assertThat(context).hasFailed());
	}

	@Test
	void settingsCanComeFromTheEnvironment() {
		this.runner
			.withInitializer((context) -> TestPropertyValues
				.of("POSTMARK_WEBHOOK_PATH=/x", "POSTMARK_WEBHOOK_BASIC_PASSWORD=" + WebhookApplication.PASSWORD,
						"POSTMARK_WEBHOOK_BASIC_PREVIOUSPASSWORDS_0=OldPassw0rdOfLastYear7",
						"POSTMARK_WEBHOOK_MAXBODYSIZE=2MB", "POSTMARK_WEBHOOK_PROTECTEDPATHS_0=/y/**",
						"POSTMARK_WEBHOOK_ENDPOINTS_SHOP_INBOUNDPATH=/z")
				.applyTo(context.getEnvironment(), Type.SYSTEM_ENVIRONMENT))
			.run((context) -> {
				WebhookEndpoints endpoints = context.getBean(WebhookEndpoints.class);
				assertThat(endpoints.find("/x").maxBytes()).isEqualTo(2 * 1024 * 1024);
				assertThat(endpoints.find("/y/1").isTerminal()).isFalse();
				assertThat(endpoints.find("/z").name()).isEqualTo("shop");
				assertThat(context.getBean(PostmarkWebhookProperties.class).basic().previousPasswords()).hasSize(1);
			});
	}

	@Test
	void anEndpointThatIsNamedIsNotTakenByAPatternOfProtectedPaths() {
		this.runner
			.withPropertyValues("postmark.webhook.protected-paths=/hooks/**", BASIC,
					"postmark.webhook.endpoints.shop.path=/hooks/shop")
			.run((context) -> assertThat(context.getBean(WebhookEndpoints.class).find("/hooks/shop").isTerminal())
				.isTrue());
	}

	@Test
	void ofTwoConventionsThePrimaryOneIsUsedAndWithoutOneTheStartFails() {
		WebApplicationContextRunner two = this.runner.withPropertyValues(PATH, BASIC)
			.withBean(ObservationRegistry.class, ObservationRegistry::create)
			.withBean("one", WebhookObservationConvention.class, DefaultWebhookObservationConvention::new);
		two.withBean("two", WebhookObservationConvention.class, DefaultWebhookObservationConvention::new)
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(NoUniqueBeanDefinitionException.class)
				.hasMessageContaining("one,two"));
		two.withBean("two", WebhookObservationConvention.class, DefaultWebhookObservationConvention::new,
				(definition) -> definition.setPrimary(true))
			.run((context) -> assertThat(context).hasNotFailed());
	}

	@Test
	void anEventJoinsTheTraceOfItsMessageOnlyIfSomebodyWantsIt() {
		WebApplicationContextRunner traced = this.runner.withPropertyValues(PATH, BASIC)
			.withBean(ObservationRegistry.class, ObservationRegistry::create)
			.withBean(Tracer.class, () -> Tracer.NOOP);
		traced.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(JoinedTraces.class));
		traced.withPropertyValues("postmark.tracing.propagate=true")
			.run((context) -> assertThat(context).hasSingleBean(JoinedTraces.class));
	}

	@Test
	void aReactiveApplicationIsToldThatNothingIsMapped(CapturedOutput output) {
		new ReactiveWebApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(PostmarkWebhookAutoConfiguration.class,
					PostmarkReactiveWebhookAutoConfiguration.class))
			.withPropertyValues(PATH)
			.run((context) -> {
				assertThat(context).hasNotFailed().doesNotHaveBean(FilterRegistrationBean.class);
				assertThat(output).contains("NO webhook endpoint is there");
			});
	}

	@Test
	void withoutTheServletApiNothingIsMapped() {
		new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(PostmarkWebhookAutoConfiguration.class))
			.withClassLoader(new FilteredClassLoader("jakarta.servlet"))
			.withPropertyValues(PATH, BASIC)
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(WebhookMemory.class));
	}

	@Test
	void withoutSpringMvcTheEndpointIsThere() {
		new WebApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(PostmarkWebhookAutoConfiguration.class))
			.withClassLoader(
					new FilteredClassLoader("org.springframework.web.servlet", "org.springframework.boot.webmvc"))
			.withPropertyValues(PATH, BASIC)
			.run((context) -> assertThat(context).hasNotFailed().hasBean("postmarkWebhookFilter"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "io.micrometer", "org.springframework.integration" })
	void theEndpointIsThereWithout(String library) {
		this.runner.withClassLoader(new FilteredClassLoader(library))
			.withPropertyValues(PATH, BASIC)
			.run((context) -> assertThat(context).hasNotFailed()
				.hasBean("postmarkWebhookFilter")
				.doesNotHaveBean("postmarkWebhookCounter"));
	}

	@Test
	void severalMeterRegistriesDoNotStopTheApplication() {
		this.runner.withPropertyValues(PATH, BASIC)
			.withUserConfiguration(Metrics.class)
			.withBean("second", MeterRegistry.class, io.micrometer.core.instrument.simple.SimpleMeterRegistry::new)
			.run((context) -> assertThat(context).hasNotFailed());
	}

	@Test
	void anEventWhoseHandlingNeverEndedMayBeHandledAfterTheClaimTimeout() {
		this.runner.withPropertyValues(PATH, BASIC, "postmark.webhook.claim-timeout=1ms").run((context) -> {
			WebhookMemory memory = context.getBean(WebhookMemory.class);
			memory.claim("event:1");
			await().until(() -> memory.claim("event:1").state() == WebhookMemory.State.CLAIMED);
		});
		this.runner.withPropertyValues(PATH, BASIC).run((context) -> {
			WebhookMemory memory = context.getBean(WebhookMemory.class);
			memory.claim("event:1");
			assertThat(memory.claim("event:1").state()).isEqualTo(WebhookMemory.State.BUSY);
		});
	}

	@Test
	void aHundredThousandEventsAreRemembered() {
		this.runner.withPropertyValues(PATH, BASIC).run((context) -> {
			WebhookMemory memory = context.getBean(WebhookMemory.class);
			for (int i = 0; i < 100_000; i++) {
				memory.claim("event:" + i).handled();
			}
			assertThat(memory.claim("event:0").state()).isEqualTo(WebhookMemory.State.HANDLED);
			memory.claim("event:100000").handled();
			assertThat(memory.claim("event:0").state()).as("the oldest goes first")
				.isEqualTo(WebhookMemory.State.CLAIMED);
		});
	}

	@Test
	void theMemoryOfTheApplicationWins() {
		WebhookMemory mine = WebhookMemory.inMemory(10, Duration.ofMinutes(1), Duration.ofHours(1), Clock.systemUTC());
		this.runner.withPropertyValues(PATH, BASIC)
			.withBean(WebhookMemory.class, () -> mine)
			.withBean(ConcurrentMetadataStore.class, SimpleMetadataStore::new)
			.run((context) -> assertThat(context.getBean(WebhookMemory.class)).isSameAs(mine));
	}

	@Test
	void aStoreOfSpringIntegrationIsTheMemory() {
		this.runner.withPropertyValues(PATH, BASIC)
			.withBean(ConcurrentMetadataStore.class, SimpleMetadataStore::new)
			.run((context) -> assertThat(context).getBean(WebhookMemory.class)
				.isInstanceOf(MetadataStoreWebhookMemory.class));
	}

	@Test
	void aControllerAtThePathOfAnEndpointIsRefused() {
		this.runner.withPropertyValues("postmark.webhook.path=/hooks/mine", BASIC)
			.withUserConfiguration(Controllers.class)
			.run((context) -> assertThat(context.getStartupFailure()).isInstanceOf(FailureAnalyzedException.class)
				.hasMessageContaining("/hooks/mine")
				.hasMessageContaining("Controllers"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "test", "dev", "local" })
	void theMachineItselfMayPostWhereThatIsMeant(String profile) {
		this.runner
			.withPropertyValues(PATH, BASIC, "postmark.webhook.allowed-addresses=127.0.0.1,::1",
					"spring.profiles.active=" + profile)
			.run((context) -> assertThat(context).hasNotFailed());
	}

	@Test
	void manySecretsAreWarnedAbout(CapturedOutput output) {
		this.runner.withPropertyValues(PATH, BASIC,
				"postmark.webhook.basic.previous-passwords=OldPassw0rdNumber1,OldPassw0rdNumber2,OldPassw0rdNumber3")
			.run((context) -> assertThat(output).contains("WARN")
				.contains("'postmark.webhook.basic.previous-passwords' has 3 entries")
				.doesNotContain("OldPassw0rd"));
	}

	@Test
	void whatVerifiesAnEndpointIsSaidAtTheStartByName() {
		try (CapturedLog log = CapturedLog.begin()) {
			this.runner
				.withPropertyValues(PATH, BASIC, "postmark.webhook.header.value=" + WebhookApplication.HEADER_VALUE,
						"postmark.webhook.allowed-addresses=postmark", "postmark.webhook.endpoints.shop.path=/shop",
						"postmark.webhook.endpoints.shop.basic.password=Sh0pPassw0rdForWebhooks")
				.run((context) -> assertThat(log.text())
					.contains("INFO Webhooks at /postmark/webhook are verified by addresses, basic, header")
					.contains("INFO Webhooks at /shop are verified by basic")
					.doesNotContain(WebhookApplication.PASSWORD, WebhookApplication.HEADER_VALUE, "Sh0pPassw0rd"));
		}
	}

	@Test
	void whatIsNotVerifiedIsSaidLoudly(CapturedOutput output) {
		this.runner.withPropertyValues(PATH, "postmark.webhook.insecure-accept-unverified=true").run((context) -> {
			assertThat(context).hasNotFailed();
			assertThat(output).contains("WARN").contains("ANYBODY");
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "postmark.webhook.basic", "postmark.webhook.header", "postmark.webhook.signature",
			"postmark.webhook.endpoints.shop.basic", "postmark.webhook.endpoints.shop" })
	void aSecretInTheWrongPlaceIsNotShown(String property, CapturedOutput output) {
		assertThatThrownBy(
				() -> WebhookApplication.start(List.of(), PATH, property + "=" + WebhookApplication.HEADER_VALUE))
			.isNotNull();
		assertThat(output).contains("APPLICATION FAILED TO START")
			.contains(property)
			.doesNotContain(WebhookApplication.HEADER_VALUE);
	}

}

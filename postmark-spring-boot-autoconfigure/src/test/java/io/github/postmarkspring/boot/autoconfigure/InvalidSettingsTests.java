package io.github.postmarkspring.boot.autoconfigure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.postmarkspring.client.message.PostmarkSender;
import io.github.postmarkspring.client.message.ReconciliationSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.ssl.NoSuchSslBundleException;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(OutputCaptureExtension.class)
class InvalidSettingsTests {

	@Test
	void aBaseUrlInTheClearIsRefused(CapturedOutput output) {
		assertThat(report(output, "postmark.server-token=s3cr3t", "postmark.base-url=http://api.postmarkapp.com"))
			.contains("The URL of Postmark's API cannot be used.")
			.contains("must be https, unless its host is localhost or a loopback address")
			.contains("Correct 'postmark.base-url'")
			.doesNotContain("s3cr3t");
	}

	@Test
	void aBaseUrlWithCredentialsIsRefusedAndTheyAreNotShown(CapturedOutput output) {
		assertThat(report(output, "postmark.server-token=token", "postmark.base-url=https://me:s3cr3t@gw.example"))
			.contains("must have no credentials");
		assertThat(output.getAll()).doesNotContain("s3cr3t");
	}

	@Test
	void aDefaultSenderThatIsNoAddressIsRefused(CapturedOutput output) {
		assertThat(report(output, "postmark.server-token=token", "postmark.defaults.from=nobody"))
			.contains("'postmark.defaults'")
			.contains("'nobody'")
			.contains("'@'");
	}

	@Test
	void aChoiceOfTrackedLinksThatPostmarkDoesNotHaveIsRefused(CapturedOutput output) {
		assertThat(report(output, "postmark.server-token=token", "postmark.defaults.track-links=HtmlOny"))
			.contains("track-links")
			.contains("HtmlOnly");
	}

	@Test
	void anSslBundleThatIsNotThereIsRefusedAtStart() {
		new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(PostmarkAutoConfiguration.class, SslAutoConfiguration.class))
			.withPropertyValues("postmark.server-token=token", "postmark.ssl.bundle=nowhere")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(NoSuchSslBundleException.class));
	}

	@Test
	void aNumberOfConnectionsThatIsNoneIsRefused(CapturedOutput output) {
		assertThat(report(output, "postmark.server-token=token", "postmark.http.max-connections=0"))
			.contains("'postmark.http.max-connections'");
	}

	@ParameterizedTest
	@ValueSource(strings = { "read-timeout=0", "read-timeout=-1s", "connect-timeout=0s", "connect-timeout=-1ms" })
	void aTimeoutThatIsNoneIsRefused(String set, CapturedOutput output) {
		assertThat(report(output, "postmark.server-token=token", "postmark." + set))
			.contains("The property 'postmark." + set.substring(0, set.indexOf('=')) + "' is ")
			.contains("Set it to 1 millisecond or more");
	}

	@ParameterizedTest
	@ValueSource(strings = { "max-requests=0", "max-wait=-1s", "max-wait=25h" })
	void aLimitOfRequestsThatIsNoneIsRefused(String set, CapturedOutput output) {
		assertThat(report(output, "postmark.server-token=token", "postmark.http." + set))
			.contains("The property 'postmark.http." + set.substring(0, set.indexOf('=')) + "' must be");
	}

	@ParameterizedTest
	@ValueSource(strings = { "postmark.batch.max-messages=501", "postmark.batch.max-bytes=50MB",
			"postmark.batch.concurrency=0" })
	void aBatchThatPostmarkDoesNotTakeIsRefused(String property, CapturedOutput output) {
		assertThat(report(output, "postmark.server-token=token", property))
			.contains("The property '" + property.substring(0, property.indexOf('=')) + "' must be");
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '"',
			value = { "max-attempts=0, 'max-attempts' must be 1 or more", "delay=-1s, 'delay' must be 0 to 24 hours",
					"delay=11s, 'max-delay' must not be shorter than 'delay'",
					"multiplier=0.5, 'multiplier' must be 1 to 1000", "jitter=2, 'jitter' must be 0 to 1",
					"max-delay=-1s, 'max-delay' must be 0 to 24 hours",
					"max-retry-after=-1s, 'max-retry-after' must be 0 to 24 hours",
					"deadline=0s, 'deadline' must be more than 0", "deadline=-1s, 'deadline' must be 0 to 24 hours" })
	void retriesThatContradictThemselvesAreRefused(String set, String problem, CapturedOutput output) {
		assertThat(report(output, "postmark.server-token=token", "postmark.retry." + set))
			.contains("The property " + named(problem) + ".");
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '"', value = {
			"reconcile-timeout=0s, 'reconcile-timeout' must be more than 0 and up to 1 hour",
			"reconcile-timeout=61m, 'reconcile-timeout' must be more than 0 and up to 1 hour",
			"reconcile-interval=0s, 'reconcile-interval' must be 1 ms or more",
			"reconcile-interval=31s, 'reconcile-interval' must not be longer than 'reconcile-timeout'",
			"reconcile-key=a b, \"'reconcile-key' must be 1 to 20 letters, digits, underscores or hyphens\"",
			"reconcile-key=abcdefghijklmnopqrstu, \"'reconcile-key' must be 1 to 20 letters, digits, underscores or hyphens\"" })
	void reconciliationThatContradictsItselfIsRefused(String set, String problem, CapturedOutput output) {
		assertThat(report(output, "postmark.server-token=token", "postmark.retry." + set))
			.contains("The property " + named(problem) + ".");
	}

	private static String named(String problem) {
		return problem.replaceAll("'([a-z-]+)'", "'postmark.retry.$1'");
	}

	@Test
	void offInYamlWhichIsFalseThereIsUnderstood() {
		Binder binder = new Binder(new MapConfigurationPropertySource(Map.of("postmark.retry.reconcile", false)));
		assertThat(binder.bind("postmark.retry", PostmarkProperties.Retry.class).get().reconciliation().mode())
			.isEqualTo(ReconciliationSettings.Mode.OFF);
	}

	@Test
	void whatIsNeverMadeAgainIsNotSentAgainEither(CapturedOutput output) {
		assertThat(report(output, "postmark.server-token=token", "postmark.retry.max-attempts=1",
				"postmark.retry.reconcile=resend"))
			.contains("'postmark.retry.reconcile' cannot be resend if 'postmark.retry.max-attempts' is 1");
		assertThat(report(output, "postmark.server-token=token", "postmark.retry.deadline=90s",
				"postmark.retry.reconcile=resend"))
			.contains("'postmark.retry.deadline' must be longer than one read timeout and "
					+ "'postmark.retry.reconcile-timeout' together, which is 90000 ms");
	}

	@ParameterizedTest
	@ValueSource(strings = { "retry.deadline=91s", "read-timeout=3m", "retry.reconcile-timeout=10m" })
	void theDefaultDeadlineLeavesTimeToSendAgain(String property) {
		new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(PostmarkAutoConfiguration.class))
			.withPropertyValues("postmark.server-token=token", "postmark.retry.reconcile=resend",
					"postmark." + property)
			.run((context) -> assertThat(context).hasNotFailed().hasSingleBean(PostmarkSender.class));
	}

	@ParameterizedTest
	@ValueSource(strings = { "postmark.defaults.metadata.Reconciliation-Key=x",
			"postmark.servers.news.defaults.metadata.reconciliation-key=x" })
	void defaultMetadataThatLeavesNoPlaceForKeysIsRefused(String property, CapturedOutput output) {
		String[] properties = { "postmark.server-token=token", "postmark.servers.news.token=other",
				"postmark.retry.reconcile=check", property };
		assertThat(report(output, properties)).contains("leaves no place for their keys")
			.contains("set 'postmark.retry.reconcile-key' to another name");
		properties[2] = "postmark.retry.reconcile=off";
		new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(PostmarkAutoConfiguration.class))
			.withPropertyValues(properties)
			.run((context) -> assertThat(context).hasNotFailed());
	}

	@ParameterizedTest
	@ValueSource(strings = { "postmark.defaults.metadata.TraceParent=x", "postmark.retry.reconcile-key=traceparent" })
	void metadataThatLeavesNoPlaceForTheTraceContextIsRefused(String property, CapturedOutput output) {
		assertThat(report(output, "postmark.server-token=token", "postmark.tracing.propagate=true",
				"postmark.retry.reconcile=check", property))
			.contains("leaves no place for their keys and the trace context: ")
			.contains("'traceparent' is where")
			.contains("'postmark.tracing.propagate'");
	}

	@Test
	void tenEntriesOfMetadataLeaveNoPlaceForTheTraceContextAlsoWithoutKeys(CapturedOutput output) {
		List<String> properties = new ArrayList<>(
				List.of("postmark.server-token=token", "postmark.tracing.propagate=true"));
		IntStream.range(0, 9).forEach((i) -> properties.add("postmark.defaults.metadata.name-" + i + "=x"));
		new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(PostmarkAutoConfiguration.class))
			.withPropertyValues(properties.toArray(String[]::new))
			.run((context) -> assertThat(context).hasNotFailed());
		properties.add("postmark.defaults.metadata.name-9=x");
		assertThat(report(output, properties.toArray(String[]::new))).contains("and the trace context: ")
			.contains("it has 10 entries with the defaults")
			.contains("'postmark.tracing.propagate'");
	}

	@Test
	void aFirstWaitThatIsNotOverBeforeTheDeadlineIsRefused(CapturedOutput output) {
		assertThat(
				report(output, "postmark.server-token=token", "postmark.retry.delay=2m", "postmark.retry.max-delay=2m"))
			.contains("'postmark.retry.delay' must be shorter than 'postmark.retry.deadline', which is 120000 ms, "
					+ "or nothing would be tried again.");
	}

	@Test
	void aDeadlineOfRetriesThatIsShorterThanOneReadTimeoutIsRefused(CapturedOutput output) {
		assertThat(report(output, "postmark.server-token=token", "postmark.retry.deadline=59s"))
			.contains("The property 'postmark.retry.deadline' must not be shorter than one read timeout, "
					+ "which is 60000 ms.");
		assertThat(report(output, "postmark.server-token=token", "postmark.retry.deadline=9s",
				"spring.http.clients.read-timeout=10s"))
			.contains("which is 10000 ms");
	}

	@Test
	void aRetryAfterToWaitForThatIsNotOverBeforeTheDeadlineIsRefused(CapturedOutput output) {
		assertThat(report(output, "postmark.server-token=token", "postmark.retry.max-retry-after=10m",
				"postmark.retry.deadline=2m"))
			.contains("The property 'postmark.retry.max-retry-after' must not be longer than "
					+ "'postmark.retry.deadline', which is 120000 ms: no attempt begins after that.");
	}

	@ParameterizedTest
	@ValueSource(strings = { "read-timeout=10s,retry.deadline=10s", "retry.max-retry-after=10m",
			"retry.max-retry-after=2m,retry.deadline=2m",
			"retry.max-retry-after=10m,retry.deadline=2m,retry.max-attempts=1" })
	void aRetryAfterToWaitForAndADeadlineThatDoNotBothComeFromTheUserOrFitAreTaken(String properties) {
		new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(PostmarkAutoConfiguration.class))
			.withPropertyValues("postmark.server-token=token")
			.withPropertyValues(Stream.of(properties.split(",")).map("postmark."::concat).toArray(String[]::new))
			.run((context) -> assertThat(context).hasNotFailed().hasSingleBean(PostmarkSender.class));
	}

	@ParameterizedTest
	@ValueSource(strings = { "postmark.retry.deadline=60s", "postmark.read-timeout=3m" })
	void aDeadlineOfRetriesThatIsAsLongAsOneReadTimeoutIsTakenAndTheDefaultAlwaysIs(String property) {
		new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(PostmarkAutoConfiguration.class))
			.withPropertyValues("postmark.server-token=token", property)
			.run((context) -> assertThat(context).hasNotFailed().hasSingleBean(PostmarkSender.class));
	}

	@Test
	void aDeadlineOfRetriesDoesNotMatterWithoutThem() {
		new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(PostmarkAutoConfiguration.class))
			.withPropertyValues("postmark.server-token=token", "postmark.retry.deadline=1s",
					"postmark.retry.max-attempts=1")
			.run((context) -> assertThat(context).hasNotFailed().hasSingleBean(PostmarkSender.class));
	}

	@ParameterizedTest
	@ValueSource(strings = { "host=proxy.example", "port=3128", "username=shop", "password=s3cr3t" })
	void halfAProxyIsRefused(String set, CapturedOutput output) {
		assertThat(report(output, "postmark.server-token=token", "postmark.proxy." + set))
			.contains("'postmark.proxy' is set in part: '" + set.substring(0, set.indexOf('=')) + "' alone");
		assertThat(output.getAll()).doesNotContain("s3cr3t");
	}

	@Test
	void credentialsForAProxyThatIsNotThereAreRefused(CapturedOutput output) {
		assertThat(report(output, "postmark.server-token=token", "postmark.proxy.username=shop",
				"postmark.proxy.password=s3cr3t"))
			.contains("'postmark.proxy' is set in part: 'username' 'password' alone");
		assertThat(output.getAll()).doesNotContain("s3cr3t");
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://proxy.example", "shop:s3cr3t@proxy.example", "proxy.example:3128", "a b" })
	void aProxyHostThatIsNoneIsRefusedAndNotShown(String host, CapturedOutput output) {
		assertThat(report(output, "postmark.server-token=token", "postmark.proxy.host=" + host,
				"postmark.proxy.port=3128"))
			.contains("'postmark.proxy' is not a host name")
			.doesNotContain(host);
		assertThat(output.getAll()).doesNotContain("s3cr3t");
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, -1, 65536 })
	void aProxyPortThatIsNoneIsRefused(int port, CapturedOutput output) {
		assertThat(report(output, "postmark.server-token=token", "postmark.proxy.host=proxy.example",
				"postmark.proxy.port=" + port))
			.contains("'port' to 1 to 65535");
	}

	@Test
	void aUserNameForAProxyWithAColonIsRefusedAndNotShown(CapturedOutput output) {
		assertThat(report(output, "postmark.server-token=token", "postmark.proxy.host=proxy.example",
				"postmark.proxy.port=3128", "postmark.proxy.username=shop:s3cr3t", "postmark.proxy.password=s3cr3t"))
			.contains("'username' to a name without a colon");
		assertThat(output.getAll()).doesNotContain("s3cr3t");
	}

	@Test
	void aProxyForAnEngineThatWeDoNotSetUpIsRefused(CapturedOutput output) {
		assertThat(report(output, "postmark.server-token=token", "postmark.proxy.host=proxy.example",
				"postmark.proxy.port=3128", "spring.http.clients.imperative.factory=simple"))
			.contains("neither Apache HttpComponents nor the JDK's client");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "Basic", "digest, basic" })
	void credentialsThatTheJdkClientWouldKeepFromTheProxyAreRefused(String disabled, CapturedOutput output) {
		String property = "jdk.http.auth.tunneling.disabledSchemes";
		String before = System.getProperty(property);
		try {
			if (disabled.isEmpty()) {
				System.clearProperty(property);
			}
			else {
				System.setProperty(property, disabled);
			}
			assertThat(report(output, "postmark.server-token=token", "postmark.proxy.host=proxy.example",
					"postmark.proxy.port=3128", "postmark.proxy.username=shop", "postmark.proxy.password=s3cr3t",
					"spring.http.clients.imperative.factory=jdk"))
				.contains("Start the JVM with -D" + property + "=")
				.contains("org.apache.httpcomponents.client5:httpclient5");
			assertThat(output.getAll()).doesNotContain("s3cr3t");
		}
		finally {
			if (before != null) {
				System.setProperty(property, before);
			}
			else {
				System.clearProperty(property);
			}
		}
	}

	@Test
	void anEmptyProxyIsNone() {
		new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(PostmarkAutoConfiguration.class))
			.withPropertyValues("postmark.server-token=token", "postmark.proxy.host=", "postmark.proxy.port=",
					"postmark.proxy.username=", "postmark.proxy.password=")
			.run((context) -> assertThat(context).hasNotFailed().hasSingleBean(PostmarkSender.class));
	}

	@Test
	void thePasswordOfAProxyIsNotInTheTextOfTheProperties() {
		new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(PostmarkAutoConfiguration.class))
			.withPropertyValues("postmark.proxy.host=proxy.example", "postmark.proxy.port=3128",
					"postmark.proxy.username=shop", "postmark.proxy.password=s3cr3t")
			.run((context) -> {
				PostmarkProperties properties = context.getBean(PostmarkProperties.class);
				assertThat(properties.proxy().password()).isEqualTo("s3cr3t");
				assertThat(properties.proxy()).hasToString("proxy.example:3128");
				assertThat(properties.toString()).doesNotContain("s3cr3t");
			});
	}

	@Test
	void settingsOfPostmarkDoNotMatterWithoutAClient() {
		new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(PostmarkAutoConfiguration.class))
			.withPropertyValues("postmark.base-url=http://api.postmarkapp.com")
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(PostmarkSender.class));
	}

	private static String report(CapturedOutput output, String... properties) {
		return FailureReport.of(output, InvalidSettingsTests.class.getClassLoader(), InvalidSettingsTests.class,
				properties);
	}

}

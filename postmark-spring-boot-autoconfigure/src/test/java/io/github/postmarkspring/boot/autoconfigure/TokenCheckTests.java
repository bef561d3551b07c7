package io.github.postmarkspring.boot.autoconfigure;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.postmarkspring.client.message.PostmarkSender;
import org.assertj.core.util.Throwables;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalyzedException;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.SystemEnvironmentPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tokens that cannot be any stop the application, which does not show them.
 */
@ExtendWith(OutputCaptureExtension.class)
class TokenCheckTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(PostmarkAutoConfiguration.class));

	@Test
	void aBlankTokenIsNamed(CapturedOutput output) {
		assertThat(report(output, "postmark.server-token= "))
			.contains("The property 'postmark.server-token' is set but blank.")
			.contains("Set 'postmark.server-token' to a token")
			.contains("'POSTMARK_SERVER_TOKEN'");
	}

	@Test
	void aTokenWithALineBreakIsNamedAndNotShown(CapturedOutput output) {
		assertThat(report(output, "postmark.server-token=s3cr3t-part\n"))
			.contains("The property 'postmark.server-token' has white space or a line break in it.");
		assertThat(output.getAll()).doesNotContain("s3cr3t-part");
	}

	@Test
	void aTokenWithWhiteSpaceInsideIsNamedAndNotShown(CapturedOutput output) {
		assertThat(report(output, "postmark.server-token=s3cr3t part"))
			.contains("has white space or a line break in it.");
		assertThat(output.getAll()).doesNotContain("s3cr3t");
	}

	@Test
	void aPlaceholderThatIsNotResolvedIsNamed(CapturedOutput output) {
		assertThat(report(output, "postmark.server-token=${NOT_THERE_AT_ALL}"))
			.contains("The property 'postmark.server-token' has a placeholder in it that could not be resolved.");
	}

	@Test
	void aTokenWithOtherLettersIsNamedAndNotShown(CapturedOutput output) {
		assertThat(report(output, "postmark.server-token=s3cr3tü")).contains("a character in it");
		assertThat(output.getAll()).doesNotContain("s3cr3t");
	}

	@ParameterizedTest
	@ValueSource(strings = { "postmark.server-token[0]=s3cr3t", "postmark.server-token.value=s3cr3t" })
	void aTokenGivenAsAListOrAMapIsNotTakenForNone(String property, CapturedOutput output) {
		assertThat(report(output, property)).contains("'postmark.server-token' has a list or further properties below");
		assertThat(output.getAll()).doesNotContain("s3cr3t");
	}

	@Test
	void aTokenThatIsNoTextIsNamedAndNotShown() {
		this.runner
			.withInitializer((context) -> context.getEnvironment()
				.getPropertySources()
				.addFirst(new MapPropertySource("test", Map.of("postmark.server-token", new SecretObject()))))
			.run((context) -> {
				assertThat(context).getFailure()
					.isInstanceOf(FailureAnalyzedException.class)
					.hasMessageContaining("has a value that is no text");
				assertThat(Throwables.getStackTrace(context.getStartupFailure())).doesNotContain("s3cr3t");
			});
	}

	@Test
	void onABuildMachineWithoutSecretsNothingIsRefused() {
		this.runner.withSystemProperties("spring.aot.processing=true", "spring.profiles.active=prod")
			.withPropertyValues("postmark.server-token=${NOT_THERE_AT_ALL}")
			.run((context) -> assertThat(context).hasNotFailed());
		this.runner.withSystemProperties("spring.aot.processing=true", "spring.profiles.active=prod")
			.withPropertyValues("postmark.emulator.port=0")
			.run((context) -> assertThat(context).hasNotFailed());
	}

	@Test
	void theAccountTokenIsCheckedAsTheServerTokenIs(CapturedOutput output) {
		assertThat(report(output, "postmark.account-token=s3cr3t part"))
			.contains("The property 'postmark.account-token' has white space")
			.contains("'POSTMARK_ACCOUNT_TOKEN'");
		assertThat(output.getAll()).doesNotContain("s3cr3t");
	}

	@ParameterizedTest
	@ValueSource(strings = { "postmark.token", "postmark.api-token", "postmark.api-key", "postmark.api.token" })
	void aNearMissIsAnsweredWithTheRightNameAndItsValueIsNotShown(String property, CapturedOutput output) {
		assertThat(report(output, property + "=s3cr3t")).contains("The property '" + property + "' is set")
			.contains("but Postmark for Spring Boot does not know it.")
			.contains("Rename it to 'postmark.server-token'");
		assertThat(output.getAll()).doesNotContain("s3cr3t");
	}

	@ParameterizedTest
	@CsvSource({ "POSTMARK_TOKEN,postmark.token", "POSTMARK_API_TOKEN,postmark.api-token",
			"POSTMARK_API_KEY,postmark.api-key" })
	void aNearMissInTheEnvironmentIsFoundToo(String variable, String property) {
		this.runner
			.withInitializer((context) -> context.getEnvironment()
				.getPropertySources()
				.addFirst(new SystemEnvironmentPropertySource("test-systemEnvironment", Map.of(variable, "s3cr3t"))))
			.run((context) -> assertThat(context).getFailure()
				.isInstanceOf(FailureAnalyzedException.class)
				.hasMessageContaining("'" + property + "'")
				.hasMessageContaining(variable)
				.hasMessageNotContaining("s3cr3t"));
	}

	@Test
	void whatIsANearMissElsewhereIsNoneBesideTheRightName() {
		this.runner.withPropertyValues("postmark.server-token=right", "postmark.api-key=somebody-elses")
			.run((context) -> assertThat(context).hasSingleBean(PostmarkSender.class));
	}

	@ParameterizedTest
	@ValueSource(strings = { "postmark.servers.news.token", "postmark.account-token" })
	void whatAPropertyOfOursRefersToIsNoNearMiss(String property) {
		this.runner
			.withInitializer((context) -> context.getEnvironment()
				.getPropertySources()
				.addFirst(new SystemEnvironmentPropertySource("test-systemEnvironment",
						Map.of("POSTMARK_API_TOKEN", "named-by-the-host"))))
			.withPropertyValues(property + "=${POSTMARK_API_TOKEN}")
			.run((context) -> assertThat(context).hasNotFailed());
	}

	@Test
	void aNearMissBesideAnotherTokenIsNamed(CapturedOutput output) {
		assertThat(FailureReport.of(output, getClass().getClassLoader(), TokenCheckTests.class,
				"postmark.servers.news.token=s3cr3t-1", "postmark.token=s3cr3t-2"))
			.contains("The property 'postmark.token' is set")
			.doesNotContain("s3cr3t");
	}

	@Test
	void atTheStartAStoreIsAskedForEachTokenThreeTimesAtMost() {
		AtomicInteger asked = new AtomicInteger();
		PropertySource<Object> store = new PropertySource<>("store", new Object()) {

			@Override
			public @Nullable Object getProperty(String name) {
				return name.startsWith("store@") ? "token-" + asked.incrementAndGet() : null;
			}

		};
		this.runner.withInitializer((context) -> context.getEnvironment().getPropertySources().addFirst(store))
			.withPropertyValues("postmark.server-token=${store@shop}", "postmark.servers.news.token=${store@news}",
					"postmark.account-token=${store@account}")
			.run((context) -> {
				assertThat(context).hasNotFailed();
				assertThat(asked.get()).isLessThanOrEqualTo(9);
			});
	}

	private static String report(CapturedOutput output, String property) {
		return FailureReport.of(output, TokenCheckTests.class.getClassLoader(), TokenCheckTests.class, property);
	}

	static class SecretObject {

		@Override
		public String toString() {
			return "s3cr3t";
		}

	}

}

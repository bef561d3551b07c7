package io.github.postmarkspring.boot.autoconfigure;

import io.github.postmarkspring.client.message.PostmarkSender;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
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
	@ValueSource(strings = { "postmark.batch.max-messages=501", "postmark.batch.max-bytes=50MB",
			"postmark.batch.concurrency=0" })
	void aBatchThatPostmarkDoesNotTakeIsRefused(String property, CapturedOutput output) {
		assertThat(report(output, "postmark.server-token=token", property)).contains("'postmark.batch'")
			.contains("must be");
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

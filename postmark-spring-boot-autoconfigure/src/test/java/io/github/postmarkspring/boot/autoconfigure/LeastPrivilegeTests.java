package io.github.postmarkspring.boot.autoconfigure;

import io.github.postmarkspring.client.PostmarkAccountClient;
import io.github.postmarkspring.emulator.PostmarkEmulator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is said of tokens that can do more than the application needs.
 */
@ExtendWith(OutputCaptureExtension.class)
class LeastPrivilegeTests {

	private static final String NOT_ASKED_FOR = "'postmark.account-token' is set, and nothing has asked for";

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(PostmarkAutoConfiguration.class))
		.withClassLoader(new FilteredClassLoader(PostmarkEmulator.class));

	@Test
	void anAccountTokenThatNobodyUsesIsAWarningOnce(CapturedOutput output) {
		this.runner.withPropertyValues("postmark.server-token=s3cr3t-1", "postmark.account-token=s3cr3t-2")
			.run((context) -> {
				context.getBean(PostmarkConnectionDetails.class).refused("s3cr3t-1");
				assertThat(output.getAll().split(NOT_ASKED_FOR, -1)).hasSize(2);
				assertThat(output).doesNotContain("s3cr3t");
			});
	}

	@Test
	void anAccountTokenThatIsUsedIsNone(CapturedOutput output) {
		this.runner.withPropertyValues("postmark.account-token=s3cr3t")
			.withBean(Administration.class)
			.run((context) -> {
				assertThat(context).hasSingleBean(Administration.class);
				assertThat(output).doesNotContain(NOT_ASKED_FOR);
			});
	}

	@Test
	void withoutAnAccountTokenNothingIsSaid(CapturedOutput output) {
		this.runner.withPropertyValues("postmark.server-token=s3cr3t")
			.run((context) -> assertThat(output).doesNotContain("postmark.account-token"));
	}

	@Test
	void inAnApplicationWhoseBeansAreLazyNothingIsSaid(CapturedOutput output) {
		this.runner.withPropertyValues("postmark.account-token=s3cr3t", "spring.main.lazy-initialization=true")
			.run((context) -> assertThat(output).doesNotContain(NOT_ASKED_FOR));
	}

	@Test
	void theSameTokenForBothIsAWarning(CapturedOutput output) {
		this.runner
			.withPropertyValues("postmark.servers.news.token=s3cr3t", "postmark.account-token=s3cr3t",
					"postmark.servers.shop.token=s3cr3t-2")
			.withBean(Administration.class)
			.run((context) -> assertThat(output)
				.containsOnlyOnce("'postmark.account-token' is also configured as the token of a server.")
				.doesNotContain("s3cr3t"));
	}

	@Test
	void theTestTokenInProductionIsAWarningOnce(CapturedOutput output) {
		this.runner
			.withPropertyValues("postmark.server-token=s3cr3t", "postmark.servers.news.token=POSTMARK_API_TEST",
					"spring.profiles.active=prod")
			.run((context) -> assertThat(output)
				.containsOnlyOnce("'postmark.servers.news.token' is the test token, so no mail is delivered, and the "
						+ "profile 'prod' is active. Set it to the token of a live server.")
				.doesNotContain("'postmark.server-token' is the test"));
	}

	@Test
	void elsewhereTheTestTokenIsNone(CapturedOutput output) {
		this.runner.withPropertyValues("postmark.server-token=POSTMARK_API_TEST", "spring.profiles.active=development")
			.run((context) -> assertThat(output).doesNotContain("test token"));
	}

	static class Administration {

		Administration(PostmarkAccountClient client) {
		}

	}

}

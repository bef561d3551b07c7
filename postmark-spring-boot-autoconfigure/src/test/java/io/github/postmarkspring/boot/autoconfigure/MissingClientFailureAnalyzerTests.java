package io.github.postmarkspring.boot.autoconfigure;

import java.net.URI;
import java.time.Clock;

import io.github.postmarkspring.client.PostmarkAccountClient;
import io.github.postmarkspring.client.PostmarkServerClient;
import io.github.postmarkspring.client.message.PostmarkSender;
import io.github.postmarkspring.emulator.PostmarkEmulator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(OutputCaptureExtension.class)
class MissingClientFailureAnalyzerTests {

	private static final ClassLoader WITHOUT_EMULATOR = new FilteredClassLoader(PostmarkEmulator.class);

	private static final ClassLoader WITH_EMULATOR = MissingClientFailureAnalyzerTests.class.getClassLoader();

	@Test
	void aSenderThatIsMissingSaysHowToGetATokenOrTheEmulator(CapturedOutput output) {
		assertThat(FailureReport.of(output, WITHOUT_EMULATOR, NeedsSender.class)).contains("A PostmarkSender is needed")
			.contains("'postmark-emulator' is not on the classpath")
			.contains("set 'postmark.server-token'")
			.contains("add the dependency 'io.github.postmark-spring:postmark-emulator' for development only");
	}

	@Test
	void aSenderThatIsMissingBecauseTheEmulatorIsOffSaysSo(CapturedOutput output) {
		assertThat(FailureReport.of(output, WITH_EMULATOR, NeedsSender.class, "postmark.emulator.enabled=false"))
			.contains("'postmark.emulator.enabled' is false")
			.contains("remove 'postmark.emulator.enabled' there")
			.contains("ObjectProvider<PostmarkSender>");
	}

	@Test
	void aServerClientThatIsMissingBesideAnAccountTokenSaysWhichTokenItNeeds(CapturedOutput output) {
		assertThat(FailureReport.of(output, WITH_EMULATOR, NeedsServerClient.class, "postmark.account-token=s3cr3t"))
			.contains("A PostmarkServerClient is needed")
			.contains("set 'postmark.server-token'")
			.contains("does not start where 'postmark.account-token' is set")
			.doesNotContain("s3cr3t");
	}

	@Test
	void anAccountClientThatIsMissingSaysWhichTokenItNeeds(CapturedOutput output) {
		assertThat(FailureReport.of(output, WITHOUT_EMULATOR, NeedsAccountClient.class, "postmark.server-token=s3cr3t"))
			.contains("A PostmarkAccountClient is needed")
			.contains("set 'postmark.account-token'")
			.doesNotContain("s3cr3t");
	}

	@Test
	void aSenderThatIsMissingBecausePostmarkIsOffSaysSo(CapturedOutput output) {
		assertThat(FailureReport.of(output, WITHOUT_EMULATOR, NeedsSender.class, "postmark.enabled=false"))
			.contains("because 'postmark.enabled' is false");
	}

	@Test
	void aQualifierThatNoSenderHasIsNoneOfItsBusiness(CapturedOutput output) {
		FailureReport.start(WITHOUT_EMULATOR, NeedsMarketingSender.class, "postmark.server-token=token");
		assertThat(output).contains("No qualifying bean").doesNotContain("there is neither a token");
	}

	@Test
	void connectionDetailsOfTheApplicationAreNoneOfItsBusiness(CapturedOutput output) {
		FailureReport.start(WITHOUT_EMULATOR, NeedsSenderOfOwnDetails.class);
		assertThat(output).contains("PostmarkSender").doesNotContain("there is neither a token");
	}

	@Test
	void anotherBeanThatIsMissingIsNoneOfItsBusiness(CapturedOutput output) {
		assertThat(FailureReport.of(output, WITHOUT_EMULATOR, NeedsSomethingElse.class)).doesNotContain("ostmark token")
			.contains("java.time.Clock");
	}

	@Configuration(proxyBeanMethods = false)
	static class NeedsSender {

		@Bean
		String needs(PostmarkSender sender) {
			return "";
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class NeedsMarketingSender {

		@Bean
		String needs(@Qualifier("marketing") PostmarkSender sender) {
			return "";
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class NeedsSenderOfOwnDetails {

		@Bean
		PostmarkConnectionDetails details() {
			return new PostmarkAutoConfigurationTests.Details(URI.create("https://gw.example"), null, null);
		}

		@Bean
		String needs(PostmarkSender sender) {
			return "";
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class NeedsServerClient {

		@Bean
		String needs(PostmarkServerClient client) {
			return "";
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class NeedsAccountClient {

		@Bean
		String needs(PostmarkAccountClient client) {
			return "";
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class NeedsSomethingElse {

		@Bean
		String needs(Clock clock) {
			return "";
		}

	}

}

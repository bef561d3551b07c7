package io.github.postmarkspring.boot.autoconfigure;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

import io.github.postmarkspring.client.ClosedPort;
import io.github.postmarkspring.client.StubPostmark;
import io.github.postmarkspring.emulator.PostmarkEmulator;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.context.event.SimpleApplicationEventMulticaster;
import org.springframework.core.env.Environment;
import org.springframework.core.task.SimpleAsyncTaskExecutor;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What {@code postmark.check-on-startup} does with what it finds, and when there is
 * nobody to ask.
 */
@ExtendWith(OutputCaptureExtension.class)
class StartupCheckModesTests {

	private static final String FAIL = "postmark.check-on-startup=fail";

	private static final String WARN = "postmark.check-on-startup=warn";

	private static final String TOKEN = "postmark.server-token=s3cr3t-server";

	private static final String OTHER = "postmark.servers.newsletter.token=s3cr3t-newsletter";

	private static final String ACCOUNT = "postmark.account-token=s3cr3t-account";

	private static final String ONCE = "postmark.retry.max-attempts=1";

	private final StubPostmark postmark = new StubPostmark();

	private final String baseUrl = "postmark.base-url=" + this.postmark.baseUrl();

	@AfterEach
	void stop() {
		this.postmark.close();
	}

	@Test
	void unlessItIsWishedNothingIsAsked() {
		CheckedStart.with(this.baseUrl, TOKEN, OTHER, ACCOUNT).close();
		CheckedStart.with(this.baseUrl, TOKEN, OTHER, ACCOUNT, "postmark.check-on-startup=none").close();
		assertThat(this.postmark.connectionCount()).isZero();
	}

	@Test
	void theQuestionsAreReadsWithTheTokenTheyAreAbout() {
		answerThatAllIsRight();
		CheckedStart.with(this.baseUrl, TOKEN, ACCOUNT, FAIL).close();
		assertThat(this.postmark.received()).extracting((request) -> request.line() + " " + request.token())
			.containsExactly("GET /server HTTP/1.1 s3cr3t-server",
					"GET /message-streams?IncludeArchivedStreams=true HTTP/1.1 s3cr3t-server",
					"GET /servers?count=1&offset=0 HTTP/1.1 s3cr3t-account",
					"GET /domains?count=500&offset=0 HTTP/1.1 s3cr3t-account",
					"GET /senders?count=500&offset=0 HTTP/1.1 s3cr3t-account");
	}

	@Test
	void aPostmarkThatCannotBeReachedIsSaidOnceAndKeepsTheApplicationFromStarting(CapturedOutput output) {
		try (ClosedPort nobody = new ClosedPort()) {
			String unreachable = "postmark.base-url=" + nobody.baseUrl();
			assertThat(CheckedStart.problems(output, unreachable, TOKEN, OTHER, ACCOUNT, FAIL, ONCE)).singleElement()
				.asString()
				.startsWith("Postmark cannot be asked, so nothing more is known. See whether this machine reaches "
						+ "'postmark.base-url', and whether Postmark is up: No answer from Postmark: ");
		}
		assertThat(output)
			.contains("whether or not Postmark can be reached, set 'postmark.check-on-startup' to 'warn'");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"ErrorCode\":100,\"Message\":\"Down for maintenance\"}", "<html>Bad Gateway</html>" })
	void aPostmarkThatIsDownIsSaidOnce(String answer, CapturedOutput output) {
		this.postmark.answer(503, answer);
		assertThat(CheckedStart.problems(output, this.baseUrl, TOKEN, OTHER, ACCOUNT, FAIL, ONCE)).singleElement()
			.asString()
			.startsWith("Postmark cannot be asked");
		assertThat(this.postmark.received()).hasSize(1);
	}

	@Test
	void anotherRefusalIsSaidInPostmarksWordsAndTheRestIsChecked(CapturedOutput output) {
		this.postmark.answer(422, "{\"ErrorCode\":1480,\"Message\":\"Not from s3cr3t-server\"}");
		assertThat(CheckedStart.problems(output, this.baseUrl, TOKEN, OTHER, FAIL)).containsExactly(
				"'postmark.server-token' could not be checked: Postmark refused the call, HTTP 422, ErrorCode 1480: "
						+ "Not from ***",
				"'postmark.servers.newsletter.token' could not be checked: Postmark refused the call, HTTP 422, "
						+ "ErrorCode 1480: Not from s3cr3t-server");
	}

	@Test
	void whoFailsIsNeverReadyAndIsClosed() {
		Lifecycle.ready.set(false);
		Lifecycle.closed.set(false);
		this.postmark.refuse("s3cr3t-server");
		FailureReport.start(getClass().getClassLoader(), Lifecycle.class, this.baseUrl, TOKEN, FAIL);
		assertThat(Lifecycle.ready).isFalse();
		assertThat(Lifecycle.closed).isTrue();
	}

	@Test
	void warningsAreOneLineEachAndTheApplicationRuns(CapturedOutput output) {
		this.postmark.refuse("s3cr3t-server");
		this.postmark.refuse("s3cr3t-newsletter");
		try (ConfigurableApplicationContext context = CheckedStart.with(this.baseUrl, TOKEN, OTHER, WARN)) {
			Awaitility.await()
				.atMost(Duration.ofSeconds(60))
				.untilAsserted(() -> assertThat(output.getAll()
					.lines()
					.filter((line) -> line.contains("WARN") && line.contains("StartupCheck"))
					.map((line) -> line.substring(line.indexOf(" : ") + 3)))
					.satisfiesExactly((line) -> assertThat(line).startsWith("'postmark.server-token' is not"),
							(line) -> assertThat(line).startsWith("'postmark.servers.newsletter.token' is not")));
			assertThat(context.isRunning()).isTrue();
		}
		assertThat(output).doesNotContain("s3cr3t");
	}

	@Test
	void withWarningsOnlyNobodyWaitsForPostmarkAndAClosedApplicationComplainsOfNothing(CapturedOutput output) {
		this.postmark.hang();
		try (ConfigurableApplicationContext context = CheckedStart.with(this.baseUrl, TOKEN, WARN,
				"spring.lifecycle.timeout-per-shutdown-phase=50ms")) {
			assertThat(context.isRunning()).isTrue();
			Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> this.postmark.received().size() == 1);
		}
		this.postmark.close();
		Awaitility.await()
			.atMost(Duration.ofSeconds(60))
			.until(() -> Thread.getAllStackTraces()
				.keySet()
				.stream()
				.noneMatch((thread) -> thread.getName().equals("postmark-check-on-startup")));
		assertThat(output).doesNotContain("Postmark cannot be asked");
	}

	@Test
	void anApplicationThatIsLazyIsCheckedToo(CapturedOutput output) {
		this.postmark.refuse("s3cr3t-server");
		assertThat(CheckedStart.problems(output, this.baseUrl, TOKEN, FAIL, "spring.main.lazy-initialization=true"))
			.hasSize(1);
	}

	@Test
	void anApplicationWhoseEventsAreHandledBesideTheStartFailsToo() {
		this.postmark.refuse("s3cr3t-server");
		FailureReport.start(getClass().getClassLoader(), AsynchronousEvents.class, this.baseUrl, TOKEN, FAIL);
	}

	@Test
	void aContextBelowIsNoReasonToAskAgain() {
		answerThatAllIsRight();
		try (ConfigurableApplicationContext context = CheckedStart.with(this.baseUrl, TOKEN, FAIL)) {
			int asked = this.postmark.received().size();
			new SpringApplicationBuilder(CheckedStart.Nothing.class).web(WebApplicationType.NONE)
				.parent(context)
				.run()
				.close();
			assertThat(this.postmark.received()).hasSize(asked);
		}
	}

	@Test
	void theTestTokenIsNotTriedOnReadsAndIsAWarningInProduction(CapturedOutput output) {
		CheckedStart.with(this.baseUrl, "postmark.server-token=POSTMARK_API_TEST", FAIL).close();
		assertThat(output).doesNotContain("the test token");
		CheckedStart.with(this.baseUrl, "postmark.server-token=POSTMARK_API_TEST", FAIL, "spring.profiles.active=live")
			.close();
		assertThat(output)
			.containsPattern("WARN.*: 'postmark.server-token' is the test token, so no mail is "
					+ "delivered, and the profile 'live' is active. Set it to the token of a live server.")
			.containsOnlyOnce("the test token");
		assertThat(this.postmark.received()).isEmpty();
	}

	@Test
	void theTestTokenOfConnectionDetailsIsAWarningToo(CapturedOutput output) {
		new SpringApplicationBuilder(FailureReport.Application.class, OwnDetails.class).web(WebApplicationType.NONE)
			.properties("stub.url=" + this.postmark.baseUrl(), "stub.token=POSTMARK_API_TEST", FAIL,
					"spring.profiles.active=prod")
			.run()
			.close();
		assertThat(output).containsOnlyOnce("The token of server 'default' is the test token, so no mail is delivered");
	}

	@Test
	void anApplicationWithTheEmbeddedEmulatorStarts() {
		try (ConfigurableApplicationContext context = CheckedStart.with("postmark.emulator.port=0",
				"postmark.defaults.from=orders@shop.example",
				"postmark.servers.newsletter.defaults.message-stream=broadcast", FAIL)) {
			assertThat(context.getBean(PostmarkEmulator.class)).isNotNull();
		}
	}

	@Test
	void theEmbeddedEmulatorIsAskedToo(CapturedOutput output) {
		assertThat(CheckedStart.problems(output, "postmark.emulator.port=0",
				"postmark.servers.newsletter.defaults.message-stream=nonesuch", FAIL))
			.singleElement()
			.asString()
			.startsWith("The message stream 'nonesuch' of server 'newsletter' does not exist. Set "
					+ "'postmark.servers.newsletter.defaults.message-stream' to");
	}

	@Test
	void tokensOfConnectionDetailsAreNamedByTheirServers(CapturedOutput output) {
		this.postmark.refuse("s3cr3t-server");
		String report = FailureReport.of(output, getClass().getClassLoader(), OwnDetails.class, FAIL,
				"stub.url=" + this.postmark.baseUrl());
		assertThat(report).contains("\nThe token of server 'default' is not, or no longer, the token of a server;")
			.doesNotContain("s3cr3t");
	}

	@Test
	void aWordThatIsNoChoiceIsRefusedWithThoseThereAre(CapturedOutput output) {
		assertThat(FailureReport.of(output, getClass().getClassLoader(), CheckedStart.Nothing.class, this.baseUrl,
				TOKEN, "postmark.check-on-startup=maybe"))
			.contains("postmark.check-on-startup")
			.contains("maybe")
			.contains("FAIL", "NONE", "WARN")
			.doesNotContain("s3cr3t");
		assertThat(this.postmark.received()).isEmpty();
	}

	private void answerThatAllIsRight() {
		this.postmark.answer(200, """
				{"ID":1,"DeliveryType":"Live","TotalCount":0,"Servers":[],"Domains":[],"SenderSignatures":[],
				"MessageStreams":[{"ID":"outbound","MessageStreamType":"Transactional"}]}""");
	}

	@Configuration(proxyBeanMethods = false)
	static class AsynchronousEvents {

		@Bean
		SimpleApplicationEventMulticaster applicationEventMulticaster() {
			SimpleApplicationEventMulticaster multicaster = new SimpleApplicationEventMulticaster();
			multicaster.setTaskExecutor(new SimpleAsyncTaskExecutor());
			return multicaster;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Lifecycle {

		private static final AtomicBoolean ready = new AtomicBoolean();

		private static final AtomicBoolean closed = new AtomicBoolean();

		@EventListener
		void ready(ApplicationReadyEvent event) {
			ready.set(true);
		}

		@EventListener
		void closed(ContextClosedEvent event) {
			closed.set(true);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OwnDetails {

		@Bean
		PostmarkConnectionDetails ownDetails(Environment environment) {
			return new PostmarkConnectionDetails() {

				@Override
				public URI baseUrl() {
					return environment.getRequiredProperty("stub.url", URI.class);
				}

				@Override
				public String serverToken() {
					return environment.getProperty("stub.token", "s3cr3t-server");
				}

				@Override
				public String accountToken() {
					return null;
				}

			};
		}

	}

}

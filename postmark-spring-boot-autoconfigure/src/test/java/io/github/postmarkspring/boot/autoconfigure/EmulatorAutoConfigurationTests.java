package io.github.postmarkspring.boot.autoconfigure;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.atomic.AtomicReference;

import io.github.postmarkspring.client.PostmarkAccountClient;
import io.github.postmarkspring.client.PostmarkServerClient;
import io.github.postmarkspring.client.message.Email;
import io.github.postmarkspring.client.message.PostmarkSender;
import io.github.postmarkspring.client.message.SendResult;
import io.github.postmarkspring.client.server.ServerQuery;
import io.github.postmarkspring.emulator.PostmarkEmulator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalyzedException;
import org.springframework.boot.http.client.InetAddressFilter;
import org.springframework.boot.http.client.autoconfigure.HttpClientAutoConfiguration;
import org.springframework.boot.http.client.autoconfigure.imperative.ImperativeHttpClientAutoConfiguration;
import org.springframework.boot.restclient.autoconfigure.RestClientAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@ExtendWith(OutputCaptureExtension.class)
class EmulatorAutoConfigurationTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(PostmarkAutoConfiguration.class, RestClientAutoConfiguration.class,
				HttpClientAutoConfiguration.class, ImperativeHttpClientAutoConfiguration.class))
		.withPropertyValues("postmark.emulator.port=0");

	@Test
	void withoutATokenMailLandsInTheEmulator() {
		this.runner.run((context) -> {
			SendResult result = context.getBean(PostmarkSender.class).send(email());
			PostmarkEmulator emulator = context.getBean(PostmarkEmulator.class);
			HttpResponse<String> details = HttpClient.newHttpClient()
				.send(HttpRequest
					.newBuilder(
							URI.create(emulator.baseUrl() + "/messages/outbound/" + result.messageId() + "/details"))
					.header("X-Postmark-Server-Token", emulator.serverToken())
					.header("Accept", "application/json")
					.build(), HttpResponse.BodyHandlers.ofString());
			assertThat(details.body()).contains("\"Subject\":\"Order 42\"").contains("ann@mail.example");
		});
	}

	@Test
	void theEmulatorHasBothTokensAndSoBothClients() {
		this.runner.run((context) -> {
			long id = context.getBean(PostmarkServerClient.class).server().get().id();
			assertThat(
					context.getBean(PostmarkAccountClient.class).servers().list(ServerQuery.create().count(10)).items())
				.anySatisfy((server) -> assertThat(server.id()).isEqualTo(id));
		});
	}

	@Test
	void oneLoudLineSaysThatNothingLeavesTheMachineAndWhereTheMailboxIs(CapturedOutput output) {
		this.runner.run((context) -> assertThat(output).contains("WARN")
			.contains("NOTHING LEAVES THIS MACHINE")
			.contains(context.getBean(PostmarkEmulator.class).mailboxUrl().toString()));
	}

	@ParameterizedTest
	@ValueSource(strings = { "postmark.server-token=token", "postmark.account-token=token",
			"postmark.base-url=https://api.postmarkapp.com", "postmark.emulator.enabled=false",
			"postmark.enabled=false" })
	void aTokenAUrlOrASwitchKeepsItFromStarting(String property) {
		this.runner.withPropertyValues(property)
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(PostmarkEmulator.class));
	}

	@Test
	void whereItIsNotOnTheClasspathItDoesNotStart() {
		this.runner.withClassLoader(new FilteredClassLoader(PostmarkEmulator.class))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean("postmarkEmulator"));
	}

	@Test
	void connectionDetailsOfTheApplicationKeepItFromStarting() {
		this.runner
			.withBean(PostmarkConnectionDetails.class,
					() -> new PostmarkAutoConfigurationTests.Details(URI.create("https://gw.example"), "token", null))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(PostmarkEmulator.class));
	}

	@Test
	void itStopsWithTheApplication() {
		AtomicReference<PostmarkEmulator> emulator = new AtomicReference<>();
		this.runner.run((context) -> emulator.set(context.getBean(PostmarkEmulator.class)));
		assertThatExceptionOfType(ConnectException.class)
			.isThrownBy(() -> new Socket("localhost", emulator.get().port()).close());
	}

	@Test
	void itListensOnThePortThatIsSet() throws IOException {
		int port = freePort();
		this.runner.withPropertyValues("postmark.emulator.port=" + port)
			.run((context) -> assertThat(context.getBean(PostmarkEmulator.class).port()).isEqualTo(port));
	}

	@Test
	void aPortThatIsSetAndTakenIsNamed() throws IOException {
		try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
			this.runner.withPropertyValues("postmark.emulator.port=" + taken.getLocalPort())
				.run((context) -> assertThat(context).getFailure()
					.satisfies((failure) -> assertThat(analyzed(failure).analysis().getDescription())
						.contains("port " + taken.getLocalPort() + " is already in use"))
					.satisfies((failure) -> assertThat(analyzed(failure).analysis().getAction())
						.contains("'postmark.emulator.port'")));
		}
	}

	@Test
	void withoutAPortThatIsSetTwoApplicationsCanRunBesideEachOther() {
		ApplicationContextRunner withoutPort = new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(PostmarkAutoConfiguration.class));
		withoutPort.run((first) -> withoutPort.run((second) -> {
			assertThat(second).hasNotFailed();
			assertThat(second.getBean(PostmarkEmulator.class).port())
				.isNotEqualTo(first.getBean(PostmarkEmulator.class).port());
		}));
	}

	@ParameterizedTest
	@ValueSource(strings = { "prod", "production", "live", "PROD", "eu,production" })
	void aProfileOfProductionRefusesToSwallowMail(String profiles) {
		this.runner.withPropertyValues("spring.profiles.active=" + profiles)
			.run((context) -> assertThat(context).getFailure().satisfies((failure) -> {
				assertThat(analyzed(failure)).hasMessageContaining("No Postmark token is set")
					.hasMessageContaining("the profile '");
				assertThat(analyzed(failure).analysis().getAction()).contains("'postmark.server-token'")
					.contains("'postmark.emulator.allow-in-production'");
			}));
	}

	@Test
	void aCloudPlatformRefusesToSwallowMail() {
		this.runner.withPropertyValues("spring.main.cloud-platform=kubernetes")
			.run((context) -> assertThat(context).getFailure()
				.satisfies((failure) -> assertThat(analyzed(failure)).hasMessageContaining("KUBERNETES")));
	}

	@ParameterizedTest
	@ValueSource(strings = { "spring.profiles.active=production", "spring.main.cloud-platform=heroku" })
	void whoMeansItCanHaveTheEmulatorInProduction(String production) {
		this.runner.withPropertyValues(production, "postmark.emulator.allow-in-production=true")
			.run((context) -> assertThat(context).hasSingleBean(PostmarkEmulator.class));
	}

	@ParameterizedTest
	@ValueSource(strings = { "postmark.server-token=token", "postmark.emulator.enabled=false" })
	void productionWithATokenOrWithoutMailStarts(String property) {
		this.runner.withPropertyValues("spring.profiles.active=prod", property)
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(PostmarkEmulator.class));
	}

	@Test
	void whoSaysThatThereIsNoCloudPlatformIsBelieved() {
		this.runner
			.withPropertyValues("spring.main.cloud-platform=none", "KUBERNETES_SERVICE_HOST=a",
					"KUBERNETES_SERVICE_PORT=1")
			.run((context) -> assertThat(context).hasSingleBean(PostmarkEmulator.class));
	}

	@Test
	void anEmulatorOfTheApplicationsIsUsed() {
		this.runner.withBean("own", PostmarkEmulator.class, PostmarkEmulator::start).run((context) -> {
			assertThat(context).hasSingleBean(PostmarkEmulator.class).hasBean("own");
			assertThat(context.getBean(PostmarkConnectionDetails.class).baseUrl())
				.isEqualTo(context.getBean(PostmarkEmulator.class).baseUrl());
			assertThat(context.getBean(PostmarkSender.class).send(email()).messageId()).isNotEmpty();
		});
	}

	@Test
	void itStartsWithTheApplicationEvenIfBeansAreLazy() {
		this.runner
			.withInitializer(
					(context) -> context.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor()))
			.run((context) -> {
				assertThat(context.getBeanFactory().containsSingleton("postmarkEmulator")).isTrue();
				assertThat(context.getBeanFactory().containsSingleton("postmarkSender")).isFalse();
			});
	}

	@Test
	void aPortThatIsNoneIsNamed() {
		this.runner.withPropertyValues("postmark.emulator.port=99999")
			.run((context) -> assertThat(context).getFailure()
				.satisfies((failure) -> assertThat(analyzed(failure).analysis().getDescription())
					.contains("'postmark.emulator.port' is 99999")));
	}

	@ParameterizedTest
	@ValueSource(strings = { "dev", "preprod", "test" })
	void anyOtherProfileMayHaveTheEmulator(String profile) {
		this.runner.withPropertyValues("spring.profiles.active=" + profile)
			.run((context) -> assertThat(context).hasSingleBean(PostmarkEmulator.class));
	}

	@Test
	void aFilterAgainstCallsIntoTheOwnNetworkDoesNotKeepUsFromTheEmulator() {
		this.runner.withBean(InetAddressFilter.class, InetAddressFilter::externalAddresses)
			.run((context) -> assertThat(context.getBean(PostmarkSender.class).send(email()).messageId()).isNotEmpty());
	}

	private static FailureAnalyzedException analyzed(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof FailureAnalyzedException analyzed) {
				return analyzed;
			}
		}
		throw new AssertionError("Not analyzed", failure);
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
			return socket.getLocalPort();
		}
	}

	private static Email email() {
		return Email.builder()
			.from("orders@shop.example")
			.to("ann@mail.example")
			.subject("Order 42")
			.textBody("Hi")
			.build();
	}

}

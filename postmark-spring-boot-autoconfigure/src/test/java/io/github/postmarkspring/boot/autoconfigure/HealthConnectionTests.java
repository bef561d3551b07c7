package io.github.postmarkspring.boot.autoconfigure;

import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;

import io.github.postmarkspring.boot.autoconfigure.health.PostmarkHealthContributorAutoConfiguration;
import io.github.postmarkspring.client.message.Email;
import io.github.postmarkspring.client.message.PostmarkSender;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.health.contributor.CompositeHealthContributor;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.http.client.autoconfigure.HttpClientAutoConfiguration;
import org.springframework.boot.http.client.autoconfigure.imperative.ImperativeHttpClientAutoConfiguration;
import org.springframework.boot.restclient.autoconfigure.RestClientAutoConfiguration;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundleKey;
import org.springframework.boot.ssl.SslBundleRegistry;
import org.springframework.boot.ssl.SslOptions;
import org.springframework.boot.ssl.SslStoreBundle;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatRuntimeException;

/**
 * Health asks Postmark on the way that mail takes: with the SSL bundle as it is now, and
 * through the proxy.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HealthConnectionTests {

	private Certificates certificates;

	private Path trustStore;

	private TlsPostmark postmark;

	private ConnectProxy proxy;

	@BeforeAll
	void createCertificates(@TempDir Path directory) throws Exception {
		this.certificates = new Certificates(directory);
		this.trustStore = this.certificates.trustStore("health-connection-tests.p12", Certificates.AUTHORITY);
	}

	@BeforeEach
	void start() throws Exception {
		this.postmark = new TlsPostmark(this.certificates, Certificates.VALID);
		this.proxy = new ConnectProxy(this.postmark.port());
	}

	@AfterEach
	void stop() {
		this.proxy.close();
		this.postmark.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "jdk", "http-components" })
	void whatTheChangedBundleTrustsIsUpAndWhatItTrustsNoLongerIsDown(String engine) {
		runner(engine).run((context) -> {
			becomes(context, Status.UP);
			trustTheOtherAuthority(context);
			// The connection that is there would do for another request.
			becomes(context, Status.DOWN,
					(health) -> assertThat(health.getDetails()).containsEntry("reason", "unreachable"));
			this.postmark.show(Certificates.VALID_OF_OTHER_AUTHORITY);
			becomes(context, Status.UP);
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "jdk", "http-components" })
	void soItIsIfTheBundleChangesBeforeSomebodyAsks(String engine) {
		runner(engine).run((context) -> {
			context.getBean(CompositeHealthContributor.class);
			context.getBean(HttpEngine.class);
			trustTheOtherAuthority(context);
			this.postmark.show(Certificates.VALID_OF_OTHER_AUTHORITY);
			becomes(context, Status.UP);
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "jdk", "http-components" })
	void aBundleThatIsOfNoUseLeavesTheOneBeforeForWhoeverAskedAndForMailThatWasNotSentYet(String engine) {
		runner(engine).run((context) -> {
			becomes(context, Status.UP);
			SslBundle broken = SslBundle.of(null, SslBundleKey.NONE, SslOptions.NONE, "NoSuchProtocol");
			assertThatRuntimeException()
				.isThrownBy(() -> context.getBean(SslBundleRegistry.class).updateBundle("private", broken));
			int asked = this.postmark.received().size();
			Email email = Email.builder().from("a@b.example").to("c@d.example").textBody("Hi").build();
			assertThat(context.getBean(PostmarkSender.class).send(email).messageId()).isEqualTo("m1");
			becomes(context, Status.UP, (health) -> assertThat(this.postmark.received()).hasSizeGreaterThan(asked + 1));
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "jdk", "http-components" })
	void itAsksThroughTheProxyWithItsUserNameAndPassword(String engine) {
		this.proxy.require("shop", "s3cr3t");
		throughTheProxy(engine, "s3cr3t").run((context) -> {
			becomes(context, Status.UP);
			assertThat(this.proxy.received()).isNotEmpty()
				.allSatisfy((request) -> assertThat(request.line())
					.isEqualTo("CONNECT " + Certificates.HOST + ":443 HTTP/1.1"));
			assertThat(this.postmark.received()).isNotEmpty()
				.allSatisfy((headers) -> assertThat(headers).doesNotContainKey("Proxy-authorization"));
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "jdk", "http-components" })
	void aProxyThatWantsAnotherPasswordIsNamedAndThePasswordIsNot(String engine) {
		this.proxy.require("shop", "another");
		throughTheProxy(engine, "s3cr3t").run((context) -> becomes(context, Status.DOWN, (health) -> {
			assertThat(health.getDetails()).containsEntry("reason", "unreachable");
			assertThat(health.getDetails().get("error")).asString()
				.contains("through the proxy 127.0.0.1:" + this.proxy.port(), "wants a user name and password");
			assertThat(health.toString()).doesNotContain("s3cr3t");
		}));
		assertThat(this.postmark.received()).isEmpty();
	}

	private static void becomes(ApplicationContext context, Status status) {
		becomes(context, status, (health) -> {
		});
	}

	private static void becomes(ApplicationContext context, Status status, Consumer<Health> expectations) {
		HealthIndicator server = (HealthIndicator) context.getBean(CompositeHealthContributor.class)
			.getContributor("default");
		Awaitility.await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
			Health health = server.health(true);
			assertThat(health.getStatus()).as(() -> String.valueOf(health)).isEqualTo(status);
			expectations.accept(health);
		});
	}

	private void trustTheOtherAuthority(ApplicationContext context) throws Exception {
		context.getBean(SslBundleRegistry.class)
			.updateBundle("private", SslBundle
				.of(SslStoreBundle.of(null, null, this.certificates.trusting(Certificates.OTHER_AUTHORITY))));
	}

	private ApplicationContextRunner throughTheProxy(String engine, String password) {
		return runner(engine).withPropertyValues("postmark.base-url=https://" + Certificates.HOST,
				"postmark.proxy.host=127.0.0.1", "postmark.proxy.port=" + this.proxy.port(),
				"postmark.proxy.username=shop", "postmark.proxy.password=" + password);
	}

	private ApplicationContextRunner runner(String engine) {
		return new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(PostmarkAutoConfiguration.class,
					PostmarkHealthContributorAutoConfiguration.class, RestClientAutoConfiguration.class,
					HttpClientAutoConfiguration.class, ImperativeHttpClientAutoConfiguration.class,
					SslAutoConfiguration.class))
			.withPropertyValues("postmark.server-token=token", "postmark.health.cache-time=1ms",
					"postmark.health.timeout=30s", "spring.http.clients.imperative.factory=" + engine,
					"postmark.base-url=https://localhost:" + this.postmark.port(), "postmark.ssl.bundle=private",
					"spring.ssl.bundle.jks.private.truststore.location=file:" + this.trustStore,
					"spring.ssl.bundle.jks.private.truststore.password=" + Certificates.PASSWORD,
					"spring.ssl.bundle.jks.private.truststore.type=PKCS12");
	}

}

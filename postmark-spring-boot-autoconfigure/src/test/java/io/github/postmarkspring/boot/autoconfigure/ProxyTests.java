package io.github.postmarkspring.boot.autoconfigure;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.security.GeneralSecurityException;

import io.github.postmarkspring.client.ClosedPort;
import io.github.postmarkspring.client.StubPostmark;
import io.github.postmarkspring.client.error.InvalidTokenException;
import io.github.postmarkspring.client.error.PostmarkTransportException;
import io.github.postmarkspring.client.message.Email;
import io.github.postmarkspring.client.message.PostmarkSender;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.http.client.InetAddressFilter;
import org.springframework.boot.http.client.autoconfigure.HttpClientAutoConfiguration;
import org.springframework.boot.http.client.autoconfigure.imperative.ImperativeHttpClientAutoConfiguration;
import org.springframework.boot.restclient.autoconfigure.RestClientAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Sending through a proxy, to a host that cannot be reached without it.
 */
@ExtendWith(OutputCaptureExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProxyTests {

	private Certificates certificates;

	private TlsPostmark postmark;

	private ConnectProxy proxy;

	@BeforeAll
	void createCertificates(@TempDir Path directory) throws Exception {
		this.certificates = new Certificates(directory);
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
	void mailGoesThroughTheProxyInATunnelThatItCannotLookInto(String engine) {
		runner(engine).run((context) -> {
			send(context.getBean(PostmarkSender.class));
			send(context.getBean(PostmarkSender.class));
			assertThat(this.postmark.received()).hasSize(2);
			assertThat(this.proxy.received()).singleElement().satisfies((request) -> {
				assertThat(request.line()).isEqualTo("CONNECT " + Certificates.HOST + ":443 HTTP/1.1");
				assertThat(request.headers()).doesNotContainKeys("proxy-authorization", "x-postmark-server-token");
			});
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "jdk", "http-components" })
	void theProxyGetsItsUserNameAndPasswordAndPostmarkDoesNot(String engine) {
		this.proxy.require("shop", "s3cr3t-pässword");
		withCredentials(engine, "s3cr3t-pässword").run((context) -> {
			assertThat(send(context.getBean(PostmarkSender.class))).isEqualTo("m1");
			assertThat(this.postmark.received()).singleElement()
				.satisfies((headers) -> assertThat(headers).doesNotContainKeys("Proxy-authorization", "Authorization"));
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "jdk", "http-components" })
	void aPasswordThatTheProxyRefusesIsSaidAndNothingIsSent(String engine, CapturedOutput output) {
		this.proxy.require("shop", "another");
		withCredentials(engine, "s3cr3t").run((context) -> {
			assertThatExceptionOfType(PostmarkTransportException.class)
				.isThrownBy(() -> send(context.getBean(PostmarkSender.class)))
				.withMessageContainingAll("127.0.0.1:" + this.proxy.port(), "407", "wants a user name and password")
				.satisfies((ex) -> assertThat(ex.mayHaveBeenSent()).isFalse())
				.satisfies(ProxyTests::doesNotShowThePassword);
			assertThat(this.postmark.received()).isEmpty();
		});
		assertThat(output.getAll()).doesNotContain("s3cr3t");
	}

	@ParameterizedTest
	@ValueSource(strings = { "jdk", "http-components" })
	void aProxyThatWantsAPasswordWhereThereIsNoneIsSaidAndNothingIsSent(String engine) {
		this.proxy.require("shop", "another");
		runner(engine).run((context) -> {
			assertThatExceptionOfType(PostmarkTransportException.class)
				.isThrownBy(() -> send(context.getBean(PostmarkSender.class)))
				.withMessageContainingAll("127.0.0.1:" + this.proxy.port(), "407", "wants a user name and password")
				.satisfies((ex) -> assertThat(ex.mayHaveBeenSent()).isFalse());
			assertThat(this.postmark.received()).isEmpty();
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "jdk", "http-components" })
	void aProxyThatIsDownIsSaidAndNothingIsSent(String engine) {
		try (ClosedPort nobody = new ClosedPort()) {
			runner(engine).withPropertyValues("postmark.proxy.port=" + nobody.port()).run((context) -> {
				assertThatExceptionOfType(PostmarkTransportException.class)
					.isThrownBy(() -> send(context.getBean(PostmarkSender.class)))
					.withMessageContaining("could not be reached through the proxy 127.0.0.1:" + nobody.port())
					.satisfies((ex) -> assertThat(ex.mayHaveBeenSent()).isFalse());
				assertThat(this.postmark.received()).isEmpty();
			});
		}
	}

	@ParameterizedTest
	@CsvSource({ "jdk, 403 Forbidden", "http-components, 403 Forbidden", "jdk, 503 Service Unavailable",
			"http-components, 503 Service Unavailable", "jdk, 302 Found", "http-components, 302 Found" })
	void aProxyThatRefusesTheTunnelIsNotTakenForPostmark(String engine, String status) {
		this.proxy.refuse(status);
		runner(engine).run((context) -> {
			assertThatExceptionOfType(PostmarkTransportException.class)
				.isThrownBy(() -> send(context.getBean(PostmarkSender.class)))
				.withMessageContainingAll("through the proxy 127.0.0.1:" + this.proxy.port(), status.substring(0, 3))
				.satisfies((ex) -> assertThat(ex.mayHaveBeenSent()).isFalse());
			assertThat(this.postmark.received()).isEmpty();
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "jdk", "http-components" })
	void aRefusedTokenIsStillToldFromARefusedPassword(String engine) {
		this.proxy.require("shop", "s3cr3t");
		this.postmark.refuse(401);
		withCredentials(engine, "s3cr3t").run((context) -> assertThatExceptionOfType(InvalidTokenException.class)
			.isThrownBy(() -> send(context.getBean(PostmarkSender.class))));
	}

	@ParameterizedTest
	@ValueSource(strings = { "jdk", "http-components" })
	void theCertificateBehindTheProxyIsCheckedAsWithoutOne(String engine) {
		this.postmark.show(Certificates.WRONG_HOST);
		runner(engine).run((context) -> {
			assertThatExceptionOfType(PostmarkTransportException.class)
				.isThrownBy(() -> send(context.getBean(PostmarkSender.class)))
				.satisfies((ex) -> assertThat(ex.mayHaveBeenSent()).isFalse());
			assertThat(this.postmark.received()).isEmpty();
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "jdk", "http-components" })
	void otherClientsOfTheApplicationDoNotUseTheProxy(String engine) {
		try (StubPostmark elsewhere = new StubPostmark()) {
			runner(engine).run((context) -> {
				send(context.getBean(PostmarkSender.class));
				context.getBean(RestClient.Builder.class)
					.build()
					.get()
					.uri(elsewhere.baseUrl())
					.retrieve()
					.toBodilessEntity();
				assertThat(elsewhere.received()).singleElement()
					.satisfies((request) -> assertThat(request.line()).isEqualTo("GET / HTTP/1.1"));
				assertThat(this.proxy.received()).hasSize(1);
			});
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "jdk", "http-components" })
	void theEmulatorIsReachedWithoutTheProxy(String engine) {
		new ApplicationContextRunner().withConfiguration(configurations())
			.withPropertyValues("spring.http.clients.imperative.factory=" + engine, "postmark.emulator.port=0",
					"postmark.proxy.host=127.0.0.1", "postmark.proxy.port=" + this.proxy.port(),
					"postmark.proxy.username=shop", "postmark.proxy.password=s3cr3t")
			.run((context) -> {
				send(context.getBean(PostmarkSender.class));
				assertThat(this.proxy.received()).isEmpty();
			});
	}

	@ParameterizedTest
	@ValueSource(strings = { "localhost", "127.0.0.1" })
	void anEmulatorThatRunsByItselfIsReachedWithoutTheProxy(String host) {
		try (StubPostmark emulator = new StubPostmark()) {
			runner("http-components")
				.withPropertyValues("postmark.base-url=http://" + host + ":" + emulator.baseUrl().getPort())
				.run((context) -> {
					send(context.getBean(PostmarkSender.class));
					assertThat(emulator.only().headers()).doesNotContainKey("proxy-authorization");
					assertThat(this.proxy.received()).isEmpty();
				});
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "jdk", "http-components" })
	void aFilterAgainstCallsIntoTheOwnNetworkDoesNotKeepUsFromTheProxy(String engine) {
		runner(engine).withBean(InetAddressFilter.class, () -> (address) -> !address.isLoopbackAddress())
			.run((context) -> assertThat(send(context.getBean(PostmarkSender.class))).isEqualTo("m1"));
	}

	private static void doesNotShowThePassword(Throwable failure) {
		StringWriter trace = new StringWriter();
		failure.printStackTrace(new PrintWriter(trace));
		assertThat(trace.toString()).doesNotContain("s3cr3t");
	}

	private ApplicationContextRunner withCredentials(String engine, String password) {
		return runner(engine).withPropertyValues("postmark.proxy.username=shop", "postmark.proxy.password=" + password);
	}

	private ApplicationContextRunner runner(String engine) {
		return new ApplicationContextRunner().withConfiguration(configurations())
			.withPropertyValues("spring.http.clients.imperative.factory=" + engine, "postmark.server-token=token",
					"postmark.retry.max-attempts=1", "postmark.base-url=https://" + Certificates.HOST,
					"postmark.proxy.host=127.0.0.1", "postmark.proxy.port=" + this.proxy.port(),
					"postmark.ssl.bundle=private",
					"spring.ssl.bundle.jks.private.truststore.location=file:" + trustStore(),
					"spring.ssl.bundle.jks.private.truststore.password=" + Certificates.PASSWORD,
					"spring.ssl.bundle.jks.private.truststore.type=PKCS12");
	}

	private Path trustStore() {
		try {
			return this.certificates.trustStore("proxy-tests.p12", Certificates.AUTHORITY);
		}
		catch (GeneralSecurityException | IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static AutoConfigurations configurations() {
		return AutoConfigurations.of(PostmarkAutoConfiguration.class, RestClientAutoConfiguration.class,
				HttpClientAutoConfiguration.class, ImperativeHttpClientAutoConfiguration.class,
				SslAutoConfiguration.class);
	}

	private static String send(PostmarkSender sender) {
		return sender.send(Email.builder().from("a@b.example").to("c@d.example").textBody("Hi").build()).messageId();
	}

}

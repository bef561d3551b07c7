package io.github.postmarkspring.boot.autoconfigure;

import java.nio.file.Path;

import io.github.postmarkspring.client.error.AmbiguousSendException;
import io.github.postmarkspring.client.error.PostmarkTransportException;
import io.github.postmarkspring.client.message.Email;
import io.github.postmarkspring.client.message.PostmarkSender;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.http.client.autoconfigure.HttpClientAutoConfiguration;
import org.springframework.boot.http.client.autoconfigure.imperative.ImperativeHttpClientAutoConfiguration;
import org.springframework.boot.restclient.autoconfigure.RestClientAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.ContextConsumer;
import org.springframework.context.ApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Sending over TLS to a server whose certificate comes from a private authority.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TlsTests {

	private Certificates certificates;

	private TlsPostmark postmark;

	private ApplicationContextRunner runner;

	@BeforeAll
	void createCertificates(@TempDir Path directory) throws Exception {
		this.certificates = new Certificates(directory);
	}

	@BeforeEach
	void start() throws Exception {
		this.postmark = new TlsPostmark(this.certificates, Certificates.VALID);
		this.runner = new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(PostmarkAutoConfiguration.class, RestClientAutoConfiguration.class,
					HttpClientAutoConfiguration.class, ImperativeHttpClientAutoConfiguration.class,
					SslAutoConfiguration.class))
			.withPropertyValues("postmark.server-token=token", "postmark.retry.max-attempts=1",
					"postmark.base-url=https://localhost:" + this.postmark.port(),
					"spring.ssl.bundle.jks.private.truststore.location=file:"
							+ this.certificates.trustStore("tls-tests.p12", Certificates.AUTHORITY),
					"spring.ssl.bundle.jks.private.truststore.password=" + Certificates.PASSWORD,
					"spring.ssl.bundle.jks.private.truststore.type=PKCS12");
	}

	@AfterEach
	void stop() {
		this.postmark.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "jdk", "http-components" })
	void aCertificateOfAnUnknownIssuerIsRefusedAndNothingIsSent(String engine) {
		this.runner.withPropertyValues("spring.http.clients.imperative.factory=" + engine).run(isRefused());
	}

	@ParameterizedTest
	@ValueSource(strings = { "jdk", "http-components" })
	void aCertificateForAnotherHostIsRefusedAndNothingIsSent(String engine) {
		this.postmark.show(Certificates.WRONG_HOST);
		with(engine).run(isRefused());
	}

	@ParameterizedTest
	@ValueSource(strings = { "jdk", "http-components" })
	void anExpiredCertificateIsRefusedAndNothingIsSent(String engine) {
		this.postmark.show(Certificates.EXPIRED);
		with(engine).run(isRefused());
	}

	@ParameterizedTest
	@ValueSource(strings = { "jdk", "http-components" })
	void aCertificateOfAnotherPrivateAuthorityIsRefusedAndNothingIsSent(String engine) {
		this.postmark.show(Certificates.VALID_OF_OTHER_AUTHORITY);
		with(engine).run(isRefused());
	}

	@ParameterizedTest
	@ValueSource(strings = { "jdk", "http-components" })
	void anSslBundleMakesAPrivateAuthorityKnown(String engine) {
		with(engine).run(isSent());
	}

	@ParameterizedTest
	@ValueSource(strings = { "jdk", "http-components" })
	void theSslBundleOfAllClientsApplies(String engine) {
		this.runner
			.withPropertyValues("spring.http.clients.imperative.factory=" + engine,
					"spring.http.clients.ssl.bundle=private")
			.run(isSent());
	}

	@ParameterizedTest
	@CsvSource({ "jdk, ALERT", "jdk, CLOSE", "jdk, CERTIFICATE", "http-components, ALERT", "http-components, CLOSE",
			"http-components, CERTIFICATE" })
	void aHandshakeThatEndsAfterTheMailHasLeftLeavesItsOutcomeUnknown(String engine,
			RenegotiatingPostmark.Ending ending) throws Exception {
		try (RenegotiatingPostmark server = new RenegotiatingPostmark(this.certificates, ending)) {
			with(engine)
				.withPropertyValues("postmark.base-url=https://localhost:" + server.port(),
						"postmark.retry.max-attempts=3", "postmark.retry.delay=0s")
				.run((context) -> assertThatExceptionOfType(AmbiguousSendException.class)
					.isThrownBy(() -> context.getBean(PostmarkSender.class).send(email())));
			assertThat(server.accepted()).isEqualTo(1);
		}
	}

	private ApplicationContextRunner with(String engine) {
		return this.runner.withPropertyValues("spring.http.clients.imperative.factory=" + engine,
				"postmark.ssl.bundle=private");
	}

	private <C extends ApplicationContext> ContextConsumer<C> isSent() {
		return (context) -> {
			assertThat(context.getBean(PostmarkSender.class).send(email()).messageId()).isEqualTo("m1");
			assertThat(this.postmark.received()).hasSize(1);
		};
	}

	private <C extends ApplicationContext> ContextConsumer<C> isRefused() {
		return (context) -> {
			assertThatExceptionOfType(PostmarkTransportException.class)
				.isThrownBy(() -> context.getBean(PostmarkSender.class).send(email()))
				.satisfies((ex) -> assertThat(ex.mayHaveBeenSent()).isFalse());
			assertThat(this.postmark.received()).isEmpty();
		};
	}

	private static Email email() {
		return Email.builder().from("a@b.example").to("c@d.example").textBody("Hi").build();
	}

}

package io.github.postmarkspring.boot.autoconfigure;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.KeyStore;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import io.github.postmarkspring.client.StubPostmark;
import io.github.postmarkspring.client.error.PostmarkTransportException;
import io.github.postmarkspring.client.message.Email;
import io.github.postmarkspring.client.message.PostmarkSender;
import io.github.postmarkspring.client.message.SendResult;
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
import org.springframework.boot.http.client.autoconfigure.HttpClientAutoConfiguration;
import org.springframework.boot.http.client.autoconfigure.imperative.ImperativeHttpClientAutoConfiguration;
import org.springframework.boot.restclient.autoconfigure.RestClientAutoConfiguration;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundleKey;
import org.springframework.boot.ssl.SslBundleRegistry;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.boot.ssl.SslOptions;
import org.springframework.boot.ssl.SslStoreBundle;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatRuntimeException;

/**
 * An SSL bundle that changes while the application runs.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TlsReloadTests {

	private Certificates certificates;

	private TlsPostmark postmark;

	private Path trustStore;

	@BeforeAll
	void createCertificates(@TempDir Path directory) throws Exception {
		this.certificates = new Certificates(directory);
	}

	@BeforeEach
	void start() throws Exception {
		this.postmark = new TlsPostmark(this.certificates, Certificates.VALID);
		this.trustStore = this.certificates.trustStore("tls-reload-tests.p12", Certificates.AUTHORITY);
	}

	@AfterEach
	void stop() {
		this.postmark.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "jdk", "http-components" })
	void theNextSendTrustsWhatTheChangedBundleTrustsAndNothingElse(String engine) {
		runner(engine).withPropertyValues("postmark.ssl.bundle=private")
			.run((context) -> isUsedAtTheNextSend(context, this::update));
	}

	@ParameterizedTest
	@ValueSource(strings = { "jdk", "http-components" })
	void soItIsWithTheSslBundleOfAllClients(String engine) {
		runner(engine).withPropertyValues("spring.http.clients.ssl.bundle=private")
			.run((context) -> isUsedAtTheNextSend(context, this::update));
	}

	@ParameterizedTest
	@ValueSource(strings = { "jdk", "http-components" })
	void soItIsWhenTheFileOfTheBundleIsReplaced(String engine) {
		runner(engine)
			.withPropertyValues("postmark.ssl.bundle=private", "spring.ssl.bundle.jks.private.reload-on-update=true",
					"spring.ssl.bundle.watch.file.quiet-period=50ms")
			.run((context) -> isUsedAtTheNextSend(context, (changed) -> {
				CompletableFuture<SslBundle> reloaded = new CompletableFuture<>();
				context.getBean(SslBundles.class).addBundleUpdateHandler("private", reloaded::complete);
				Path replacement = this.certificates.trustStore("replacement.p12", Certificates.OTHER_AUTHORITY);
				Files.move(replacement, this.trustStore, StandardCopyOption.REPLACE_EXISTING);
				assertThat(reloaded).succeedsWithin(Duration.ofSeconds(60));
			}));
	}

	private void isUsedAtTheNextSend(ApplicationContext context, Update update) throws Exception {
		PostmarkSender sender = context.getBean(PostmarkSender.class);
		sender.send(email());
		// The connection that is there would do for another send.
		update.apply(context);
		assertThatExceptionOfType(PostmarkTransportException.class).isThrownBy(() -> sender.send(email()))
			.satisfies((ex) -> assertThat(ex.mayHaveBeenSent()).isFalse());
		assertThat(this.postmark.received()).hasSize(1);
		this.postmark.show(Certificates.VALID_OF_OTHER_AUTHORITY);
		assertThat(sender.send(email()).messageId()).isEqualTo("m1");
	}

	@ParameterizedTest
	@ValueSource(strings = { "jdk", "http-components" })
	void aSendUnderWayWhenTheBundleChangesStillGetsItsAnswer(String engine) {
		runner(engine).withPropertyValues("postmark.ssl.bundle=private").run((context) -> {
			PostmarkSender sender = context.getBean(PostmarkSender.class);
			this.postmark.holdAnswers();
			CompletableFuture<SendResult> send = CompletableFuture.supplyAsync(() -> sender.send(email()));
			Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> this.postmark.received().size() == 1);
			update(context);
			// What nobody refers to is gone now.
			System.gc();
			this.postmark.releaseAnswers();
			assertThat(send).succeedsWithin(Duration.ofSeconds(30));
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "jdk", "http-components" })
	void aBundleThatIsOfNoUseLeavesTheOneBefore(String engine) {
		runner(engine).withPropertyValues("postmark.ssl.bundle=private").run((context) -> {
			PostmarkSender sender = context.getBean(PostmarkSender.class);
			sender.send(email());
			SslBundle broken = SslBundle.of(null, SslBundleKey.NONE, SslOptions.NONE, "NoSuchProtocol");
			assertThatRuntimeException()
				.isThrownBy(() -> context.getBean(SslBundleRegistry.class).updateBundle("private", broken));
			assertThat(sender.send(email()).messageId()).isEqualTo("m1");
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "jdk", "http-components" })
	void theConnectionsOfBeforeAreClosed(String engine) {
		try (StubPostmark plain = new StubPostmark()) {
			runner(engine).withPropertyValues("postmark.ssl.bundle=private", "postmark.base-url=" + plain.baseUrl())
				.run((context) -> {
					PostmarkSender sender = context.getBean(PostmarkSender.class);
					sender.send(email());
					update(context);
					Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> {
						System.gc();
						return plain.openConnections() == 0;
					});
					sender.send(email());
					assertThat(plain.connectionCount()).isEqualTo(2);
				});
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "jdk", "http-components" })
	void nothingIsBuiltBeforeTheFirstSendWhenTheBundleChanges(String engine) {
		runner(engine).withPropertyValues("postmark.ssl.bundle=private").run((context) -> {
			PostmarkSender sender = context.getBean(PostmarkSender.class);
			update(context);
			assertThat(context.getBean(HttpEngine.class).isBuilt()).isFalse();
			this.postmark.show(Certificates.VALID_OF_OTHER_AUTHORITY);
			assertThat(sender.send(email()).messageId()).isEqualTo("m1");
		});
	}

	private void update(ApplicationContext context) throws Exception {
		KeyStore trusted = this.certificates.trusting(Certificates.OTHER_AUTHORITY);
		context.getBean(SslBundleRegistry.class)
			.updateBundle("private", SslBundle.of(SslStoreBundle.of(null, null, trusted)));
	}

	private ApplicationContextRunner runner(String engine) {
		return new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(PostmarkAutoConfiguration.class, RestClientAutoConfiguration.class,
					HttpClientAutoConfiguration.class, ImperativeHttpClientAutoConfiguration.class,
					SslAutoConfiguration.class))
			.withPropertyValues("postmark.server-token=token", "postmark.retry.max-attempts=1",
					"spring.http.clients.imperative.factory=" + engine,
					"postmark.base-url=https://localhost:" + this.postmark.port(),
					"spring.ssl.bundle.jks.private.truststore.location=file:" + this.trustStore,
					"spring.ssl.bundle.jks.private.truststore.password=" + Certificates.PASSWORD,
					"spring.ssl.bundle.jks.private.truststore.type=PKCS12");
	}

	private static Email email() {
		return Email.builder().from("a@b.example").to("c@d.example").textBody("Hi").build();
	}

	private interface Update {

		void apply(ApplicationContext context) throws Exception;

	}

}

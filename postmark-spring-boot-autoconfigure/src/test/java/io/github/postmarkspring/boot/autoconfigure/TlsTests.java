package io.github.postmarkspring.boot.autoconfigure;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.concurrent.TimeUnit;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.github.postmarkspring.client.error.AmbiguousSendException;
import io.github.postmarkspring.client.error.PostmarkTransportException;
import io.github.postmarkspring.client.message.Email;
import io.github.postmarkspring.client.message.PostmarkSender;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.http.client.autoconfigure.HttpClientAutoConfiguration;
import org.springframework.boot.http.client.autoconfigure.imperative.ImperativeHttpClientAutoConfiguration;
import org.springframework.boot.restclient.autoconfigure.RestClientAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Sending over TLS to a server whose certificate nobody knows.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TlsTests {

	private static final char[] PASSWORD = "changeit".toCharArray();

	private Path keyStore;

	private HttpsServer server;

	private ApplicationContextRunner runner;

	@BeforeAll
	void start(@TempDir Path directory) throws Exception {
		this.keyStore = directory.resolve("server.p12");
		createKeyStore(this.keyStore);
		this.server = HttpsServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
		this.server.setHttpsConfigurator(new HttpsConfigurator(sslContext(this.keyStore)));
		this.server.createContext("/", (exchange) -> {
			exchange.getRequestBody().readAllBytes();
			byte[] answer = "{\"MessageID\":\"m1\",\"ErrorCode\":0}".getBytes(StandardCharsets.UTF_8);
			exchange.sendResponseHeaders(200, answer.length);
			exchange.getResponseBody().write(answer);
			exchange.close();
		});
		this.server.start();
		this.runner = new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(PostmarkAutoConfiguration.class, RestClientAutoConfiguration.class,
					HttpClientAutoConfiguration.class, ImperativeHttpClientAutoConfiguration.class,
					SslAutoConfiguration.class))
			.withPropertyValues("postmark.server-token=token",
					"postmark.base-url=https://localhost:" + this.server.getAddress().getPort(),
					"spring.ssl.bundle.jks.private.truststore.location=file:" + this.keyStore,
					"spring.ssl.bundle.jks.private.truststore.password=changeit",
					"spring.ssl.bundle.jks.private.truststore.type=PKCS12");
	}

	@AfterAll
	void stop() {
		this.server.stop(0);
	}

	@ParameterizedTest
	@ValueSource(strings = { "jdk", "http-components" })
	void aCertificateOfAnUnknownIssuerIsRefusedAndNothingIsSent(String engine) {
		this.runner.withPropertyValues("spring.http.clients.imperative.factory=" + engine)
			.run((context) -> assertThatExceptionOfType(PostmarkTransportException.class)
				.isThrownBy(() -> context.getBean(PostmarkSender.class).send(email()))
				.isNotInstanceOf(AmbiguousSendException.class));
	}

	@ParameterizedTest
	@ValueSource(strings = { "jdk", "http-components" })
	void anSslBundleMakesItKnown(String engine) {
		this.runner
			.withPropertyValues("spring.http.clients.imperative.factory=" + engine, "postmark.ssl.bundle=private")
			.run((context) -> assertThat(context.getBean(PostmarkSender.class).send(email()).messageId())
				.isEqualTo("m1"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "jdk", "http-components" })
	void theSslBundleOfAllClientsApplies(String engine) {
		this.runner
			.withPropertyValues("spring.http.clients.imperative.factory=" + engine,
					"spring.http.clients.ssl.bundle=private")
			.run((context) -> assertThat(context.getBean(PostmarkSender.class).send(email()).messageId())
				.isEqualTo("m1"));
	}

	private static void createKeyStore(Path keyStore) throws IOException, InterruptedException {
		Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
		Process process = new ProcessBuilder(keytool.toString(), "-genkeypair", "-alias", "server", "-keyalg", "RSA",
				"-dname", "CN=localhost", "-ext", "san=dns:localhost", "-keystore", keyStore.toString(), "-storetype",
				"PKCS12", "-storepass", new String(PASSWORD))
			.redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.DISCARD)
			.start();
		assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
		assertThat(keyStore).isNotEmptyFile();
	}

	private static SSLContext sslContext(Path keyStore) throws Exception {
		KeyStore keys = KeyStore.getInstance("PKCS12");
		try (InputStream in = Files.newInputStream(keyStore)) {
			keys.load(in, PASSWORD);
		}
		KeyManagerFactory keyManagers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
		keyManagers.init(keys, PASSWORD);
		SSLContext context = SSLContext.getInstance("TLS");
		context.init(keyManagers.getKeyManagers(), null, null);
		return context;
	}

	private static Email email() {
		return Email.builder().from("a@b.example").to("c@d.example").textBody("Hi").build();
	}

}

package io.github.postmarkspring.boot.autoconfigure;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two authorities that no JVM knows, and certificates of theirs.
 */
final class Certificates {

	/** A name that leads nowhere without a proxy. */
	static final String HOST = "api.postmark.test";

	static final String PASSWORD = "changeit";

	static final String AUTHORITY = "authority";

	static final String OTHER_AUTHORITY = "other-authority";

	static final String VALID = "valid";

	static final String WRONG_HOST = "wrong-host";

	static final String EXPIRED = "expired";

	static final String VALID_OF_OTHER_AUTHORITY = "valid-of-other-authority";

	private final Path directory;

	private final Path file;

	private final KeyStore keys;

	Certificates(Path directory) throws Exception {
		this.directory = directory;
		this.file = directory.resolve("keys.p12");
		String names = "san=dns:localhost,dns:" + HOST;
		generate(AUTHORITY, "-ext", "bc:c");
		generate(OTHER_AUTHORITY, "-ext", "bc:c");
		generate(VALID, "-signer", AUTHORITY, "-ext", names);
		generate(WRONG_HOST, "-signer", AUTHORITY, "-ext", "san=dns:elsewhere.example");
		generate(EXPIRED, "-signer", AUTHORITY, "-ext", names, "-startdate", "-10d", "-validity", "5");
		generate(VALID_OF_OTHER_AUTHORITY, "-signer", OTHER_AUTHORITY, "-ext", names);
		this.keys = KeyStore.getInstance("PKCS12");
		try (InputStream in = Files.newInputStream(this.file)) {
			this.keys.load(in, PASSWORD.toCharArray());
		}
	}

	private void generate(String alias, String... arguments) throws IOException, InterruptedException {
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair", "-alias",
						alias, "-dname", "CN=" + alias, "-keyalg", "EC", "-groupname", "secp256r1", "-keystore",
						this.file.toString(), "-storetype", "PKCS12", "-storepass", PASSWORD));
		command.addAll(List.of(arguments));
		Process process = new ProcessBuilder(command).redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.DISCARD)
			.start();
		assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
		assertThat(process.exitValue()).as(alias).isZero();
	}

	/** Write a store that trusts one authority only. */
	Path trustStore(String name, String authority) throws GeneralSecurityException, IOException {
		KeyStore trusted = trusting(authority);
		Path store = this.directory.resolve(name);
		try (OutputStream out = Files.newOutputStream(store)) {
			trusted.store(out, PASSWORD.toCharArray());
		}
		return store;
	}

	KeyStore trusting(String authority) throws GeneralSecurityException, IOException {
		KeyStore trusted = KeyStore.getInstance("PKCS12");
		trusted.load(null, null);
		trusted.setCertificateEntry(authority, this.keys.getCertificate(authority));
		return trusted;
	}

	/** A server's context that shows the certificate of the alias asked for. */
	SSLContext serving(Supplier<String> alias) throws GeneralSecurityException {
		SSLContext context = SSLContext.getInstance("TLS");
		context.init(new KeyManager[] { new Presenter(alias) }, null, null);
		return context;
	}

	private final class Presenter extends X509ExtendedKeyManager {

		private final Supplier<String> alias;

		private Presenter(Supplier<String> alias) {
			this.alias = alias;
		}

		@Override
		public String chooseEngineServerAlias(String keyType, Principal[] issuers, SSLEngine engine) {
			return keyType.equals("EC") ? this.alias.get() : null;
		}

		@Override
		public X509Certificate[] getCertificateChain(String alias) {
			try {
				return Arrays.stream(Certificates.this.keys.getCertificateChain(alias))
					.map(X509Certificate.class::cast)
					.toArray(X509Certificate[]::new);
			}
			catch (GeneralSecurityException ex) {
				throw new IllegalStateException(ex);
			}
		}

		@Override
		public PrivateKey getPrivateKey(String alias) {
			try {
				return (PrivateKey) Certificates.this.keys.getKey(alias, PASSWORD.toCharArray());
			}
			catch (GeneralSecurityException ex) {
				throw new IllegalStateException(ex);
			}
		}

		@Override
		public String[] getServerAliases(String keyType, Principal[] issuers) {
			return new String[] { this.alias.get() };
		}

		@Override
		public String chooseServerAlias(String keyType, Principal[] issuers, Socket socket) {
			return this.alias.get();
		}

		@Override
		public String[] getClientAliases(String keyType, Principal[] issuers) {
			return null;
		}

		@Override
		public String chooseClientAlias(String[] keyType, Principal[] issuers, Socket socket) {
			return null;
		}

	}

}

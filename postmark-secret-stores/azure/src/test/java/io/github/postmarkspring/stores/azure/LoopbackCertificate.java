package io.github.postmarkspring.stores.azure;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

import com.sun.net.httpserver.HttpsConfigurator;

/**
 * A certificate for {@code localhost} that this JVM trusts, made anew for each run of the
 * tests.
 */
final class LoopbackCertificate {

	private static final String PASSWORD = "changeit";

	private static final Path STORE = Path.of("target", "loopback.p12");

	private static final HttpsConfigurator tls = create();

	private LoopbackCertificate() {
	}

	static HttpsConfigurator tls() {
		return tls;
	}

	private static HttpsConfigurator create() {
		try {
			Files.deleteIfExists(STORE);
			keytool("-genkeypair", "-alias", "loopback", "-keyalg", "EC", "-dname", "CN=localhost", "-ext",
					"SAN=dns:localhost,ip:127.0.0.1", "-storetype", "PKCS12", "-keystore", STORE.toString(),
					"-storepass", PASSWORD);
			System.setProperty("javax.net.ssl.trustStore", STORE.toString());
			System.setProperty("javax.net.ssl.trustStorePassword", PASSWORD);
			return new HttpsConfigurator(context());
		}
		catch (IOException | GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static SSLContext context() throws IOException, GeneralSecurityException {
		KeyStore keys = KeyStore.getInstance("PKCS12");
		try (InputStream file = Files.newInputStream(STORE)) {
			keys.load(file, PASSWORD.toCharArray());
		}
		KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
		managers.init(keys, PASSWORD.toCharArray());
		SSLContext context = SSLContext.getInstance("TLS");
		context.init(managers.getKeyManagers(), null, null);
		return context;
	}

	private static void keytool(String... arguments) throws IOException {
		List<String> command = new ArrayList<>();
		command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
		command.addAll(List.of(arguments));
		try {
			int status = new ProcessBuilder(command).inheritIO().start().waitFor();
			if (status != 0) {
				throw new IOException("keytool ended with " + status);
			}
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

}

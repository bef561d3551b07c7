package io.github.postmarkspring.boot.autoconfigure.webhook;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Arrays;
import java.util.List;

import org.apache.catalina.webresources.TomcatURLStreamHandlerFactory;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * An application that has no Spring Security anywhere.
 */
class WithoutSpringSecurityTests {

	@Test
	void webhooksAreVerifiedJustTheSame() throws Exception {
		Thread thread = Thread.currentThread();
		ClassLoader before = thread.getContextClassLoader();
		try (URLClassLoader loader = new URLClassLoader(classPath(), ClassLoader.getPlatformClassLoader())) {
			assertThatExceptionOfType(ClassNotFoundException.class)
				.isThrownBy(() -> loader.loadClass("org.springframework.security.web.SecurityFilterChain"));
			thread.setContextClassLoader(loader);
			Method verify = loader.loadClass(Verification.class.getName()).getDeclaredMethod("run");
			verify.setAccessible(true);
			assertThat(verify.invoke(null)).isEqualTo("401 401 200 401 1");
		}
		finally {
			thread.setContextClassLoader(before);
		}
	}

	private static URL[] classPath() {
		return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
			.filter((entry) -> !entry.contains("spring-security") && !entry.contains("spring-boot-security"))
			.map(WithoutSpringSecurityTests::url)
			.toArray(URL[]::new);
	}

	private static URL url(String entry) {
		try {
			return new File(entry).toURI().toURL();
		}
		catch (MalformedURLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** Runs where those classes are not. */
	static final class Verification {

		private Verification() {
		}

		static String run() throws IOException {
			// There is one for all of the JVM, and the other tests may have set it.
			TomcatURLStreamHandlerFactory.disable();
			try (WebhookApplication application = WebhookApplication.startSecured(List.of(),
					WebhookApplication.withDefaults("postmark.webhook.protected-paths=/hooks/mine"))) {
				RawHttp http = application.http();
				return status(http, "/postmark/webhook", "X-Nothing: 1") + " "
						+ status(http, "/postmark/webhook;x=1", RawHttp.basic("postmark:wrongwrongwrongwrong")) + " "
						+ status(http, "/postmark/webhook", RawHttp.basic(WebhookApplication.CREDENTIALS)) + " "
						+ status(http, "/hooks/mine", "X-Nothing: 1") + " " + application.events().size();
			}
		}

		private static int status(RawHttp http, String path, String header) throws IOException {
			return http.post(path, WebhookApplication.BOUNCE, header).status();
		}

	}

}

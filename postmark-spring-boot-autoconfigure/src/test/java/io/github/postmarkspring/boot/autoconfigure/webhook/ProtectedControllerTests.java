package io.github.postmarkspring.boot.autoconfigure.webhook;

import java.io.IOException;
import java.util.List;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.filter.OncePerRequestFilter;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Controllers of the application's own, behind the filter.
 */
class ProtectedControllerTests {

	private static final String RIGHT = RawHttp.basic(WebhookApplication.CREDENTIALS);

	private static WebhookApplication application;

	@BeforeAll
	static void start() {
		application = WebhookApplication.start(List.of(Controllers.class, PathRewriting.class),
				"postmark.webhook.protected-paths=/hooks/**",
				"postmark.webhook.basic.password=" + WebhookApplication.PASSWORD,
				"postmark.webhook.header.value=" + WebhookApplication.HEADER_VALUE,
				"spring.mvc.pathmatch.matching-strategy=ant_path_matcher");
	}

	@AfterAll
	static void close() {
		application.close();
	}

	@BeforeEach
	void clear() {
		application.reached().clear();
	}

	@ParameterizedTest
	@CsvSource({ "mine, mine {\"RecordType\":\"Größe\"}", "record, record Größe",
			"reader, reader {\"RecordType\":\"Größe\"}", "stream, stream {\"RecordType\":\"Größe\"}24",
			"forwards, mine {\"RecordType\":\"Größe\"}" })
	void aVerifiedControllerReadsTheBodyHoweverItLikes(String path, String expected) throws IOException {
		RawHttp.Reply reply = post("/hooks/" + path, RIGHT, header());

		assertThat(reply.status()).isEqualTo(200);
		assertThat(new String(reply.text().getBytes("ISO-8859-1"), "UTF-8")).endsWith(expected);
	}

	@Test
	void aVerifiedControllerSeesNoCredentials() throws IOException {
		assertThat(post("/hooks/headers", RIGHT, header(), "X-Other: seen").text().toLowerCase()).contains("x-other")
			.contains("[\"host\"")
			.doesNotContain("authorization")
			.doesNotContain("x-webhook-secret")
			.doesNotContain(WebhookApplication.HEADER_VALUE.toLowerCase())
			.doesNotContain("basic ");
	}

	@ParameterizedTest
	@ValueSource(strings = { "mine", "record", "reader", "stream", "headers", "fails", "forwards", "all/x" })
	void noControllerRunsForWhatIsNotVerified(String path) throws IOException {
		assertThat(post("/hooks/" + path).status()).isEqualTo(401);
		assertThat(post("/hooks/" + path, RIGHT).status()).isEqualTo(401);
		assertThat(application.reached()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/rewritten/hooks/mine", "/rewritten/hooks/all/x", "/rewritten/hooks/mine/x/..",
			"/rewritten//hooks//all//x", "/rewritten/hooks/all;v=1/x" })
	void aRequestThatAnotherFilterTakesToTheControllerIsRefusedThere(String path) throws IOException {
		assertThat(post(path).status()).isIn(401, 404);
		assertThat(post(path, RIGHT, header(), mark()).status()).isIn(401, 404);
		assertThat(application.reached()).isEmpty();
	}

	@Test
	void whoeverKnowsAWayPastTheFilterCannotFillTheLog() throws IOException {
		try (CapturedLog log = CapturedLog.begin()) {
			for (int i = 0; i < 30; i++) {
				assertThat(post("/rewritten/hooks/mine").status()).isEqualTo(401);
			}
			assertThat(log.text().split("without being verified", -1).length - 1).isLessThanOrEqualTo(10);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "//hooks//mine", "/x/../hooks/mine", "/hooks/./all/x", "/hooks/all/x/../y",
			"/hooks/mine%20", "/hooks/ALL/x", "/hooks/mine/", "/hooks/all/x;y=/../z" })
	void noPathLeadsAroundTheGuardToALenientMatcher(String path) throws IOException {
		assertThat(post(path).status()).isIn(401, 404);
		assertThat(application.reached()).isEmpty();
	}

	@Test
	void theMarkOfAVerifiedRequestCannotBeSent() throws IOException {
		assertThat(post("/hooks/mine?" + VerifiedMark.class.getName() + "=x", mark()).status()).isEqualTo(401);
		assertThat(post("/marked/hooks/mine", mark()).status()).isEqualTo(401);
		assertThat(application.reached()).isEmpty();
	}

	private static String mark() {
		return VerifiedMark.class.getName() + ": true";
	}

	private static String header() {
		return "X-Webhook-Secret: " + WebhookApplication.HEADER_VALUE;
	}

	private static RawHttp.Reply post(String path, String... headers) throws IOException {
		return application.http().post(path, "{\"RecordType\":\"Größe\"}", headers);
	}

	@Configuration(proxyBeanMethods = false)
	static class PathRewriting {

		/** Later than ours, as such filters usually are. */
		@Bean
		FilterRegistrationBean<OncePerRequestFilter> rewriting() {
			FilterRegistrationBean<OncePerRequestFilter> registration = new FilterRegistrationBean<>(new Rewriting());
			registration.setOrder(0);
			registration.setDispatcherTypes(DispatcherType.REQUEST);
			return registration;
		}

	}

	private static final class Rewriting extends OncePerRequestFilter {

		@Override
		protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
				throws ServletException, IOException {
			String uri = request.getRequestURI();
			if (uri.startsWith("/marked")) {
				request.setAttribute(VerifiedMark.class.getName(), "true");
			}
			String path = uri.replaceFirst("^/(rewritten|marked)/", "/");
			chain.doFilter(path.equals(uri) ? request : new HttpServletRequestWrapper(request) {

				@Override
				public String getRequestURI() {
					return path;
				}

				@Override
				public String getServletPath() {
					return path;
				}

			}, response);
		}

	}

}

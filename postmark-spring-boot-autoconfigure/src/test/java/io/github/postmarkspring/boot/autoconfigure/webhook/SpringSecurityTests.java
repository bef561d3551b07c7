package io.github.postmarkspring.boot.autoconfigure.webhook;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.config.Customizer.withDefaults;

/**
 * Webhooks need nothing opened, and open nothing.
 */
class SpringSecurityTests {

	private static final String RIGHT = RawHttp.basic(WebhookApplication.CREDENTIALS);

	private static final String USER = RawHttp.basic("user:pass-of-the-user");

	@ParameterizedTest
	@ValueSource(classes = { BootsOwn.class, HttpBasic.class, FormLogin.class, Stateless.class })
	void webhooksPassAndAllElseIsAsClosedAsWithoutThem(Class<?> security) throws IOException {
		String[] webhooks = WebhookApplication.withDefaults("postmark.webhook.protected-paths=/hooks/mine",
				"spring.security.user.password=pass-of-the-user");
		List<String> with;
		try (WebhookApplication application = start(security, webhooks)) {
			webhooksPass(application);
			with = answers(application.http());
		}
		try (WebhookApplication application = start(security, "spring.security.user.password=pass-of-the-user")) {
			assertThat(with).isEqualTo(answers(application.http()));
		}
	}

	private static void webhooksPass(WebhookApplication application) throws IOException {
		RawHttp.Reply reply = application.http().post("/postmark/webhook", WebhookApplication.BOUNCE, RIGHT);
		assertThat(reply.status()).isEqualTo(200);
		assertThat(reply.text()).doesNotContain("Set-Cookie");
		assertThat(application.events()).hasSize(1);
		for (String credentials : List.of("X-Nothing: 1", USER, "Cookie: JSESSIONID=1")) {
			reply = application.http().post("/postmark/webhook", WebhookApplication.BOUNCE, credentials);
			assertThat(reply.status()).isEqualTo(401);
			assertThat(reply.text()).contains("Basic realm=\"postmark\"").doesNotContain("Set-Cookie");
		}
		assertThat(application.events()).hasSize(1);
		assertThat(application.http().post("/hooks/mine", "{}").status()).isEqualTo(401);
		assertThat(application.reached()).isEmpty();
	}

	private static List<String> answers(RawHttp http) throws IOException {
		List<String> answers = new ArrayList<>();
		for (String request : List.of("GET /open/page", "GET /", "GET /nothing", "GET /error", "GET /login",
				"POST /open/form?field=x", "POST /open/forward?to=/open/form", "POST /hooks/record",
				"DELETE /open/form", "POST /postmark", "POST /postmark/", "POST /postmark/webhooks",
				"POST /postmark/webhook/", "POST /postmark/webhook.json", "POST /postmark/webhook/more",
				"POST /hooks/mine/", "OPTIONS /open/page")) {
			for (String credentials : List.of("X-Nothing: 1", RIGHT, USER)) {
				String reply = http.send(HostileCase.request(request, "{}", credentials)).text();
				answers.add(request + " " + what(reply));
			}
		}
		return answers;
	}

	/** What says how closed it is. */
	private static String what(String reply) {
		return Arrays.stream(reply.split("\r\n\r\n")[0].split("\r\n"))
			.filter((line) -> line.startsWith("HTTP/") || line.startsWith("WWW-") || line.startsWith("Location")
					|| line.startsWith("Set-Cookie"))
			.map((line) -> line.replaceAll("(?i)jsessionid=\\w+", "JSESSIONID"))
			.collect(Collectors.joining("; "));
	}

	private static WebhookApplication start(Class<?> security, String... properties) {
		return WebhookApplication.startSecured(List.of(Controllers.class, security), properties);
	}

	@Configuration(proxyBeanMethods = false)
	static class BootsOwn {

	}

	@Configuration(proxyBeanMethods = false)
	static class HttpBasic {

		@Bean
		SecurityFilterChain chain(HttpSecurity http) {
			return http
				.authorizeHttpRequests(
						(requests) -> requests.requestMatchers("/open/page").permitAll().anyRequest().authenticated())
				.httpBasic(withDefaults())
				.build();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class FormLogin {

		@Bean
		SecurityFilterChain chain(HttpSecurity http) {
			return http.authorizeHttpRequests((requests) -> requests.anyRequest().authenticated())
				.formLogin(withDefaults())
				.build();
		}

	}

	/** Answers 403 where others ask for a login. */
	@Configuration(proxyBeanMethods = false)
	static class Stateless {

		@Bean
		SecurityFilterChain chain(HttpSecurity http) {
			return http.authorizeHttpRequests((requests) -> requests.anyRequest().denyAll()).build();
		}

	}

}

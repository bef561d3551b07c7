package io.github.postmarkspring.sample;

import java.net.http.HttpResponse;
import java.util.Map;

import io.github.postmarkspring.emulator.PostmarkEmulator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * To the shop, an emulator that is not its own is as good as Postmark.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "postmark.server-token=POSTMARK_API_TEST", "postmark.servers.newsletter.token=POSTMARK_API_TEST",
				"postmark.webhook.basic.password=Zk3vQ8pL2xR7tN5wB9yD" })
@DirtiesContext
class ShopWithTokenTests {

	private static final PostmarkEmulator postmark = PostmarkEmulator.start();

	@DynamicPropertySource
	static void properties(DynamicPropertyRegistry registry) {
		registry.add("postmark.base-url", postmark::baseUrl);
	}

	@AfterAll
	static void close() {
		postmark.close();
	}

	@Test
	void everyPageWarnsThatMailIsForReal(@LocalServerPort int port) throws Exception {
		for (String path : new String[] { "/", "/sign-up", "/orders/new", "/sent-mail", "/nowhere" }) {
			assertThat(Browser.at(port).open(path).body()).as(path)
				.contains("This is for real.", "Mail is handed to Postmark at localhost:" + postmark.port())
				.doesNotContain("mailbox");
		}
	}

	@Test
	void mailSentWithTheTestTokenIsNotSaidToBeDelivered(@LocalServerPort int port) throws Exception {
		Browser browser = Browser.at(port);

		HttpResponse<String> page = browser.submit("/sign-up", Map.of("name", "Ann", "email", "ann@mail.example"));

		assertThat(page.body()).contains("Your letter was not sent: this shop uses a test token.")
			.doesNotContain("mailbox");
		assertThat(browser.open("/sent-mail").body()).containsSubsequence("Ann &lt;ann@mail.example&gt;",
				"Checked, not delivered", "Message id");
	}

	@Test
	void withoutAnAccountTokenThereIsNoAccountPage(@LocalServerPort int port) throws Exception {
		Browser browser = Browser.at(port);

		assertThat(browser.open("/").body()).doesNotContain("/admin");
		assertThat(browser.open("/admin").statusCode()).isEqualTo(404);
		assertThat(browser.open("/admin/servers/1").statusCode()).isEqualTo(404);
	}

	@Test
	void theSentPageShowsIdsWithoutLinks(@LocalServerPort int port) throws Exception {
		Browser browser = Browser.at(port);
		browser.submit("/sign-up", Map.of("name", "Ann", "email", "ann@mail.example"));

		assertThat(browser.open("/sent-mail").body())
			.containsPattern("<dd class=\"id\">[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}</dd>")
			.doesNotContain("#/messages/");
	}

}

package io.github.postmarkspring.sample;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import io.github.postmarkspring.boot.autoconfigure.PostmarkTokenChangedEvent;
import io.github.postmarkspring.emulator.PostmarkEmulator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The walk-through of {@code docs/tokens.md}: an emulator of its own, the shop with a
 * file for each token, and tokens that are replaced while it runs.
 */
@ExtendWith(OutputCaptureExtension.class)
class TokenRotationTests {

	private static final String OLD_NEWSLETTER = "pepper-mint-first";

	private static final String NEW_NEWSLETTER = "pepper-mint-second";

	private static final String OLD_SHOP = "smoked-tea-first";

	private static final String NEW_SHOP = "smoked-tea-second";

	private final PostmarkEmulator postmark = PostmarkEmulator.builder()
		.serverToken(OLD_SHOP)
		.server("Newsletter", OLD_NEWSLETTER)
		.start();

	private final List<PostmarkTokenChangedEvent> changes = new CopyOnWriteArrayList<>();

	private final Path secrets;

	private ConfigurableApplicationContext shop;

	private Browser browser;

	TokenRotationTests(@TempDir Path secrets) {
		this.secrets = secrets;
	}

	@BeforeEach
	void start() throws IOException {
		Files.writeString(this.secrets.resolve("shop"), OLD_SHOP);
		Files.writeString(this.secrets.resolve("newsletter"), OLD_NEWSLETTER);
		ApplicationListener<PayloadApplicationEvent<PostmarkTokenChangedEvent>> listener = ApplicationListener
			.forPayload(this.changes::add);
		this.shop = new SpringApplicationBuilder(SampleApplication.class).listeners(listener)
			.run("--server.port=0", "--postmark.base-url=" + this.postmark.baseUrl(),
					"--postmark.server-token-location=" + this.secrets.resolve("shop").toUri(),
					"--postmark.servers.newsletter.token-location=" + this.secrets.resolve("newsletter").toUri(),
					"--postmark.webhook.basic.password=Zk3vQ8pL2xR7tN5wB9yD");
		this.browser = Browser.at(this.shop.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
	}

	@AfterEach
	void stop() {
		if (this.shop != null) {
			this.shop.close();
		}
		this.postmark.close();
	}

	@Test
	void theNewslettersTokenIsRotatedWhileTheShopRuns(CapturedOutput output) throws Exception {
		signUp("ann@mail.example");
		assertThat(sendIssue("October")).containsOnlyOnce("class=\"outcome good\">1<");

		replace("newsletter", OLD_NEWSLETTER, NEW_NEWSLETTER);

		assertThat(newsletters(OLD_NEWSLETTER).errorCode()).isEqualTo(10);
		assertThat(sendIssue("November")).contains("class=\"outcome good\">1<").doesNotContain("outcome bad");
		assertThat(newsletters(NEW_NEWSLETTER).subjectsNewestFirst()).containsExactly("November", "October");
		assertThat(this.changes)
			.containsExactly(new PostmarkTokenChangedEvent("newsletter", "postmark.servers.newsletter.token"));
		assertThat(output.getAll())
			.containsOnlyOnce("The token 'postmark.servers.newsletter.token' has changed, the new one is in use")
			.doesNotContain(OLD_NEWSLETTER, NEW_NEWSLETTER, OLD_SHOP, NEW_SHOP);
	}

	@Test
	void theShopsTokenIsRotatedWhileTheShopRuns(CapturedOutput output) throws Exception {
		signUp("ann@mail.example");

		replace("shop", OLD_SHOP, NEW_SHOP);

		assertThat(messages(OLD_SHOP).errorCode()).isEqualTo(10);
		assertThat(signUp("bob@mail.example")).contains("We have sent your letter to bob@mail.example.");
		assertThat(sendIssue("Unmoved")).contains("class=\"outcome good\">2<");
		assertThat(messages(NEW_SHOP).count()).isEqualTo(2);
		messages(NEW_SHOP).onlyOneTo("ann@mail.example");
		messages(NEW_SHOP).onlyOneTo("bob@mail.example");
		assertThat(this.changes).containsExactly(new PostmarkTokenChangedEvent("default", "postmark.server-token"));
		assertThat(output.getAll())
			.containsOnlyOnce("The token 'postmark.server-token' has changed, the new one is in use")
			.doesNotContain(OLD_NEWSLETTER, NEW_NEWSLETTER, OLD_SHOP, NEW_SHOP);
	}

	private void replace(String file, String oldToken, String newToken) throws IOException {
		Path written = Files.writeString(this.secrets.resolve(file + ".new"), newToken);
		Files.move(written, this.secrets.resolve(file), StandardCopyOption.ATOMIC_MOVE);
		this.postmark.control().replaceServerToken(oldToken, newToken);
	}

	private String signUp(String email) throws Exception {
		return this.browser.submit("/sign-up", Map.of("name", "Somebody", "email", email)).body();
	}

	private String sendIssue(String subject) throws Exception {
		HttpResponse<String> page = this.browser.submit("/newsletter", Map.of("subject", subject, "text", "Dear all"));
		assertThat(page.statusCode()).isEqualTo(200);
		return page.body();
	}

	private PostmarkMessages newsletters(String token) {
		return new PostmarkMessages(this.postmark.baseUrl(), token, "broadcast");
	}

	private PostmarkMessages messages(String token) {
		return new PostmarkMessages(this.postmark.baseUrl(), token);
	}

}

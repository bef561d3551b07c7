package io.github.postmarkspring.sample;

import io.github.postmarkspring.boot.autoconfigure.PostmarkConnectionDetails;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * From the mailbox page of the embedded emulator, through its webhooks, to the pages of
 * the shop that are open meanwhile.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "postmark.emulator.port=0")
@DirtiesContext
class WebhooksInTheBrowserTests {

	private static final By MAIN = By.tagName("main");

	private final PostmarkConnectionDetails details;

	private final String shop;

	private final String mailbox;

	private RealBrowser browser;

	WebhooksInTheBrowserTests(@Autowired PostmarkConnectionDetails details, @LocalServerPort int port) {
		this.details = details;
		this.shop = "http://localhost:" + port;
		this.mailbox = details.baseUrl() + "/";
	}

	@BeforeEach
	void start() {
		this.browser = RealBrowser.start();
	}

	@AfterEach
	void close() {
		if (this.browser != null) {
			this.browser.close();
		}
	}

	@Test
	void aMailThatBouncesIsSeenToBounceOnThePageThatIsOpen() {
		this.browser.open(this.shop + "/sign-up");
		this.browser.type(By.id("name"), "Ann");
		this.browser.type(By.id("email"), "ann@mail.example");
		this.browser.click(By.cssSelector("main button"));
		String sent = this.browser.open(this.shop + "/sent-mail");
		this.browser.awaitText(MAIN, "ann@mail.example", "Delivered");

		this.browser.open(this.browser.attribute(By.cssSelector("main .id a"), "href"));
		this.browser.click(By.id("tab-Activity"));
		this.browser.click(By.xpath("//*[@aria-label='As ann@mail.example']/button[text()='Bounce']"));

		this.browser.show(sent);
		this.browser.awaitText(MAIN, "Bounced", "Will not be written to again");
	}

	@Test
	void aLetterIsSeenOnThePageThatIsOpenAndCanBeAnswered() throws Exception {
		String letters = this.browser.open(this.shop + "/letters");
		this.browser.awaitText(MAIN, "No letters yet.");
		this.browser.open(this.mailbox + "#/inbound/new");
		this.browser.type(By.id("compose-from"), "Bob <bob@mail.example>");
		this.browser.type(By.id("compose-subject"), "Where is my <b>tea</b>?");
		this.browser.type(By.id("compose-text"), "It has not come.");
		this.browser.click(By.cssSelector("form.form button[type=submit]"));

		this.browser.show(letters);
		this.browser.awaitText(MAIN, "bob@mail.example", "Where is my <b>tea</b>?", "It has not come.");
		this.browser.click(By.tagName("summary"));
		this.browser.type(By.tagName("textarea"), "On the next boat.");
		this.browser.click(By.cssSelector("details button"));
		this.browser.awaitText(MAIN, "Your answer has been sent.");

		JsonNode answer = new PostmarkMessages(this.details.baseUrl(), this.details.serverToken())
			.onlyOneTo("bob@mail.example");
		assertThat(answer.get("Subject").asString()).isEqualTo("Re: Where is my <b>tea</b>?");
		assertThat(answer.get("TextBody").asString()).isEqualTo("On the next boat.");
	}

}

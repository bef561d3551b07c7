package io.github.postmarkspring.sample;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.postmarkspring.boot.autoconfigure.PostmarkConnectionDetails;
import io.github.postmarkspring.emulator.PostmarkEmulator;
import io.github.postmarkspring.emulator.http.Fault;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "postmark.emulator.port=0")
class NewsletterTests {

	private static final Pattern SEND = Pattern.compile("Send to (\\d+) subscriber");

	private final PostmarkEmulator postmark;

	private final PostmarkMessages newsletters;

	private final PostmarkMessages shopMails;

	private Browser browser;

	NewsletterTests(@Autowired PostmarkEmulator postmark, @Autowired PostmarkConnectionDetails details) {
		this.postmark = postmark;
		this.newsletters = new PostmarkMessages(details.baseUrl(), details.serverToken("newsletter"), "broadcast");
		this.shopMails = new PostmarkMessages(details.baseUrl(), details.serverToken());
	}

	@BeforeEach
	void openTheShop(@LocalServerPort int port) {
		this.browser = Browser.at(port);
	}

	@Test
	void whoeverSignedUpGetsTheNewsletterFromItsOwnServerAndItsBroadcastStream() throws Exception {
		signUp("Nora", "nora@mail.example");
		signUp("Nils", "nils@mail.example");

		String page = send("Autumn teas", "The boat is in.\r\n\r\nIt smells of\r\nsmoke & rain.");

		assertThat(issue(page, "Autumn teas")).contains(outcome("Accepted", "good", subscribers()),
				outcome("Rejected", "", 0), outcome("Unknown", "", 0));
		JsonNode mail = this.newsletters.onlyOneTo("nora@mail.example");
		assertThat(mail.get("MessageStream").asString()).isEqualTo("broadcast");
		assertThat(mail.get("From").asString()).contains("newsletter@shop.example");
		assertThat(mail.get("Tag").asString()).isEqualTo("newsletter");
		assertThat(mail.get("Subject").asString()).isEqualTo("Autumn teas");
		assertThat(mail.get("To")).hasSize(1);
		assertThat(mail.get("TextBody").asString()).startsWith("Dear Nora,")
			.contains("The boat is in.", "No more newsletters, please: {{{ pm:unsubscribe_url }}}");
		assertThat(mail.get("HtmlBody").asString())
			.contains("Dear Nora,</p>", ">The boat is in.</p>", ">It smells of\nsmoke &amp; rain.</p>",
					"href=\"{{{ pm:unsubscribe_url }}}\"")
			.doesNotContain(" th:", "xmlns", "[[");
		assertThat(this.newsletters.onlyOneTo("nils@mail.example").get("Subject").asString()).isEqualTo("Autumn teas");
		assertThat(this.shopMails.onlyOneTo("nora@mail.example").get("Tag").asString()).isEqualTo("welcome");
	}

	@Test
	void whoeverSignsUpTwiceGetsOneNewsletter() throws Exception {
		signUp("Twi", "twice@mail.example");
		signUp("Twice", "Twice@mail.example");

		send("Only once", "Dear all");

		assertThat(this.newsletters.onlyOneTo("twice@mail.example").get("TextBody").asString())
			.startsWith("Dear Twice,");
	}

	@Test
	void whoeverUnsubscribesIsRejectedByPostmarkAndThenLeftOut() throws Exception {
		signUp("Una", "una@mail.example");
		send("The first", "Dear all");
		this.postmark.control()
			.unsubscribe(this.newsletters.onlyOneTo("una@mail.example").get("MessageID").asString(),
					"una@mail.example");
		int before = subscribers();

		String second = send("The second", "Dear all");

		assertThat(issue(second, "The second")).contains(outcome("Accepted", "good", before - 1),
				outcome("Rejected", "bad", 1), "una@mail.example", "ErrorCode 406");
		assertThat(subscribers()).isEqualTo(before - 1);
		assertThat(issue(send("The third", "Dear all"), "The third")).contains(outcome("Rejected", "", 0));
	}

	@Test
	void anAnswerThatIsLostMakesTheOutcomeUnknown() throws Exception {
		signUp("Lou", "lou@mail.example");
		this.postmark.control().fail("POST", "/email/batch", 1, Fault.closedUnanswered());

		String page = send("Lost", "Dear all");

		assertThat(issue(page, "Lost")).contains(outcome("Accepted", "good", 0),
				outcome("Unknown", "bad", subscribers()), "lou@mail.example");
		assertThat(this.newsletters.onlyOneTo("lou@mail.example").get("Subject").asString()).isEqualTo("Lost");
	}

	@Test
	void anIssueWithMistakesNamesThemAndSendsNothing() throws Exception {
		signUp("Mia", "mia@mail.example");
		int before = this.newsletters.count();

		String page = send(" ", "<b>No subject</b>");
		String tooLong = send("Long", "x".repeat(20_001));

		assertThat(page).contains("Please give it a subject.", "aria-describedby=\"subject-error\"",
				"&lt;b&gt;No subject&lt;/b&gt;</textarea>");
		assertThat(tooLong).contains("Please shorten the text to 20,000 letters.", "aria-describedby=\"text-error\"",
				"value=\"Long\"");
		assertThat(this.newsletters.count()).isEqualTo(before);
	}

	@Test
	void markupInAnIssueIsShownAsText() throws Exception {
		signUp("Max <i>", "max@mail.example");

		String page = send("<script>alert(1)</script>", "[[${1+1}]] <script>");

		assertThat(page).contains("&lt;script&gt;alert(1)&lt;/script&gt;</h3>").doesNotContain("<script>");
		assertThat(this.newsletters.onlyOneTo("max@mail.example").get("HtmlBody").asString())
			.contains("&lt;script&gt;alert(1)&lt;/script&gt;</h1>", "Dear Max &lt;i&gt;,", "[[${1+1}]] &lt;script&gt;")
			.doesNotContain("<script>");
	}

	private void signUp(String name, String email) throws Exception {
		assertThat(this.browser.submit("/sign-up", Map.of("name", name, "email", email)).uri().getPath())
			.isEqualTo("/sign-up/done");
	}

	private String send(String subject, String text) throws Exception {
		HttpResponse<String> page = this.browser.submit("/newsletter", Map.of("subject", subject, "text", text));
		assertThat(page.statusCode()).isEqualTo(200);
		return page.body();
	}

	private int subscribers() throws Exception {
		Matcher button = SEND.matcher(this.browser.open("/newsletter").body());
		assertThat(button.find()).isTrue();
		return Integer.parseInt(button.group(1));
	}

	private static String issue(String page, String subject) {
		assertThat(page).containsOnlyOnce("<h3>" + subject + "</h3>");
		String rest = page.substring(page.indexOf("<h3>" + subject + "</h3>"));
		return rest.substring(0, rest.indexOf("</dl>"));
	}

	private static String outcome(String what, String tone, int count) {
		String style = tone.isEmpty() ? "outcome" : "outcome " + tone;
		return "<dt>" + what + "</dt><dd><strong class=\"" + style + "\">" + count + "</strong>";
	}

}

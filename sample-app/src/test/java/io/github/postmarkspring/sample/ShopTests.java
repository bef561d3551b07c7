package io.github.postmarkspring.sample;

import java.net.http.HttpResponse;
import java.util.Map;

import io.github.postmarkspring.boot.autoconfigure.PostmarkConnectionDetails;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "postmark.emulator.port=0")
class ShopTests {

	private final PostmarkConnectionDetails details;

	private Browser browser;

	private PostmarkMessages messages;

	ShopTests(@Autowired PostmarkConnectionDetails details) {
		this.details = details;
	}

	@BeforeEach
	void openTheShop(@LocalServerPort int port) {
		this.browser = Browser.at(port);
		this.messages = new PostmarkMessages(this.details.baseUrl(), this.details.serverToken());
	}

	@Test
	void whoeverSignsUpIsWelcomedByMail() throws Exception {
		HttpResponse<String> page = signUp("Zoë \"Tea\" O'Brien, M.", "zoe@mail.example");

		assertThat(page.statusCode()).isEqualTo(200);
		assertThat(page.uri().getPath()).isEqualTo("/sign-up/done");
		assertThat(page.body()).contains("We have sent your letter to zoe@mail.example.");
		JsonNode mail = this.messages.onlyOneTo("zoe@mail.example");
		assertThat(mail.get("From").asString()).contains("Tea & Paper").contains("orders@shop.example");
		assertThat(mail.at("/To/0/Name").asString()).isEqualTo("Zoë \"Tea\" O'Brien, M.");
		assertThat(mail.at("/To/0/Email").asString()).isEqualTo("zoe@mail.example");
		assertThat(mail.get("Subject").asString()).isEqualTo("Welcome to Tea & Paper");
		assertThat(mail.get("Tag").asString()).isEqualTo("welcome");
		assertThat(mail.get("TextBody").asString()).startsWith("Welcome, Zoë \"Tea\" O'Brien, M.\n");
		assertThat(mail.get("HtmlBody").asString()).startsWith("<!DOCTYPE html>")
			.contains("Welcome, Zoë &quot;Tea&quot; O&#39;Brien, M.</h1>", "src=\"cid:logo\"")
			.doesNotContain(" th:", "xmlns", "[[");
		assertThat(mail.get("Attachments")).map(JsonNode::asString).containsExactly("logo.png");
	}

	@Test
	void whoeverOrdersGetsAReceiptByMail() throws Exception {
		HttpResponse<String> page = order("MARGIN_BOOK", "3", "山田 花子", "hanako@mail.example");

		assertThat(page.statusCode()).isEqualTo(200);
		assertThat(page.body()).contains("Thank you, 山田 花子", "3 × The Margin Book", "€ 43.50",
				"We have sent your receipt to hanako@mail.example.");
		String orderId = page.uri().getPath().substring("/orders/".length());
		assertThat(orderId).matches("TP-[A-Z2-9]{10}");
		assertThat(page.body()).contains(orderId);
		JsonNode mail = this.messages.onlyOneTo("hanako@mail.example");
		assertThat(mail.at("/To/0/Name").asString()).isEqualTo("山田 花子");
		assertThat(mail.get("Subject").asString()).isEqualTo("Your order " + orderId);
		assertThat(mail.get("Tag").asString()).isEqualTo("receipt");
		assertThat(mail.at("/Metadata/orderId").asString()).isEqualTo(orderId);
		assertThat(mail.get("TextBody").asString()).contains("Thank you, 山田 花子", "3 x The Margin Book, € 14.50 each",
				"Total: € 43.50");
		assertThat(mail.get("HtmlBody").asString())
			.contains("Thank you, 山田 花子</h1>", "3 × The Margin Book", "€ 43.50", "src=\"cid:logo\"")
			.doesNotContain(" th:", "xmlns", "[[");
		assertThat(mail.get("Attachments")).map(JsonNode::asString)
			.containsExactly("logo.png", "receipt-" + orderId + ".pdf");
	}

	@Test
	void aSignUpWithMistakesNamesThemAndSendsNothing() throws Exception {
		int before = this.messages.count();

		HttpResponse<String> page = signUp("   ", "nobody");

		assertThat(page.uri().getPath()).isEqualTo("/sign-up");
		assertThat(page.body())
			.contains("Please tell us your name.", "This does not look like an e-mail address.", "value=\"nobody\"",
					"aria-describedby=\"name-error\"", "id=\"name-error\"", "aria-describedby=\"email-error\"",
					"id=\"email-error\"")
			.containsOnlyOnce("role=\"alert\"");
		assertThat(this.messages.count()).isEqualTo(before);
	}

	@Test
	void anOrderWithMistakesNamesThemAndSendsNothing() throws Exception {
		int before = this.messages.count();

		HttpResponse<String> page = order("MARGIN_BOOK", "21", "", "ann@mail@example");

		assertThat(page.uri().getPath()).isEqualTo("/orders");
		assertThat(page.body()).contains("Please order 20 at most, more we cannot carry.", "value=\"21\"",
				"Please tell us your name.", "This does not look like an e-mail address.", "value=\"ann@mail@example\"",
				"aria-describedby=\"customer.name-error\"", "id=\"customer.name-error\"");
		assertThat(page.body()).containsPattern("value=\"MARGIN_BOOK\"[^>]* checked=\"checked\"");
		assertThat(this.messages.count()).isEqualTo(before);
	}

	@Test
	void anOrderThatNoBrowserWouldSendIsAnsweredWithTheForm() throws Exception {
		int before = this.messages.count();

		HttpResponse<String> empty = this.browser.submit("/orders", Map.of());
		HttpResponse<String> foreign = order("TEAPOT", "a few", "Ann", "ann@mail.example");

		assertThat(empty.statusCode()).isEqualTo(200);
		assertThat(empty.body()).contains("Please choose one of our products.", "Please tell us how many.",
				"Please tell us your name.", "Please give us your e-mail address.");
		assertThat(foreign.statusCode()).isEqualTo(200);
		assertThat(foreign.body()).contains("Please choose one of our products.", "Please give a whole number.");
		assertThat(this.messages.count()).isEqualTo(before);
	}

	@Test
	void aNameOfSeveralLinesIsRefused() throws Exception {
		int before = this.messages.count();

		HttpResponse<String> page = signUp("Ann\r\nBcc: all@mail.example", "lines@mail.example");

		assertThat(page.body()).contains("Please write your name on one line.");
		assertThat(this.messages.count()).isEqualTo(before);
	}

	@Test
	void markupInANameIsShownAsTextInPagesAndMails() throws Exception {
		String name = "<script>alert(1)</script> & [[${1+1}]]";
		String escaped = "&lt;script&gt;alert(1)&lt;/script&gt; &amp; [[${1+1}]]";

		HttpResponse<String> signedUp = signUp(name, "hostile1@mail.example");
		HttpResponse<String> ordered = order("HARBOUR_FOG", "1", name, "hostile2@mail.example");
		HttpResponse<String> refused = signUp(name, "\"><script>");

		String[] html = { signedUp.body(), ordered.body(), refused.body(), this.browser.open("/sent-mail").body(),
				this.messages.onlyOneTo("hostile1@mail.example").get("HtmlBody").asString(),
				this.messages.onlyOneTo("hostile2@mail.example").get("HtmlBody").asString() };
		assertThat(html).allSatisfy((text) -> assertThat(text).contains(escaped).doesNotContain("<script>"));
		assertThat(this.messages.onlyOneTo("hostile1@mail.example").get("TextBody").asString())
			.startsWith("Welcome, " + name + "\n");
	}

	@Test
	void theSentPageLinksEachMessageToTheMailboxNewestFirst() throws Exception {
		signUp("First", "first@mail.example");
		signUp("Second", "second@mail.example");

		String page = this.browser.open("/sent-mail").body();

		String first = this.messages.onlyOneTo("first@mail.example").get("MessageID").asString();
		String second = this.messages.onlyOneTo("second@mail.example").get("MessageID").asString();
		assertThat(page).containsSubsequence("Second &lt;second@mail.example&gt;", "Accepted", link(second),
				"First &lt;first@mail.example&gt;", "Accepted", link(first));
	}

	@Test
	void aRefusedReceiptDoesNotLoseTheOrder() throws Exception {
		int before = this.messages.count();

		HttpResponse<String> page = order("POCKET_LEDGER", "2", "Who", "who?@mail.example");

		assertThat(page.statusCode()).isEqualTo(200);
		assertThat(page.body())
			.contains("Thank you, Who", "2 × Pocket Ledger", "€ 13.80",
					"We could not send your receipt to who?@mail.example.", "Is the e-mail address right?")
			.doesNotContain("We have sent", "Read it in the mailbox");
		assertThat(this.browser.open("/sent-mail").body()).containsSubsequence("Who &lt;who?@mail.example&gt;",
				"Refused", "ErrorCode 300", "Illegal email mailbox");
		assertThat(this.messages.count()).isEqualTo(before);
	}

	@Test
	void everyPageLinksTheMailbox() throws Exception {
		for (String path : new String[] { "/", "/sign-up", "/orders/new", "/sent-mail", "/nowhere" }) {
			assertThat(this.browser.open(path).body()).as(path)
				.contains("Nothing leaves this machine.", "href=\"" + this.details.baseUrl() + "/\"");
		}
	}

	@Test
	void anOrderThatIsNotKnownIsNotFound() throws Exception {
		HttpResponse<String> page = this.browser.open("/orders/TP-UNKNOWN?mail=00000000-0000-0000-0000-000000000000");

		assertThat(page.statusCode()).isEqualTo(404);
		assertThat(page.body()).contains("There is nothing here");
	}

	private HttpResponse<String> signUp(String name, String email) throws Exception {
		return this.browser.submit("/sign-up", Map.of("name", name, "email", email));
	}

	private HttpResponse<String> order(String product, String quantity, String name, String email) throws Exception {
		return this.browser.submit("/orders",
				Map.of("product", product, "quantity", quantity, "customer.name", name, "customer.email", email));
	}

	private String link(String messageId) {
		return "href=\"" + this.details.baseUrl() + "/#/messages/" + messageId + "\"";
	}

}

package io.github.postmarkspring.sample;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import io.github.postmarkspring.boot.autoconfigure.PostmarkConnectionDetails;
import io.github.postmarkspring.client.PostmarkAccountClient;
import io.github.postmarkspring.client.domain.NewDomain;
import io.github.postmarkspring.client.server.NewServer;
import io.github.postmarkspring.client.server.Server;
import io.github.postmarkspring.client.template.NewTemplate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "postmark.emulator.port=0")
class AdminTests {

	private final PostmarkAccountClient account;

	private final PostmarkConnectionDetails details;

	private Browser browser;

	AdminTests(@Autowired PostmarkAccountClient account, @Autowired PostmarkConnectionDetails details) {
		this.account = account;
		this.details = details;
	}

	@BeforeEach
	void openTheShop(@LocalServerPort int port) {
		this.browser = Browser.at(port);
	}

	@Test
	void everyPageLinksTheAccount() throws Exception {
		assertThat(this.browser.open("/").body()).contains("href=\"/admin\"");
	}

	@Test
	void theAccountPageShowsServersAndDomainsAndNoToken() throws Exception {
		Server server = this.account.servers().create(NewServer.named("Letters <b>"));
		this.account.domains().create(NewDomain.named("letters.example"));

		String page = this.browser.open("/admin").body();

		assertThat(page).contains("Letters &lt;b&gt;", "/admin/servers/" + server.id(), "letters.example",
				"Not verified");
		assertThat(server.apiTokens()).isNotEmpty().noneMatch(page::contains);
		assertThat(page).doesNotContain(this.details.serverToken(), this.details.accountToken());
	}

	@Test
	void aServerWithoutTemplatesOffersAnExampleThatIsRenderedByPostmark() throws Exception {
		long server = this.account.servers().create(NewServer.named("Example")).id();
		assertThat(this.browser.open("/admin/servers/" + server).body()).contains("There is no template yet.");

		HttpResponse<String> preview = this.browser.submit("/admin/servers/" + server + "/example", Map.of());

		assertThat(preview.statusCode()).isEqualTo(200);
		assertThat(preview.body()).contains("<h1>Tea letter</h1>", "season_Value teas have arrived, name_Value",
				"sandbox", "&lt;h1&gt;season_Value teas&lt;/h1&gt;");
		assertThat(this.browser.open("/admin/servers/" + server).body()).contains("tea-letter")
			.doesNotContain("There is no template yet.");
	}

	@Test
	void aTemplateIsRenderedWithTheModelTyped() throws Exception {
		String preview = this.browser
			.open(previewOfLetter("With a model") + "?model="
					+ URLEncoder.encode("{\"name\": \"Ann <i>\", \"price\": 5}", StandardCharsets.UTF_8))
			.body();

		assertThat(preview).contains("Dear Ann", "price: 5")
			.doesNotContain("<script>alert", "Ann <i>", "class=\"problems\"");
	}

	@Test
	void aModelThatIsNotAJsonObjectIsSaidToBeOne() throws Exception {
		HttpResponse<String> preview = this.browser.open(previewOfLetter("Broken model") + "?model=%5B1");

		assertThat(preview.statusCode()).isEqualTo(200);
		assertThat(preview.body()).contains("The model is not a JSON object", "[1</textarea>");
	}

	@Test
	void aServerThatIsNotThereIsSaidByPostmark() throws Exception {
		HttpResponse<String> page = this.browser.open("/admin/servers/424242");

		assertThat(page.statusCode()).isEqualTo(502);
		assertThat(page.body()).contains("Postmark did not do it");
	}

	private String previewOfLetter(String name) {
		long server = this.account.servers().create(NewServer.named(name)).id();
		long template = this.account.serverClient(server)
			.templates()
			.create(NewTemplate.standard("Letter", "Dear {{name}}")
				.htmlBody("<p>Dear {{name}}</p><script>alert(1)</script>")
				.textBody("price: {{price}}"))
			.templateId();
		return "/admin/servers/" + server + "/templates/" + template;
	}

}

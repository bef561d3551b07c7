package io.github.postmarkspring.emulator.mailbox;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

import io.github.postmarkspring.emulator.Postmark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class MailboxTests {

	private static final String API = "/mailbox/api/messages";

	@RegisterExtension
	final Postmark postmark = new Postmark();

	@Test
	void servesThePageWithAPolicyThatAllowsNoInlineScript() {
		Postmark.Answer page = get("/");
		assertThat(page.status()).isEqualTo(200);
		assertThat(page.header("Content-Type")).isEqualTo("text/html; charset=utf-8");
		assertThat(page.header("Content-Security-Policy"))
			.contains("default-src 'none'", "script-src 'self';", "style-src 'self';", "base-uri 'none'",
					"frame-ancestors 'none'")
			.doesNotContain("unsafe");
		assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
		assertThat(page.body()).doesNotContain("<style", "style=", "onclick", "http://", "https://")
			.doesNotContainPattern("<script(?![^>]* src=)");
	}

	@ParameterizedTest
	@CsvSource({ "mailbox.css,text/css; charset=utf-8", "mailbox.js,text/javascript; charset=utf-8",
			"list.js,text/javascript; charset=utf-8", "message.js,text/javascript; charset=utf-8",
			"activity.js,text/javascript; charset=utf-8", "attempts.js,text/javascript; charset=utf-8",
			"received.js,text/javascript; charset=utf-8", "compose.js,text/javascript; charset=utf-8",
			"dom.js,text/javascript; charset=utf-8", "icon.svg,image/svg+xml" })
	void servesTheFilesOfThePage(String name, String type) {
		Postmark.Answer file = get("/mailbox/" + name);
		assertThat(file.status()).isEqualTo(200);
		assertThat(file.header("Content-Type")).isEqualTo(type);
		assertThat(file.body()).doesNotContain("innerHTML", "insertAdjacentHTML", "document.write", "outerHTML");
	}

	@ParameterizedTest
	@ValueSource(strings = { "nope.js", "..%2F..%2FMailboxRoutes.class", "page%2Findex.html", "%2e%2e" })
	void servesNoOtherFile(String name) {
		assertThat(get("/mailbox/" + name).status()).isEqualTo(404);
	}

	@Test
	void listsMessagesNewestFirstAndSaysWhenNothingHasChanged() {
		send("\"Subject\":\"first\",\"Tag\":\"t\"");
		String id = send("\"Subject\":\"second\",\"To\":\"Ann <ann@mail.example>\",\"Cc\":\"cc@mail.example\"");
		JsonNode list = get(API).json();
		assertThat(list.get("total").asInt()).isEqualTo(2);
		JsonNode newest = list.get("messages").get(0);
		assertThat(newest.get("id").asString()).isEqualTo(id);
		assertThat(newest.get("subject").asString()).isEqualTo("second");
		assertThat(newest.get("recipients").asString()).isEqualTo("Ann ann@mail.example, cc@mail.example");
		assertThat(newest.get("stream").asString()).isEqualTo("outbound");
		assertThat(list.get("messages").get(1).get("tag").asString()).isEqualTo("t");
		String since = API + "?since=" + list.get("version").asString();
		assertThat(get(since).json().has("messages")).isFalse();
		send("\"Subject\":\"third\"");
		assertThat(get(since).json().get("messages").size()).isEqualTo(3);
	}

	@Test
	void namesTheServerOfEachMessageOnceThereAreSeveral() {
		String first = send("\"Subject\":\"x\"");
		JsonNode alone = get(API).json();
		assertThat(alone.at("/messages/0/server").isNull()).isTrue();
		assertThat(get(API + "/" + first).json().get("server").isNull()).isTrue();
		String name = "<b>News</b> & more";
		JsonNode server = this.postmark.account("POST", "/servers", "{\"Name\":\"" + name + "\"}").json();
		String second = this.postmark
			.server(server.at("/ApiTokens/0").asString(), "POST", "/email",
					"{\"From\":\"a@b.example\",\"To\":\"c@d.example\",\"TextBody\":\"x\"}")
			.json()
			.get("MessageID")
			.asString();
		assertThat(get(API).json().get("messages").findValuesAsString("server")).containsExactly(name, "Emulator");
		assertThat(get(API + "/" + second).json().get("server").asString()).isEqualTo(name);
		String version = get(API).json().get("version").asString();
		this.postmark.account("PUT", "/servers/" + server.get("ID"), "{\"Name\":\"Renamed\"}");
		assertThat(get(API + "?since=" + version).json().at("/messages/0/server").asString()).isEqualTo("Renamed");
	}

	@Test
	void keepsAnItemOfTheListSmallWhateverWasSent() {
		send("\"Subject\":\"" + "😀".repeat(1000) + "\",\"Tag\":\"" + "t".repeat(1000) + "\",\"TextBody\":\""
				+ "x😀".repeat(100_000) + "\"");
		assertThat(get(API).bytes()).hasSizeLessThan(3000);
	}

	@Test
	void clears() {
		String id = send("\"Subject\":\"x\"");
		assertThat(this.postmark.exchange("DELETE", API).status()).isEqualTo(200);
		assertThat(get(API).json().get("total").asInt()).isZero();
		assertThat(get(API + "/" + id).status()).isEqualTo(404);
		assertThat(get(API + "/" + id + "/html").status()).isEqualTo(404);
	}

	@Test
	void showsAMessageWithItsHeadersAndTheJsonThatWasSent() {
		String id = send("\"Subject\":\"Hi\\r\\nX-Evil: 1\",\"metadata\":{\"a\":1},\"Attachments\":["
				+ file("a.txt", "text/plain", null, "x".repeat(1000)) + "]");
		JsonNode message = get(API + "/" + id).json();
		assertThat(message.get("text").asString()).isEqualTo("x");
		assertThat(message.get("html").asBoolean()).isFalse();
		assertThat(message.get("metadata").toString()).isEqualTo("[{\"name\":\"a\",\"value\":\"1\"}]");
		assertThat(message.get("headers").toString()).contains("{\"name\":\"Subject\",\"value\":\"Hi X-Evil: 1\"}",
				"{\"name\":\"X-PM-Message-Id\",\"value\":\"" + id + "\"}");
		assertThat(message.get("attachments").toString())
			.isEqualTo("[{\"name\":\"a.txt\",\"contentType\":\"text/plain\",\"size\":1000,\"inline\":false}]");
		JsonNode json = Postmark.json(message.get("json").asString());
		assertThat(json.get("metadata").toString()).isEqualTo("{\"a\":1}");
		assertThat(json.get("Attachments").get(0).get("Content").asString()).startsWith("eHh4eHh4")
			.endsWith("… (1336 characters)")
			.hasSizeLessThan(100);
	}

	@Test
	void keepsNoJsonOfTooManyValues() {
		String id = send("\"Junk\":[" + "0,".repeat(10_000) + "0]");
		assertThat(get(API + "/" + id).json().get("json").asString())
			.isEqualToIgnoringWhitespace("{\"…\":\"More than 10000 values were sent.\"}");
	}

	@Test
	void servesTheHtmlOfAMessageInASandbox() {
		String id = send("\"HtmlBody\":\"<!DOCTYPE html><script>alert(1)</script>\"");
		Postmark.Answer html = get(API + "/" + id + "/html");
		assertThat(html.body()).isEqualTo("<!DOCTYPE html><base target=\"_blank\"><script>alert(1)</script>");
		assertThat(html.header("Content-Type")).isEqualTo("text/html; charset=utf-8");
		assertThat(html.header("X-Content-Type-Options")).isEqualTo("nosniff");
		assertThat(html.header("Referrer-Policy")).isEqualTo("no-referrer");
		assertThat(html.header("Content-Security-Policy")).isEqualTo("sandbox allow-popups "
				+ "allow-popups-to-escape-sandbox; default-src 'none'; img-src data: http://localhost:"
				+ this.postmark.port() + API + "/" + id + "/inline/; style-src 'unsafe-inline'; base-uri 'none'; "
				+ "form-action 'none'; frame-ancestors 'self'");
	}

	@Test
	void allowsRemoteImagesOnlyIfAsked() {
		String id = send("\"HtmlBody\":\"<img src='https://images.example/a.png'>\"");
		assertThat(get(API + "/" + id).json().get("remoteImages").asBoolean()).isTrue();
		assertThat(get(API + "/" + id + "/html").header("Content-Security-Policy")).doesNotContain("http:;", "https:");
		assertThat(get(API + "/" + id + "/html?remoteImages=true").header("Content-Security-Policy"))
			.contains(" http: https:;", "sandbox allow-popups", "default-src 'none'");
		String plain = send("\"HtmlBody\":\"<a href='https://images.example/a.png'>x</a>\"");
		assertThat(get(API + "/" + plain).json().get("remoteImages").asBoolean()).isFalse();
	}

	@Test
	void showsInlineImages() {
		String id = send("\"HtmlBody\":\"<img src=\\\"cid:logo.png\\\"><img src='CID:a%20b'><img src=cid:none>"
				+ "cid:logo.png\",\"Attachments\":[" + file("a.txt", "text/plain", null, "x") + ","
				+ file("logo.png", "image/png", "cid:logo.png", "pixels") + "," + file("b", "image/gif", "a b", "x")
				+ "]");
		String inline = API + "/" + id + "/inline/";
		assertThat(get(API + "/" + id + "/html").body()).isEqualTo("<base target=\"_blank\"><img src=\"" + inline
				+ "1\"><img src='" + inline + "2'><img src=cid:none>cid:logo.png");
		Postmark.Answer image = get(inline + "1");
		assertThat(image.body()).isEqualTo("pixels");
		assertThat(image.header("Content-Type")).isEqualTo("image/png");
		assertThat(image.header("X-Content-Type-Options")).isEqualTo("nosniff");
		assertThat(image.header("Content-Security-Policy")).contains("sandbox");
		assertThat(get(inline + "0").status()).isEqualTo(404);
		assertThat(get(inline + "3").status()).isEqualTo(404);
	}

	@ParameterizedTest
	@ValueSource(strings = { "text/html", "image/svg+xml", "IMAGE/SVG+XML; charset=utf-8", "application/xml" })
	void showsNothingInlineThatCouldHoldAScript(String type) {
		String id = send("\"Attachments\":[" + file("a", type, "cid:a", "<svg/>") + "]");
		assertThat(get(API + "/" + id + "/inline/0").status()).isEqualTo(404);
	}

	@Test
	void handsOutAttachmentsToSaveOnly() {
		String id = send("\"Attachments\":[" + file("Größe 1.html", "text/html", null, "<script>") + "]");
		Postmark.Answer file = get(API + "/" + id + "/attachments/0");
		assertThat(file.body()).isEqualTo("<script>");
		assertThat(file.header("Content-Type")).isEqualTo("application/octet-stream");
		assertThat(file.header("Content-Disposition")).startsWith("attachment; ")
			.contains("filename*=UTF-8''Gr%C3%B6%C3%9Fe%201.html");
		assertThat(file.header("X-Content-Type-Options")).isEqualTo("nosniff");
		assertThat(file.header("Content-Security-Policy")).contains("sandbox", "default-src 'none'");
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', value = { "../../etc/passwd; _.._etc_passwd", "C:\\a\\b.txt; C__a_b.txt", "a\"b; a_b",
			".htaccess; htaccess", "...; attachment", "a\u202etxt.html; a_txt.html" })
	void cleansFileNames(String name, String clean) {
		assertThat(Download.fileName(name)).isEqualTo(clean);
	}

	@Test
	void cleansFileNamesOfLineBreaks() {
		assertThat(Download.fileName("a\r\nSet-Cookie: x")).isEqualTo("a__Set-Cookie_ x");
	}

	@Test
	void cutsALongFileNameButKeepsItsExtension() {
		assertThat(Download.fileName("😀".repeat(5000) + ".pdf")).endsWith(".pdf").hasSizeLessThanOrEqualTo(120);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/attachments/1", "/attachments/-1", "/attachments/x", "/attachments/99999999999",
			"/inline/0", "/nope" })
	void hasNoOtherFiles(String path) {
		String id = send("\"Attachments\":[" + file("a.txt", "text/plain", null, "x") + "]");
		assertThat(get(API + "/" + id + path).status()).isEqualTo(404);
	}

	@Test
	void bearsHostileHtml() {
		String cids = "<img src='cid:a'>".repeat(50_000);
		String id = send("\"HtmlBody\":\"" + cids + "\",\"Attachments\":[" + file("a", "image/png", "a", "x") + "]");
		assertThat(get(API + "/" + id + "/html").status()).isEqualTo(200);
		String spaces = send("\"HtmlBody\":\"" + " ".repeat(2_000_000) + "src=" + " ".repeat(2_000_000) + "\"");
		assertThat(get(API + "/" + spaces + "/html").status()).isEqualTo(200);
		assertThat(get(API + "/" + spaces).status()).isEqualTo(200);
	}

	private Postmark.Answer get(String path) {
		return this.postmark.get(path, "Accept", "*/*");
	}

	/**
	 * Sends a good message with the fields given on top.
	 */
	private String send(String fields) {
		return this.postmark
			.accepted("{\"From\":\"a@b.example\",\"To\":\"c@d.example\",\"TextBody\":\"x\"," + fields + "}");
	}

	private static String file(String name, String type, String contentId, String content) {
		String id = (contentId != null) ? ",\"ContentID\":\"" + contentId + "\"" : "";
		return "{\"Name\":\"" + name + "\",\"ContentType\":\"" + type + "\"" + id + ",\"Content\":\""
				+ Base64.getEncoder().encodeToString(content.getBytes(StandardCharsets.UTF_8)) + "\"}";
	}

}

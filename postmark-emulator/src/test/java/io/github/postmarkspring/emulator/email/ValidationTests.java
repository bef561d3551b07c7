package io.github.postmarkspring.emulator.email;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.github.postmarkspring.emulator.Postmark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ValidationTests {

	private static final int MEGABYTE = 1024 * 1024;

	@RegisterExtension
	final Postmark postmark = new Postmark();

	@Test
	void refusesAMessageWithoutABodyWithCode300() {
		assertThat(this.postmark.email("{\"From\":\"a@b.example\",\"To\":\"c@d.example\"}").error())
			.isEqualTo("422/300");
	}

	@Test
	void refusesAMessageWithoutRecipientWithCode300() {
		assertThat(this.postmark.email("{\"From\":\"a@b.example\",\"TextBody\":\"x\"}").error()).isEqualTo("422/300");
	}

	@Test
	void refusesAMessageWithoutFromWithCode300() {
		Postmark.Answer answer = this.postmark.email("{\"To\":\"c@d.example\",\"TextBody\":\"x\"}");
		assertThat(answer.error()).isEqualTo("422/300");
		assertThat(answer.message()).isEqualTo("Invalid 'From' address: ''.");
	}

	@Test
	void repeatsTheCodeInAHeader() {
		assertThat(this.postmark.email("{}").header("X-PM-ApiErrorCode")).isEqualTo("300");
	}

	@Test
	void refusesAnUnknownStreamWithCode1235() {
		Postmark.Answer answer = with("\"MessageStream\":\"x\"");
		assertThat(answer.error()).isEqualTo("422/1235");
		assertThat(answer.message()).isEqualTo("The stream provided: 'x' does not exist on this server.");
	}

	@Test
	void refusesTheInboundStreamWithCode1236() {
		assertThat(with("\"MessageStream\":\"inbound\"").error()).isEqualTo("422/1236");
		assertThat(with("\"MessageStream\":\"broadcast\"").status()).isEqualTo(200);
	}

	@Test
	void countsRecipientsOverAllThreeFields() {
		String twenty = recipients(20);
		assertThat(
				with("\"To\":\"" + twenty + "\",\"Cc\":\"" + twenty + "\",\"Bcc\":\"" + recipients(10) + "\"").status())
			.isEqualTo(200);
		assertThat(
				with("\"To\":\"" + twenty + "\",\"Cc\":\"" + twenty + "\",\"Bcc\":\"" + recipients(11) + "\"").error())
			.isEqualTo("422/300");
		assertThat(with("\"Bcc\":\"" + recipients(5000) + "\"").error()).isEqualTo("422/300");
	}

	@Test
	void limitsFromTo255Characters() {
		assertThat(with("\"From\":\"" + "n".repeat(241) + " <a@b.example>\"").status()).isEqualTo(200);
		assertThat(with("\"From\":\"" + "n".repeat(242) + " <a@b.example>\"").error()).isEqualTo("422/300");
	}

	@Test
	void limitsTheSubjectTo2000Utf16Units() {
		assertThat(with("\"Subject\":\"" + "😀".repeat(1000) + "\"").status()).isEqualTo(200);
		assertThat(with("\"Subject\":\"" + "😀".repeat(1000) + "x\"").error()).isEqualTo("422/300");
	}

	@Test
	void limitsTheTagTo1000Characters() {
		assertThat(with("\"Tag\":\"" + "t".repeat(1000) + "\"").status()).isEqualTo(200);
		assertThat(with("\"Tag\":\"" + "t".repeat(1001) + "\"").error()).isEqualTo("422/300");
	}

	@Test
	void limitsMetadata() {
		assertThat(with("\"Metadata\":" + metadata(10)).status()).isEqualTo(200);
		assertThat(with("\"Metadata\":" + metadata(11)).error()).isEqualTo("422/300");
		assertThat(with("\"Metadata\":{\"" + "k".repeat(20) + "\":\"" + "v".repeat(80) + "\"}").status())
			.isEqualTo(200);
		assertThat(with("\"Metadata\":{\"" + "k".repeat(21) + "\":\"v\"}").error()).isEqualTo("422/300");
		assertThat(with("\"Metadata\":{\"order\":\"1\",\"Order\":\"2\"}").error()).isEqualTo("422/300");
		Postmark.Answer answer = with("\"Metadata\":{\"long\":\"" + "v".repeat(81) + "\"}");
		assertThat(answer.error()).isEqualTo("422/300");
		assertThat(answer.message())
			.startsWith("Invalid metadata content. Field names are limited to 20 characters and field values are "
					+ "limited to 80 characters in length.")
			.contains("'long'");
	}

	@Test
	void limitsEachBodyToFiveMegabytes() {
		assertThat(with("\"TextBody\":\"" + "x".repeat(5 * MEGABYTE) + "\"").status()).isEqualTo(200);
		assertThat(with("\"TextBody\":\"" + "x".repeat(5 * MEGABYTE + 1) + "\"").error()).isEqualTo("422/300");
		assertThat(with("\"HtmlBody\":\"" + "ü".repeat(5 * MEGABYTE / 2 + 1) + "\"").error()).isEqualTo("422/300");
	}

	@Test
	void limitsAMessageOfABatchToTenMegabytesIncludingBase64() {
		String file = "A".repeat(10 * MEGABYTE - 4);
		String message = "{\"From\":\"a@b.example\",\"To\":\"c@d.example\",\"TextBody\":\"%s\",\"Attachments\":["
				+ "{\"Name\":\"a.txt\",\"ContentType\":\"text/plain\",\"Content\":\"" + file + "\"}]}";
		Postmark.Answer answer = this.postmark.post("/email/batch",
				"[" + message.formatted("1234") + "," + message.formatted("12345") + "]");
		assertThat(answer.json().get(0).get("ErrorCode").asInt()).isZero();
		assertThat(answer.json().get(1).get("ErrorCode").asInt()).isEqualTo(300);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Return-Path", "X-PM-RCPT", "From", "Reply-To", "Sender", "Received", "Date",
			"Content-Type", "Cc", "Bcc", "Subject", "Tag", "Attachment", "To", "Track-Opens", "Track-Links",
			"Postmark-Template-Alias", "Message-Stream", "rePLY-to", "X A", "X:A", "Ü" })
	void refusesAReservedOrBrokenHeaderName(String name) {
		Postmark.Answer answer = with("\"Headers\":[{\"Name\":\"" + name + "\",\"Value\":\"v\"}]");
		assertThat(answer.error()).isEqualTo("422/300");
		assertThat(answer.message()).isEqualTo("Header '" + name + "' not allowed.");
	}

	@Test
	void takesHeadersOfTheSendersOwn() {
		assertThat(with(
				"\"Headers\":[{\"Name\":\"X-Custom\",\"Value\":\"v\"},{\"Name\":\"Message-ID\",\"Value\":\"<a@b>\"},"
						+ "{\"Name\":\"List-Unsubscribe\",\"Value\":\"<mailto:x@y.example>\"}]")
			.status()).isEqualTo(200);
	}

	@ParameterizedTest
	@CsvSource({ "None,200", "HtmlAndText,200", "HtmlOnly,200", "TextOnly,200", "Html,422", "true,422" })
	void knowsFourValuesOfTrackLinks(String value, int status) {
		assertThat(with("\"TrackLinks\":\"" + value + "\"").status()).isEqualTo(status);
	}

	@ParameterizedTest
	@ValueSource(strings = { "vbs", "exe", "bin", "bat", "chm", "com", "cpl", "crt", "hlp", "hta", "inf", "ins", "isp",
			"jse", "lnk", "mdb", "pcd", "pif", "reg", "scr", "sct", "shs", "vbe", "vba", "wsf", "wsh", "wsl", "msc",
			"msi", "msp", "mst", "EXE", "txt.exe", "exe.", "exe " })
	void refusesAForbiddenFileExtensionWithCode411(String extension) {
		assertThat(attachment("setup." + extension, "text/plain", "eA==").error()).isEqualTo("422/411");
	}

	@ParameterizedTest
	@CsvSource({ "a.txt,text/plain,eA==,200", "exe,text/plain,eA==,200", "a.exe.txt,text/plain,eA==,200",
			"a.txt,text/plain; charset=utf-8,eA==,200", "a.txt,text/plain,'',200", "a.txt,text/plain,eH\\nh4,200",
			"a.txt,plain,eA==,422", "a.txt,text/,eA==,422", "a.txt,'',eA==,422", "a.txt,text/plain\\r\\nX: y,eA==,422",
			"a.txt,text/plain,eA=,422", "a.txt,text/plain,eA,422", "a.txt,text/plain,e-_=,422",
			"a.txt,text/plain,%%%%,422", "'',text/plain,eA==,422", "'  ',text/plain,eA==,422" })
	void checksNameTypeAndContentOfAnAttachment(String name, String type, String content, int status) {
		Postmark.Answer answer = attachment(name, type, content);
		assertThat(answer.status()).isEqualTo(status);
		assertThat(answer.json().get("ErrorCode").asInt()).isEqualTo((status == 200) ? 0 : 300);
	}

	@Test
	void refusesAnAttachmentWithoutContent() {
		assertThat(with("\"Attachments\":[{\"Name\":\"a.txt\",\"ContentType\":\"text/plain\"}]").error())
			.isEqualTo("422/300");
	}

	@Test
	void needsABodyBesidesAnAttachment() {
		assertThat(this.postmark.email("""
				{ "From": "a@b.example", "To": "c@d.example", "Attachments": [
				  { "Name": "a.txt", "Content": "eA==", "ContentType": "text/plain" } ] }""").error())
			.isEqualTo("422/300");
	}

	@Test
	void answersTheFirstBrokenRuleInAFixedOrder() {
		Map<String, String> fields = new LinkedHashMap<>();
		fields.put("Attachments", "[{\"Name\":\"a.exe\"}]");
		fields.put("Tag", "\"" + "t".repeat(1001) + "\"");
		fields.put("To", "\"nobody\"");
		fields.put("From", "\"nobody\"");
		fields.put("MessageStream", "\"nope\"");
		assertThat(send(fields).error()).isEqualTo("422/1235");
		fields.remove("MessageStream");
		assertThat(send(fields).message()).isEqualTo("Invalid 'From' address: 'nobody'.");
		fields.put("From", "\"a@b.example\"");
		assertThat(send(fields).message()).isEqualTo("Invalid 'To' address: 'nobody'.");
		fields.put("To", "\"a@b.example\"");
		assertThat(send(fields).message()).contains("TextBody");
		fields.put("TextBody", "\"x\"");
		assertThat(send(fields).message()).contains("'Tag'");
		fields.remove("Tag");
		assertThat(send(fields).error()).isEqualTo("422/411");
	}

	private Postmark.Answer attachment(String name, String type, String content) {
		return with("\"Attachments\":[{\"Name\":\"" + name + "\",\"ContentType\":\"" + type + "\",\"Content\":\""
				+ content + "\"}]");
	}

	/**
	 * A good message, but for the fields given: of a repeated key the last stands.
	 */
	private Postmark.Answer with(String fields) {
		return this.postmark
			.email("{\"From\":\"a@b.example\",\"To\":\"c@d.example\",\"TextBody\":\"x\"," + fields + "}");
	}

	private Postmark.Answer send(Map<String, String> fields) {
		return this.postmark.email(fields.entrySet()
			.stream()
			.map((field) -> "\"" + field.getKey() + "\":" + field.getValue())
			.collect(Collectors.joining(",", "{", "}")));
	}

	private static String recipients(int count) {
		return IntStream.range(0, count).mapToObj((i) -> "r" + i + "@d.example").collect(Collectors.joining(","));
	}

	private static String metadata(int count) {
		return IntStream.range(0, count)
			.mapToObj((i) -> "\"k" + i + "\":\"v\"")
			.collect(Collectors.joining(",", "{", "}"));
	}

}

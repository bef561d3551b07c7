package io.github.postmarkspring.client.webhook.event;

import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ReceivedAttachmentTests {

	private static final int LARGE = 35_000_000;

	private final WebhookEventParser parser = new WebhookEventParser();

	private InboundEvent mail(String attachments) {
		String json = "{ \"MessageID\": \"m\", \"From\": \"é\", \"Attachments\": [" + attachments
				+ "], \"Tag\": \"t\" }";
		return (InboundEvent) this.parser.parse(json.getBytes(StandardCharsets.UTF_8), "shop");
	}

	private ReceivedAttachment attachment(String fields) {
		return mail("{ " + fields + " }").attachments().get(0);
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"Content\": \"aW52b2ljZSA0Mg==\"", "\"Data\": \"aW52b2ljZSA0Mg==\"",
			"\"Content\": \"aW52b2ljZSA0Mg==\", \"Data\": null", "\"Data\": \"aW52b2ljZSA0Mg==\", \"Content\": null",
			"\"Content\": \"aW52\\r\\nb2lj\\n ZSA0\\tMg==\\r\\n\"",
			"\"Content\": \"\\u0061W52b2ljZSA0Mg\\u003D\\u003d\"", "\"Content\":\n\t\"aW52b2ljZSA0Mg\"" })
	void theContentIsReadInAnyFormAsOftenAsWanted(String content) throws IOException {
		ReceivedAttachment attachment = attachment(content);
		for (int i = 0; i < 2; i++) {
			assertThat(attachment.getContentAsString(StandardCharsets.UTF_8)).isEqualTo("invoice 42");
			assertThat(attachment.contentLength()).isEqualTo(10);
			assertThat(attachment.exists()).isTrue();
		}
	}

	@Test
	void slashesAndPlusSignsMayBeEscaped() throws IOException {
		byte[] bytes = { (byte) 0xFB, (byte) 0xFF, (byte) 0xFE, 0 };
		assertThat(Base64.getEncoder().encodeToString(bytes)).isEqualTo("+//+AA==");
		assertThat(attachment("\"Content\": \"\\u002B\\/\\u002f+AA==\"").getContentAsByteArray()).isEqualTo(bytes);
		assertThat(attachment("\"Content\": \"+//+AA==\"").getContentAsByteArray()).isEqualTo(bytes);
	}

	@Test
	void severalAttachmentsDoNotGetMixedUp() throws IOException {
		List<ReceivedAttachment> attachments = mail("{ \"Name\": \"é\\\"\\\\\", \"Content\": \"QQ==\" }, "
				+ "{ \"Content\": \"\", \"Name\": \"empty\" }, { \"Content\": \"Qg==\" }")
			.attachments();
		assertThat(attachments.get(0).getContentAsString(StandardCharsets.UTF_8)).isEqualTo("A");
		assertThat(attachments.get(0).name()).isEqualTo("é\"\\");
		assertThat(attachments.get(1).getContentAsByteArray()).isEmpty();
		assertThat(attachments.get(2).getContentAsString(StandardCharsets.UTF_8)).isEqualTo("B");
		assertThat(attachments).doesNotHaveDuplicates();
	}

	@Test
	void contentThatIsNotBase64IsFoundWhenItIsReadAndCostsNothingElse() {
		ReceivedAttachment attachment = attachment("\"Content\": \"not*base64\"");
		assertThatExceptionOfType(IOException.class).isThrownBy(attachment::getContentAsByteArray);
	}

	@Test
	void anAttachmentWithoutContentSaysSo() {
		ReceivedAttachment attachment = attachment("\"Name\": \"a.txt\"");
		assertThat(attachment.exists()).isFalse();
		assertThatExceptionOfType(FileNotFoundException.class).isThrownBy(attachment::getInputStream)
			.withMessageContaining("without content");
	}

	@Test
	void theTextOfAnAttachmentIsFitForALog() {
		assertThat(attachment("\"Name\": \"ann.pdf\", \"ContentType\": \"application/pdf\", \"Content\": \"QQ==\""))
			.hasToString("attachment of received mail (application/pdf)");
		assertThat(attachment("\"ContentType\": \"a\\nb" + "x".repeat(1000) + "\"").toString()).hasLineCount(1)
			.hasSizeLessThan(150);
		assertThat(attachment("")).hasToString("attachment of received mail (no type)");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', nullValues = "-", textBlock = """
			note.txt                       | note.txt
			Größe 1.pdf                    | Größe 1.pdf
			../../etc/passwd               | passwd
			..\\\\..\\\\windows\\\\win.ini       | win.ini
			C:\\\\secret.txt                 | secret.txt
			/                              | attachment
			..                             | attachment
			.htaccess                      | htaccess
			a.txt. .                       | a.txt
			a\\u0000.exe\\n.txt              | a_.exe_.txt
			invoice\\u202Efdp.exe           | invoice_fdp.exe
			a<b>:\\"\\u007C?*.txt      | a_b______.txt
			con                            | _con
			NUL.txt                        | _NUL.txt
			console.txt                    | console.txt
			` `                            | attachment
			``                             | attachment
			""")
	void aNameCannotLeaveItsDirectory(String name, String safe) {
		ReceivedAttachment attachment = attachment("\"Name\": \"" + name + "\"");
		assertThat(attachment.getFilename()).isEqualTo(safe);
	}

	@Test
	void anAttachmentWithoutANameGetsOne() {
		assertThat(attachment("\"Name\": null").getFilename()).isEqualTo("attachment");
		assertThat(attachment("\"Name\": null").name()).isNull();
	}

	@Test
	void aLongNameIsCutAndKeepsItsExtension() {
		assertThat(SafeFileName.of("x".repeat(1_000_000) + ".pdf")).isEqualTo("x".repeat(56) + ".pdf");
		assertThat(SafeFileName.of("x".repeat(100) + "." + "y".repeat(100))).isEqualTo("x".repeat(60));
		assertThat(SafeFileName.of("\uD83D\uDE00".repeat(70) + ".pdf").getBytes(StandardCharsets.UTF_8))
			.hasSizeLessThanOrEqualTo(255);
		assertThat(SafeFileName.of("x" + " .".repeat(25_000) + "x")).isEqualTo("x");
		assertThat(attachment("\"Name\": \"" + "../".repeat(100_000) + "a.txt\"").getFilename()).isEqualTo("a.txt");
	}

	@Test
	void theLargestMailThatPostmarkPostsIsReadWithAnAttachmentOf35Megabytes() throws IOException {
		byte[] content = new byte[LARGE];
		new Random(1).nextBytes(content);
		ByteArrayOutputStream json = new ByteArrayOutputStream();
		json.writeBytes("{ \"MessageID\": \"m\", \"From\": \"a\", \"Attachments\": [ { \"Content\": \""
			.getBytes(StandardCharsets.UTF_8));
		json.writeBytes(Base64.getEncoder().encode(content));
		json.writeBytes("\" } ], \"TextBody\": \"end\" }".getBytes(StandardCharsets.UTF_8));
		InboundEvent mail = (InboundEvent) this.parser.parse(json.toByteArray(), "shop");
		assertThat(mail.textBody()).isEqualTo("end");
		try (InputStream stream = mail.attachments().get(0).getInputStream()) {
			assertThat(Arrays.equals(stream.readAllBytes(), content)).isTrue();
		}
	}

}

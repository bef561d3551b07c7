package io.github.postmarkspring.client.webhook.event;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.List;

import io.github.postmarkspring.client.inbound.InboundAddress;
import io.github.postmarkspring.client.inbound.InboundHeader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class InboundEventTests {

	private final WebhookEventParser parser = new WebhookEventParser();

	private InboundEvent parse(String json) {
		return (InboundEvent) this.parser.parse(json.getBytes(StandardCharsets.UTF_8), "shop");
	}

	@Test
	void mailIsReadWithAllItsFields() throws Exception {
		InboundEvent mail = parse(Events.INBOUND);
		assertThat(mail.server()).isEqualTo("shop");
		assertThat(mail.recordType()).isEqualTo("Inbound");
		assertThat(mail.messageStream()).isEqualTo("inbound");
		assertThat(mail.messageId()).isEqualTo("a1b2c3d4-1111-4222-8333-444455556666");
		assertThat(mail.from()).isEqualTo("ann@mail.example");
		assertThat(mail.fromName()).isEqualTo("Ann Example");
		assertThat(mail.fromFull()).isEqualTo(new InboundAddress("ann@mail.example", "Ann Example", ""));
		assertThat(mail.to()).isEqualTo("\"Shop\" <f00dcafe+order42@inbound.postmarkapp.com>");
		assertThat(mail.toFull())
			.containsExactly(new InboundAddress("f00dcafe+order42@inbound.postmarkapp.com", "Shop", "order42"));
		assertThat(mail.cc()).isEmpty();
		assertThat(mail.ccFull()).isEmpty();
		assertThat(mail.bcc()).isEmpty();
		assertThat(mail.bccFull()).isEmpty();
		assertThat(mail.originalRecipient()).isEqualTo("f00dcafe+order42@inbound.postmarkapp.com");
		assertThat(mail.subject()).isEqualTo("Re: Order 42");
		assertThat(mail.replyTo()).isEmpty();
		assertThat(mail.mailboxHash()).isEqualTo("order42");
		assertThat(mail.date()).isEqualTo("Mon, 2 Nov 2026 11:20:00 +0100");
		assertThat(mail.sentAt()).isEqualTo(OffsetDateTime.parse("2026-11-02T11:20:00+01:00"));
		assertThat(mail.textBody()).isEqualTo("Thanks!\n\n> old");
		assertThat(mail.htmlBody()).isEqualTo("<p>Thanks!</p>");
		assertThat(mail.strippedTextReply()).isEqualTo("Thanks!");
		assertThat(mail.tag()).isNull();
		assertThat(mail.metadata()).isEmpty();
		assertThat(mail.headers()).containsExactly(new InboundHeader("Return-Path", "<ann@mail.example>"),
				new InboundHeader("Message-ID", "<x1@mail.example>"), new InboundHeader("X-Spam-Status", "No"),
				new InboundHeader("X-Spam-Score", "-0.1"));
		assertThat(mail.spamVerdict()).isEqualTo(new SpamVerdict(false, -0.1, null));
		assertThat(mail.rawEmail()).isNull();
		ReceivedAttachment attachment = mail.attachments().get(0);
		assertThat(mail.attachments()).hasSize(1);
		assertThat(attachment.name()).isEqualTo("note.txt");
		assertThat(attachment.getFilename()).isEqualTo("note.txt");
		assertThat(attachment.contentType()).isEqualTo("text/plain");
		assertThat(attachment.statedLength()).isEqualTo(10);
		assertThat(attachment.contentId()).isEmpty();
		assertThat(attachment.getContentAsString(StandardCharsets.UTF_8)).isEqualTo("invoice 42");
	}

	@Test
	void copiesAndHiddenCopiesAreRead() {
		InboundEvent mail = parse("""
				{ "MessageID": "m", "From": "a@x.example", "Tag": "t",
				  "Cc": "c@x.example", "CcFull": [ { "Email": "c@x.example", "Name": "C", "MailboxHash": "" }, null ],
				  "Bcc": "b@x.example", "BccFull": [ { "Email": "b@x.example", "Name": "B", "MailboxHash": "h" } ],
				  "ReplyTo": "r@x.example" }""");
		assertThat(mail.cc()).isEqualTo("c@x.example");
		assertThat(mail.ccFull()).containsExactly(new InboundAddress("c@x.example", "C", ""));
		assertThat(mail.bcc()).isEqualTo("b@x.example");
		assertThat(mail.bccFull()).containsExactly(new InboundAddress("b@x.example", "B", "h"));
		assertThat(mail.replyTo()).isEqualTo("r@x.example");
		assertThat(mail.tag()).isEqualTo("t");
	}

	@Test
	void addressesAreTakenFromHowTheyWereWrittenWhereTheyAreNotGivenInParts() {
		InboundEvent mail = parse(
				"""
						{ "MessageID": "m", "From": "\\"Doe, Ann\\" <ann@mail.example>", "ToFull": null,
						  "To": "\\"Shop, the\\" <shop@mail.example>, b@mail.example", "Cc": "c@mail.example", "CcFull": [] }""");
		assertThat(mail.fromFull()).isEqualTo(new InboundAddress("ann@mail.example", "Doe, Ann", null));
		assertThat(mail.toFull()).containsExactly(new InboundAddress("shop@mail.example", "Shop, the", null),
				new InboundAddress("b@mail.example", null, null));
		assertThat(mail.ccFull()).containsExactly(new InboundAddress("c@mail.example", null, null));
		assertThat(mail.bccFull()).isEmpty();
		assertThat(parse("{ \"MessageID\": \"m\", \"From\": \"a@b.example\", \"FromName\": \"Ann\" }").fromFull())
			.isEqualTo(new InboundAddress("a@b.example", "Ann", null));
	}

	@ParameterizedTest
	@ValueSource(strings = { "{ \"MessageID\": \"m\", \"From\": \"a@b.example\" }",
			"{ \"FromFull\": { \"Email\": \"a@b.example\" }, \"MessageID\": \"m\", \"RecordType\": null, \"Dump\": null }" })
	void mailIsKnownByItsShapeAndMayLackEverythingElse(String json) {
		InboundEvent mail = parse(json);
		assertThat(mail.fromFull().email()).isEqualTo("a@b.example");
		assertThat(mail.headers()).isEmpty();
		assertThat(mail.attachments()).isEmpty();
		assertThat(mail.spamVerdict()).isNull();
		assertThat(mail.sentAt()).isNull();
		assertThat(mail.textBody()).isNull();
	}

	@Test
	void aHeaderIsFoundInAnyCaseAndTheFirstCounts() {
		InboundEvent mail = parse("""
				{ "MessageID": "m", "From": "a", "Headers": [ { "Name": null, "Value": "0" }, { "Name": "X-A" },
				  { "Name": "x-a", "Value": "1" }, { "Name": "X-A", "Value": "2" }, null ] }""");
		assertThat(mail.header("X-a")).isEqualTo("1");
		assertThat(mail.header("X-B")).isNull();
		assertThat(mail.headers()).hasSize(4);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "-", textBlock = """
			Yes                      | 7.5       | true  | 7.5
			yes, score=7             | +7        | true  | 7
			No                       | -0.1      | false | -0.1
			maybe                    | high      | -     | -
			No                       | 1e999999  | false | -
			No                       | NaN       | false | -
			No                       | 0x1p3     | false | -
			No                       | 99999999  | false | -
			""")
	void theVerdictOnSpamIsRead(String status, String score, Boolean spam, Double value) {
		assertThat(parse(spam("X-Spam-Status", status, "x-spam-score", score, "X-Spam-Tests", "A,B")).spamVerdict())
			.isEqualTo(new SpamVerdict(spam, value, "A,B"));
	}

	@Test
	void aSenderCannotTalkTheVerdictDown() {
		SpamVerdict expected = new SpamVerdict(true, 9.0, null);
		assertThat(parse(spam("X-Spam-Status", "No", "X-Spam-Score", "-5", "X-Spam-Status", "Yes", "X-Spam-Score", "9"))
			.spamVerdict()).isEqualTo(expected);
		assertThat(parse(spam("X-Spam-Status", "Yes", "X-Spam-Score", "9", "X-Spam-Status", "No", "X-Spam-Score", "-5"))
			.spamVerdict()).isEqualTo(expected);
	}

	private static String spam(String... namesAndValues) {
		StringBuilder headers = new StringBuilder();
		for (int i = 0; i < namesAndValues.length; i += 2) {
			headers.append((i > 0) ? "," : "")
				.append("{ \"Name\": \"%s\", \"Value\": \" %s \" }".formatted(namesAndValues[i],
						namesAndValues[i + 1]));
		}
		return "{ \"MessageID\": \"m\", \"From\": \"a\", \"Headers\": [" + headers + "] }";
	}

	@Test
	void theTextOfMailForALogHasNothingOfTheMail() {
		assertThat(parse(Events.INBOUND)).hasToString("InboundEvent[server=shop, messageStream=inbound, "
				+ "messageId=a1b2c3d4-1111-4222-8333-444455556666, attachments=1]");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					"Headers": [ | "Headers": "secret", "Old": [ | /Headers must be an array
					{ "Name": "Return-Path", "Value": "<ann@mail.example>" } | "secret" | /Headers/0 must be an object
					"Value": "No" | "Value": [ "secret" ] | /Headers/2/Value must be text
					"Content": "aW52b2ljZSA0Mg==" | "Content": 5 | /Attachments/0/Content must be text
					"ContentLength": 10 | "ContentLength": "secret" | /Attachments/0/ContentLength must be a whole number of at most 64 bits
					"CcFull": [] | "CcFull": [ { "Email": {} } ] | /CcFull/0/Email must be text
					"Subject": | "RawEmail": {}, "Subject": | /RawEmail must be text
					"MessageID": | "MessageID": {}, "Old": | /MessageID must be text
					""")
	void aFieldOfTheWrongTypeIsRefusedByName(String usual, String wrong, String problem) {
		assertThat(Events.INBOUND).contains(usual);
		assertThatExceptionOfType(InvalidWebhookException.class)
			.isThrownBy(() -> parse(Events.INBOUND.replace(usual, wrong)))
			.withMessage("What was posted to the webhook is not an event: " + problem);
	}

}

package io.github.postmarkspring.client.inbound;

import io.github.postmarkspring.client.ResourceTests;
import io.github.postmarkspring.client.page.ListQuery;
import io.github.postmarkspring.client.page.Page;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class InboundMessagesTests extends ResourceTests {

	private static final String FIELDS = """
			"From": "bob@mail.example", "FromName": "Bob",
			"FromFull": { "Email": "bob@mail.example", "Name": "Bob", "MailboxHash": "" },
			"To": "help+42@in.example", "ToFull": [ { "Email": "help+42@in.example", "Name": "", "MailboxHash": "42" } ],
			"Cc": "", "CcFull": [], "Bcc": "", "BccFull": null, "ReplyTo": "", "OriginalRecipient": "help+42@in.example",
			"Subject": "Question", "Date": "Mon, 2 Nov 2026 10:00:00 +0100 (GMT)", "MailboxHash": "42", "Tag": "",
			"Attachments": [ { "Name": "a.pdf", "ContentID": "", "ContentType": "application/pdf", "ContentLength": "4096" } ],
			"MessageID": "i1", "Status": "Blocked", "MessageStream": "inbound" """;

	@Test
	void mailIsLookedForByEverythingPostmarkKnows() {
		answers("{ \"TotalCount\": 1, \"InboundMessages\": [ {" + FIELDS + "} ] }");
		Page<InboundMessage> page = this.client.inboundMessages()
			.list(InboundMessageQuery.create()
				.recipient("help@in.example")
				.sender("bob@mail.example")
				.subject("Question")
				.mailboxHash("42")
				.tag("t")
				.status(InboundStatus.BLOCKED));
		requested("GET /messages/inbound?count=500&offset=0&recipient=help%40in.example&fromemail=bob%40mail.example"
				+ "&subject=Question&mailboxhash=42&tag=t&status=blocked");
		InboundMessage message = page.items().get(0);
		assertThat(message.fromFull()).isEqualTo(new InboundAddress("bob@mail.example", "Bob", ""));
		assertThat(message.toFull()).extracting(InboundAddress::mailboxHash).containsExactly("42");
		assertThat(message.bccFull()).isEmpty();
		assertThat(message.date()).isEqualTo("Mon, 2 Nov 2026 10:00:00 +0100 (GMT)");
		assertThat(message.attachments()).containsExactly(new InboundAttachment("a.pdf", "", "application/pdf", 4096L));
		assertThat(message.status()).isEqualTo(InboundStatus.BLOCKED);
	}

	@Test
	void mailIsReadWithItsContent() {
		answers("{ \"TextBody\": \"Hi\", \"HtmlBody\": \"\", \"StrippedTextReply\": \"Hi\", "
				+ "\"Headers\": [ { \"Name\": \"X-Spam\", \"Value\": \"No\" } ], \"BlockedReason\": \"rule\", " + FIELDS
				+ "}");
		InboundMessageDetails details = this.client.inboundMessages().get("i1");
		requested("GET /messages/inbound/i1/details");
		assertThat(details.textBody()).isEqualTo("Hi");
		assertThat(details.strippedTextReply()).isEqualTo("Hi");
		assertThat(details.headers()).containsExactly(new InboundHeader("X-Spam", "No"));
		assertThat(details.blockedReason()).isEqualTo("rule");
		assertThat(details.originalRecipient()).isEqualTo("help+42@in.example");
	}

	@Test
	void blockedMailIsLetThroughAndFailedMailIsPostedAgain() {
		answers("{ \"ErrorCode\": 0, \"Message\": \"OK\" }");
		this.client.inboundMessages().bypass("i1");
		requested("PUT /messages/inbound/i1/bypass");
		this.postmark.received().clear();
		this.client.inboundMessages().retry("i1");
		requested("PUT /messages/inbound/i1/retry");
	}

	@Test
	void rulesAreListedCreatedAndDeleted() {
		answers("{ \"TotalCount\": 1, \"InboundRules\": [ { \"ID\": 3, \"Rule\": \"bad.example\" } ] }");
		assertThat(this.client.inboundRules().list(ListQuery.create().count(1).offset(20_000)).items())
			.containsExactly(new InboundRule(3, "bad.example"));
		requested("GET /triggers/inboundrules?count=1&offset=20000");
		answers("{ \"ID\": 3, \"Rule\": \"bad.example\" }");
		assertThat(this.client.inboundRules().create(NewInboundRule.of("bad.example")).id()).isEqualTo(3);
		requested("POST /triggers/inboundrules", "{ \"Rule\": \"bad.example\" }");
		answers("{ \"ErrorCode\": 0, \"Message\": \"Rule bad.example removed.\" }");
		this.client.inboundRules().delete(3);
		requested("DELETE /triggers/inboundrules/3");
		assertThatIllegalArgumentException().isThrownBy(() -> NewInboundRule.of("")).withMessageContaining("'rule'");
	}

}

package io.github.postmarkspring.boot.autoconfigure.roundtrip;

import java.util.List;
import java.util.Map;

import io.github.postmarkspring.client.message.Attachment;
import io.github.postmarkspring.client.message.BatchResult;
import io.github.postmarkspring.client.message.Email;
import io.github.postmarkspring.client.message.OutboundMessage;
import io.github.postmarkspring.client.message.SendResult;
import io.github.postmarkspring.client.message.TemplatedEmail;
import io.github.postmarkspring.client.message.TrackLinks;
import io.github.postmarkspring.client.template.NewTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * One message and many, with and without a template.
 */
class SendingRoundTrip implements RoundTrip {

	@Override
	public void run(Clients clients) {
		clients.server()
			.templates()
			.create(NewTemplate.standard("Paid", "Order {{id}}").alias("paid").textBody("Thanks"));
		one(clients);
		oneWithTemplate(clients);
		many(clients);
	}

	private static void one(Clients clients) {
		SendResult result = clients.sender()
			.send(Email.builder()
				.from("Shop <orders@shop.example>")
				.to("ann@mail.example")
				.cc("cc@mail.example")
				.bcc("bcc@mail.example")
				.replyTo("help@shop.example")
				.subject("Order 42")
				.htmlBody("<p>Thanks</p>")
				.textBody("Thanks")
				.tag("order")
				.header("X-Trace", "abc")
				.metadata("orderId", "42")
				.attachment(Attachment.of("note.txt", new byte[] { 'H', 'i' }))
				.messageStream("outbound")
				.trackOpens(true)
				.trackLinks(TrackLinks.HTML_ONLY)
				.build());
		clients.wire().requested("POST /email", """
				{ "From": "Shop <orders@shop.example>", "To": "ann@mail.example", "Cc": "cc@mail.example",
				  "Bcc": "bcc@mail.example", "ReplyTo": "help@shop.example", "Subject": "Order 42",
				  "HtmlBody": "<p>Thanks</p>", "TextBody": "Thanks", "Tag": "order",
				  "Headers": [ { "Name": "X-Trace", "Value": "abc" } ], "Metadata": { "orderId": "42" },
				  "Attachments": [ { "Name": "note.txt", "Content": "SGk=", "ContentType": "text/plain" } ],
				  "MessageStream": "outbound", "TrackOpens": true, "TrackLinks": "HtmlOnly" }""");
		clients.wire().answered("POST /email", """
				{ "To": "ann@mail.example", "SubmittedAt": "<any>", "MessageID": "%s", "ErrorCode": 0,
				  "Message": "OK" }""".formatted(result.messageId()));
		assertThat(result.messageId()).matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
		assertThat(result.submittedAt()).isNotNull();
		assertThat(result.message()).isEqualTo("OK");
	}

	private static void oneWithTemplate(Clients clients) {
		assertThat(clients.sender().send(templated()).message()).isEqualTo("OK");
		clients.wire().requested("POST /email/withTemplate", """
				{ "From": "orders@shop.example", "To": "ann@mail.example", "TemplateAlias": "paid",
				  "TemplateModel": { "id": 42 } }""");
		clients.wire().answered("POST /email/withTemplate", """
				{ "To": "ann@mail.example", "SubmittedAt": "<any>", "MessageID": "<any>", "ErrorCode": 0,
				  "Message": "OK" }""");
	}

	private static void many(Clients clients) {
		List<OutboundMessage> messages = List.of(email("ann@mail.example", "outbound"), templated(),
				email("bob@mail.example", "nowhere"));
		BatchResult result = clients.sender().sendAll(messages);
		clients.wire()
			.requested("POST /email/batch",
					"""
							[ { "From": "orders@shop.example", "To": "ann@mail.example", "TextBody": "Hi", "MessageStream": "outbound" },
							  { "From": "orders@shop.example", "To": "bob@mail.example", "TextBody": "Hi", "MessageStream": "nowhere" } ]""");
		clients.wire()
			.answered("POST /email/batch",
					"""
							[ { "To": "ann@mail.example", "SubmittedAt": "<any>", "MessageID": "<any>", "ErrorCode": 0, "Message": "OK" },
							  { "ErrorCode": 1235, "Message": "The stream provided: 'nowhere' does not exist on this server." } ]""");
		clients.wire().requested("POST /email/batchWithTemplates", """
				{ "Messages": [ { "From": "orders@shop.example", "To": "ann@mail.example", "TemplateAlias": "paid",
				    "TemplateModel": { "id": 42 } } ] }""");
		clients.wire().answered("POST /email/batchWithTemplates", """
				[ { "To": "ann@mail.example", "SubmittedAt": "<any>", "MessageID": "<any>", "ErrorCode": 0,
				    "Message": "OK" } ]""");
		assertThat(result.accepted()).hasSize(2);
		assertThat(result.rejected()).singleElement().satisfies((item) -> {
			assertThat(item.index()).isEqualTo(2);
			assertThat(item.reason().errorCode()).isEqualTo(1235);
			assertThat(item.isRetryable()).isFalse();
		});
	}

	private static Email email(String recipient, String stream) {
		return Email.builder().from("orders@shop.example").to(recipient).textBody("Hi").messageStream(stream).build();
	}

	private static TemplatedEmail templated() {
		return TemplatedEmail.builder()
			.from("orders@shop.example")
			.to("ann@mail.example")
			.templateAlias("paid")
			.templateModel(Map.of("id", 42))
			.build();
	}

}

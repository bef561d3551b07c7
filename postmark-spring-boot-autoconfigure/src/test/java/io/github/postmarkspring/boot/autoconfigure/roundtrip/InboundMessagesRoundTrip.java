package io.github.postmarkspring.boot.autoconfigure.roundtrip;

import io.github.postmarkspring.client.inbound.InboundMessage;
import io.github.postmarkspring.client.inbound.InboundMessageDetails;
import io.github.postmarkspring.client.inbound.InboundMessageQuery;
import io.github.postmarkspring.client.inbound.InboundMessages;
import io.github.postmarkspring.client.inbound.InboundStatus;
import io.github.postmarkspring.client.inbound.NewInboundRule;
import io.github.postmarkspring.emulator.inbound.InboundMail;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Mail that came in, was blocked, or could not be handed over.
 */
class InboundMessagesRoundTrip implements RoundTrip {

	@Override
	public void run(Clients clients) {
		InboundMessages messages = clients.server().inboundMessages();
		String failed = receive(clients, "ann@mail.example", true);
		clients.server().inboundRules().create(NewInboundRule.of("bad.example"));
		String blocked = receive(clients, "eve@bad.example", false);
		assertThat(messages.stream(InboundMessageQuery.create().status(InboundStatus.BLOCKED)))
			.extracting(InboundMessage::messageId)
			.containsExactly(blocked);
		clients.wire().asked("GET /messages/inbound", "/messages/inbound?count=500&offset=0&status=blocked");
		clients.wire().answered("GET /messages/inbound", """
				{ "TotalCount": 1, "InboundMessages": [ { "From": "eve@bad.example", "FromName": "",
				    "FromFull": { "Email": "eve@bad.example", "Name": "", "MailboxHash": "" },
				    "To": "hello+42@inbound.postmarkapp.com",
				    "ToFull": [ { "Email": "hello+42@inbound.postmarkapp.com", "Name": "", "MailboxHash": "42" } ],
				    "Cc": "", "CcFull": [], "Bcc": "", "BccFull": [], "ReplyTo": "",
				    "OriginalRecipient": "hello+42@inbound.postmarkapp.com", "Subject": "Hi", "Date": "<any>",
				    "MailboxHash": "42", "Tag": "", "Attachments": [], "MessageID": "%s", "Status": "Blocked",
				    "MessageStream": "inbound" } ] }""".formatted(blocked));
		InboundMessageDetails details = messages.get(blocked);
		assertThat(details.blockedReason()).contains("bad.example");
		assertThat(details.textBody()).isEqualTo("Hello");
		messages.bypass(blocked);
		clients.wire().answered("PUT /messages/inbound/{}/bypass", """
				{ "ErrorCode": 0, "Message": "Successfully bypassed rules for message: %s." }""".formatted(blocked));
		assertThat(messages.get(blocked).status()).isEqualTo(InboundStatus.PROCESSED);
		messages.retry(failed);
		clients.wire().asked("PUT /messages/inbound/{}/retry", "/messages/inbound/" + failed + "/retry");
		assertThat(messages.get(failed).status()).isEqualTo(InboundStatus.PROCESSED);
	}

	private static String receive(Clients clients, String from, boolean failed) {
		return clients.emulator()
			.control()
			.receive(InboundMail.of(from, "hello+42@inbound.postmarkapp.com", "Hi", "Hello"), failed);
	}

}

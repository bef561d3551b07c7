package io.github.postmarkspring.emulator.inbound;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;

import io.github.postmarkspring.emulator.Postmark;
import io.github.postmarkspring.emulator.Receiver;
import io.github.postmarkspring.emulator.control.EmulatorControl;
import io.github.postmarkspring.emulator.message.Address;
import io.github.postmarkspring.emulator.message.Attachment;
import io.github.postmarkspring.emulator.message.Header;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

import static io.github.postmarkspring.emulator.Postmark.eventually;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Mail that comes in is posted to the application.
 */
class InboundPostingTests {

	private static final InboundMail MAIL = new InboundMail(new Address("ann@mail.example", "Ann Example"),
			List.of(new Address("f00dcafe+order42@inbound.postmarkapp.com", "Shop")), List.of(), "Re: Order 42",
			"Thanks!\n\n> old", "<p>Thanks!</p>",
			List.of(new Header("Message-ID", "<x1@mail.example>"), new Header("In-Reply-To", "<x0@mail.example>")),
			List.of(new Attachment("note.txt", "text/plain", null, "invoice 42".getBytes(StandardCharsets.UTF_8))));

	@RegisterExtension
	final Postmark postmark = new Postmark();

	@RegisterExtension
	final Receiver receiver = new Receiver();

	@BeforeEach
	void setHook() {
		this.postmark.server("PUT", "/server",
				"{\"InboundHookUrl\":\"" + this.receiver.url("/in").replace("http://", "http://pm:s3cret@") + "\"}");
	}

	@Test
	void postsInboundMailAsDocumented() {
		String id = control().receive(MAIL, false);
		Receiver.Received request = this.receiver.take();
		assertThat(request.path()).isEqualTo("/in");
		assertThat(request.header("Authorization")).isEqualTo("Basic cG06czNjcmV0");
		assertThat(request.header("User-Agent")).isEqualTo("Postmark");
		assertThat(request.headers().keySet()).noneMatch((name) -> name.toLowerCase().startsWith("x-pm-"));
		ObjectNode json = (ObjectNode) request.json();
		assertThat(json.remove("Date").asString()).endsWith("GMT");
		assertThat(json).isEqualTo(Postmark.json("""
				{ "FromName": "Ann Example", "MessageStream": "inbound", "From": "ann@mail.example",
				  "FromFull": { "Email": "ann@mail.example", "Name": "Ann Example", "MailboxHash": "" },
				  "To": "\\"Shop\\" <f00dcafe+order42@inbound.postmarkapp.com>",
				  "ToFull": [ { "Email": "f00dcafe+order42@inbound.postmarkapp.com", "Name": "Shop",
				                "MailboxHash": "order42" } ],
				  "Cc": "", "CcFull": [], "Bcc": "", "BccFull": [],
				  "OriginalRecipient": "f00dcafe+order42@inbound.postmarkapp.com", "Subject": "Re: Order 42",
				  "MessageID": "%s", "ReplyTo": "", "MailboxHash": "order42",
				  "TextBody": "Thanks!\\n\\n> old", "HtmlBody": "<p>Thanks!</p>",
				  "StrippedTextReply": "Thanks!", "Tag": "",
				  "Headers": [ { "Name": "Return-Path", "Value": "<ann@mail.example>" },
				               { "Name": "Message-ID", "Value": "<x1@mail.example>" },
				               { "Name": "In-Reply-To", "Value": "<x0@mail.example>" } ],
				  "Attachments": [ { "Name": "note.txt", "Content": "aW52b2ljZSA0Mg==", "ContentType": "text/plain",
				                     "ContentLength": 10, "ContentID": "" } ] }""".formatted(id)));
		awaitStatus(id, "Processed");
	}

	@Test
	void addsTheSourceIfTheServerIsSetUpForIt() {
		this.postmark.server("PUT", "/server", "{\"RawEmailEnabled\":true}");
		control().receive(new InboundMail(new Address("zoe@mail.example", "Zoë"), MAIL.to(), List.of(), "Größe\r\nX: y",
				"Grüße", "", List.of(), MAIL.attachments()), false);
		String raw = this.receiver.take().json().get("RawEmail").asString();
		assertThat(raw)
			.contains("From: =?UTF-8?B?Wm/Dqw==?= <zoe@mail.example>\r\n",
					"To: \"Shop\" <f00dcafe+order42@inbound.postmarkapp.com>\r\n", "multipart/mixed; boundary=",
					Base64.getEncoder().encodeToString("Grüße".getBytes(StandardCharsets.UTF_8)),
					"filename=\"note.txt\"", "aW52b2ljZSA0Mg==")
			.doesNotContain("\nX: y", "Return-Path");
	}

	@ParameterizedTest
	@ValueSource(ints = { 204, 401, 404, 500 })
	void triesAgainForTenHoursUnlessTheAnswerIs200(int status) {
		this.receiver.always(status);
		String id = control().receive(MAIL, false);
		awaitStatus(id, "Scheduled");
		control().advanceTime(Duration.ofMinutes(10 * 60 + 20));
		eventually(() -> assertThat(control().webhookAttempts(id)).hasSize(10));
		awaitStatus(id, "Scheduled");
		control().advanceTime(Duration.ofMinutes(1));
		awaitStatus(id, "Failed");
		assertThat(control().webhookAttempts(id)).hasSize(11);
		assertThat(control().pendingWebhooks()).isZero();
		this.receiver.always(200);
		assertThat(this.postmark.server("PUT", "/messages/inbound/" + id + "/retry", null).status()).isEqualTo(200);
		awaitStatus(id, "Processed");
	}

	@Test
	void givesUpAtOnceWhenForbidden() {
		this.receiver.next(403);
		String id = control().receive(MAIL, false);
		awaitStatus(id, "Failed");
		assertThat(control().webhookAttempts(id)).hasSize(1);
	}

	@Test
	void postsBlockedMailOnlyWhenTheRulesAreBypassed() {
		this.postmark.server("POST", "/triggers/inboundrules", "{\"Rule\":\"mail.example\"}");
		String id = control().receive(MAIL, false);
		assertThat(control().pendingWebhooks()).isZero();
		this.postmark.server("PUT", "/messages/inbound/" + id + "/bypass", null);
		assertThat(this.receiver.take().json().get("MessageID").asString()).isEqualTo(id);
		awaitStatus(id, "Processed");
	}

	private void awaitStatus(String id, String status) {
		eventually(() -> assertThat(
				this.postmark.get("/messages/inbound/" + id + "/details").json().get("Status").asString())
			.isEqualTo(status));
	}

	private EmulatorControl control() {
		return this.postmark.emulator().control();
	}

}

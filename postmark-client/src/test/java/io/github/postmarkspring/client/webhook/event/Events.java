package io.github.postmarkspring.client.webhook.event;

import java.util.Map;

/**
 * Events as Postmark posts them.
 */
final class Events {

	static final String ID = "0b8f1d3e-5a0c-4c61-9f6e-3f2a7c1d9e10";

	static final String BOUNCE = """
			{ "RecordType": "Bounce", "MessageStream": "outbound", "ID": 4302117755, "Type": "HardBounce", "TypeCode": 1,
			  "Name": "Hard bounce", "Tag": "order", "MessageID": "0b8f1d3e-5a0c-4c61-9f6e-3f2a7c1d9e10",
			  "Metadata": { "orderId": "42" }, "ServerID": 9001, "Description": "Mailbox does not exist.",
			  "Details": "smtp;550 5.1.1 no such user", "Email": "ann@mail.example", "From": "orders@shop.example",
			  "BouncedAt": "2026-11-02T09:15:41.5070259Z", "DumpAvailable": true, "Inactive": true, "CanActivate": true,
			  "Subject": "Order 42" }
			""";

	static final String COMPLAINT = """
			{ "RecordType": "SpamComplaint", "MessageStream": "broadcast", "ID": 4302117999, "Type": "SpamComplaint",
			  "TypeCode": 100001, "Name": "Spam complaint", "Tag": "news",
			  "MessageID": "77c1a2f0-13b9-4b1f-8a51-0f5f1d2c3b4a",
			  "Metadata": {}, "ServerID": 9001, "Description": "Recipient reported spam.", "Details": "feedback report",
			  "Email": "bob@mail.example", "From": "news@shop.example", "BouncedAt": "2026-11-03T11:00:00.0000001Z",
			  "DumpAvailable": true, "Inactive": true, "CanActivate": false, "Subject": "November news" }
			""";

	static final String DELIVERY = """
			{ "RecordType": "Delivery", "MessageStream": "outbound", "ServerID": 9001,
			  "MessageID": "0b8f1d3e-5a0c-4c61-9f6e-3f2a7c1d9e10", "Recipient": "ann@mail.example", "Tag": "order",
			  "DeliveredAt": "2026-11-02T09:15:33.31Z", "Details": "250 2.0.0 queued as 1A2B3C",
			  "Metadata": { "orderId": "42" } }
			""";

	static final String OPEN = """
			{ "RecordType": "Open", "MessageStream": "outbound", "FirstOpen": true,
			  "Client": { "Name": "Gmail", "Company": "Google", "Family": "Gmail" },
			  "OS": { "Name": "unknown", "Company": "unknown", "Family": "unknown" },
			  "Platform": "WebMail", "UserAgent": "ExampleAgent/1.0", "ReadSeconds": 4, "Geo": {},
			  "MessageID": "0b8f1d3e-5a0c-4c61-9f6e-3f2a7c1d9e10", "Metadata": { "orderId": "42" },
			  "ReceivedAt": "2026-11-02T10:02:11.000123Z", "Tag": "order", "Recipient": "ann@mail.example" }
			""";

	static final String CLICK = """
			{ "RecordType": "Click", "MessageStream": "outbound", "ClickLocation": "HTML",
			  "Client": { "Name": "Firefox 140", "Company": "Mozilla", "Family": "Firefox" },
			  "OS": { "Name": "Linux", "Company": "", "Family": "Linux" }, "Platform": "Desktop",
			  "UserAgent": "ExampleAgent/1.0", "OriginalLink": "https://shop.example/orders/42",
			  "Geo": { "CountryISOCode": "NL", "Country": "Netherlands", "RegionISOCode": "UT", "Region": "Utrecht",
			           "City": "Utrecht", "Zip": "3511", "Coords": "52.0907,5.1214", "IP": "203.0.113.9" },
			  "MessageID": "0b8f1d3e-5a0c-4c61-9f6e-3f2a7c1d9e10", "Metadata": { "orderId": "42" },
			  "ReceivedAt": "2026-11-02T10:03:00.4410000Z", "Tag": "order", "Recipient": "ann@mail.example" }
			""";

	static final String REACTIVATION = """
			{ "RecordType": "SubscriptionChange", "MessageID": null, "ServerID": 9001, "MessageStream": "broadcast",
			  "ChangedAt": "2026-11-04T08:00:00Z", "Recipient": "bob@mail.example", "Origin": "Customer",
			  "SuppressSending": false, "SuppressionReason": null, "Tag": null, "Metadata": {} }
			""";

	static final String SUPPRESSION = """
			{ "RecordType": "SubscriptionChange", "MessageID": "0b8f1d3e-5a0c-4c61-9f6e-3f2a7c1d9e10", "ServerID": 9001,
			  "MessageStream": "broadcast", "ChangedAt": "2026-11-04T04:00:00.12-04:00", "Recipient": "bob@mail.example",
			  "Origin": "Recipient", "SuppressSending": true, "SuppressionReason": "ManualSuppression", "Tag": "news",
			  "Metadata": { "campaign": "nov" } }
			""";

	static final String SMTP_API_ERROR = """
			{ "RecordType": "Bounce", "MessageStream": "outbound", "ID": 4302118001, "Type": "SMTPApiError",
			  "TypeCode": 100007, "Name": "SMTP API error", "Tag": "", "MessageID": "d2a9b6c4-90d7-4f0f-b8a2-6d3e5b7a1c22",
			  "Metadata": {}, "ServerID": 9001, "Description": "The SMTP message could not be processed.",
			  "Details": "406 inactive recipient", "Email": "gone@mail.example", "From": "orders@shop.example",
			  "BouncedAt": "2026-11-05T07:07:07.7070700Z", "DumpAvailable": false, "Inactive": false,
			  "CanActivate": false, "Subject": "Order 43" }
			""";

	static final String INBOUND = """
			{ "FromName": "Ann Example", "MessageStream": "inbound", "From": "ann@mail.example",
			  "FromFull": { "Email": "ann@mail.example", "Name": "Ann Example", "MailboxHash": "" },
			  "To": "\\"Shop\\" <f00dcafe+order42@inbound.postmarkapp.com>",
			  "ToFull": [ { "Email": "f00dcafe+order42@inbound.postmarkapp.com", "Name": "Shop", "MailboxHash": "order42" } ],
			  "Cc": "", "CcFull": [], "Bcc": "", "BccFull": [],
			  "OriginalRecipient": "f00dcafe+order42@inbound.postmarkapp.com", "Subject": "Re: Order 42",
			  "MessageID": "a1b2c3d4-1111-4222-8333-444455556666", "ReplyTo": "", "MailboxHash": "order42",
			  "Date": "Mon, 2 Nov 2026 11:20:00 +0100", "TextBody": "Thanks!\\n\\n> old", "HtmlBody": "<p>Thanks!</p>",
			  "StrippedTextReply": "Thanks!", "Tag": "",
			  "Headers": [ { "Name": "Return-Path", "Value": "<ann@mail.example>" },
			               { "Name": "Message-ID", "Value": "<x1@mail.example>" },
			               { "Name": "X-Spam-Status", "Value": "No" }, { "Name": "X-Spam-Score", "Value": "-0.1" } ],
			  "Attachments": [ { "Name": "note.txt", "Content": "aW52b2ljZSA0Mg==", "ContentType": "text/plain",
			                     "ContentLength": 10, "ContentID": "" } ] }
			""";

	static final Map<String, String> ALL = Map.of("Bounce", BOUNCE, "SpamComplaint", COMPLAINT, "Delivery", DELIVERY,
			"Open", OPEN, "Click", CLICK, "SubscriptionChange", REACTIVATION);

	private Events() {
	}

}

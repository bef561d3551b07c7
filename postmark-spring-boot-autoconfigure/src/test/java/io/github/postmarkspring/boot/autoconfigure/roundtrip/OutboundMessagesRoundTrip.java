package io.github.postmarkspring.boot.autoconfigure.roundtrip;

import java.util.Map;

import io.github.postmarkspring.client.outbound.Click;
import io.github.postmarkspring.client.outbound.ClickLocation;
import io.github.postmarkspring.client.outbound.MessageEvent;
import io.github.postmarkspring.client.outbound.MessageEventType;
import io.github.postmarkspring.client.outbound.MessageTrackingQuery;
import io.github.postmarkspring.client.outbound.Open;
import io.github.postmarkspring.client.outbound.OutboundMessages;
import io.github.postmarkspring.client.outbound.OutboundStatus;
import io.github.postmarkspring.client.outbound.Platform;
import io.github.postmarkspring.client.outbound.SentMessage;
import io.github.postmarkspring.client.outbound.SentMessageQuery;
import io.github.postmarkspring.client.outbound.TrackingQuery;
import io.github.postmarkspring.emulator.tracking.Visitor;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What was sent, what became of it, and who opened it and clicked.
 */
class OutboundMessagesRoundTrip implements RoundTrip {

	private static final Visitor VISITOR = new Visitor("Mozilla/5.0", Map.of("Name", "Chrome", "Family", "Chrome"),
			Map.of("Name", "Linux"), "Desktop", Map.of("Country", "Germany", "CountryISOCode", "DE"));

	@Override
	public void run(Clients clients) {
		OutboundMessages messages = clients.server().outboundMessages();
		String id = clients.send("ann@mail.example");
		clients.emulator().control().open(id, "ann@mail.example", VISITOR);
		clients.emulator().control().click(id, "ann@mail.example", "https://shop.example/42", true, VISITOR);
		SentMessage found = messages.stream(SentMessageQuery.create().recipient("ann@mail.example").tag("order"))
			.findFirst()
			.orElseThrow();
		clients.wire()
			.asked("GET /messages/outbound",
					"/messages/outbound?count=500&offset=0&recipient=ann%40mail.example&tag=order");
		clients.wire()
			.answered("GET /messages/outbound",
					"""
							{ "TotalCount": 1, "Messages": [ { "Tag": "order", "MessageID": "%s", "MessageStream": "outbound",
							    "To": [ { "Email": "ann@mail.example", "Name": null } ], "Cc": [], "Bcc": [],
							    "Recipients": [ "ann@mail.example" ], "ReceivedAt": "<any>", "From": "orders@shop.example",
							    "Subject": "Order 42", "Attachments": [], "Status": "Sent", "TrackOpens": true, "TrackLinks": "HtmlOnly",
							    "Metadata": {}, "Sandboxed": false } ] }"""
						.formatted(id));
		assertThat(found.messageId()).isEqualTo(id);
		assertThat(found.status()).isEqualTo(OutboundStatus.SENT);
		assertThat(messages.get(id).events()).extracting(MessageEvent::type)
			.contains(MessageEventType.DELIVERED, MessageEventType.OPENED, MessageEventType.LINK_CLICKED);
		assertThat(messages.dump(id).body()).contains(id);
		opens(messages, id, clients.wire());
		clicks(messages, id, clients.wire());
	}

	private static void opens(OutboundMessages messages, String id, Wire wire) {
		assertThat(messages.streamOpens(TrackingQuery.create().platform(Platform.DESKTOP))).extracting(Open::recipient)
			.containsExactly("ann@mail.example");
		wire.answered("GET /messages/outbound/opens",
				"""
						{ "TotalCount": 1, "Opens": [ { "RecordType": "Open", "FirstOpen": true,
						    "Client": { "Name": "Chrome", "Family": "Chrome" }, "OS": { "Name": "Linux" }, "Platform": "Desktop",
						    "UserAgent": "Mozilla/5.0", "Geo": { "CountryISOCode": "DE", "Country": "Germany" }, "MessageID": "%s",
						    "MessageStream": "outbound", "ReceivedAt": "<any>", "Tag": "order", "Recipient": "ann@mail.example" } ] }"""
					.formatted(id));
		Open open = messages.opens(id, MessageTrackingQuery.create()).items().get(0);
		assertThat(open.geo().country()).isEqualTo("Germany");
		assertThat(open.client().name()).isEqualTo("Chrome");
		assertThat(open.os().name()).isEqualTo("Linux");
	}

	private static void clicks(OutboundMessages messages, String id, Wire wire) {
		assertThat(messages.streamClicks(TrackingQuery.create().country("Germany"))).extracting(Click::originalLink)
			.containsExactly("https://shop.example/42");
		wire.answered("GET /messages/outbound/clicks",
				"""
						{ "TotalCount": 1, "Clicks": [ { "RecordType": "Click", "ClickLocation": "HTML",
						    "OriginalLink": "https://shop.example/42", "Client": { "Name": "Chrome", "Family": "Chrome" },
						    "OS": { "Name": "Linux" }, "Platform": "Desktop", "UserAgent": "Mozilla/5.0",
						    "Geo": { "CountryISOCode": "DE", "Country": "Germany" }, "MessageID": "%s", "MessageStream": "outbound",
						    "ReceivedAt": "<any>", "Tag": "order", "Recipient": "ann@mail.example" } ] }"""
					.formatted(id));
		assertThat(messages.clicks(id, MessageTrackingQuery.create()).items()).extracting(Click::location)
			.containsExactly(ClickLocation.HTML);
	}

}

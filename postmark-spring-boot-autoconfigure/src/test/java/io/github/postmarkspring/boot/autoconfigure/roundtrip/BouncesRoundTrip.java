package io.github.postmarkspring.boot.autoconfigure.roundtrip;

import io.github.postmarkspring.client.bounce.Bounce;
import io.github.postmarkspring.client.bounce.BounceActivation;
import io.github.postmarkspring.client.bounce.BounceQuery;
import io.github.postmarkspring.client.bounce.BounceType;
import io.github.postmarkspring.client.bounce.DeliveryStats;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A hard bounce, from its search to the activation of its address.
 */
class BouncesRoundTrip implements RoundTrip {

	private static final String ADDRESS = "HardBounce@bounce-testing.postmarkapp.com";

	@Override
	public void run(Clients clients) {
		String messageId = clients.send(ADDRESS);
		Bounce bounce = clients.server()
			.bounces()
			.stream(BounceQuery.create().type(BounceType.HARD_BOUNCE))
			.findFirst()
			.orElseThrow();
		clients.wire().asked("GET /bounces", "/bounces?count=500&offset=0&type=HardBounce");
		clients.wire()
			.answered("GET /bounces",
					"""
							{ "TotalCount": 1, "Bounces": [ { "RecordType": "Bounce", "ID": %d, "Type": "HardBounce", "TypeCode": 1,
							    "Name": "Hard bounce", "Tag": "order", "MessageID": "%s", "ServerID": 1, "MessageStream": "outbound",
							    "Description": "The server was unable to deliver your message.",
							    "Details": "smtp;550 5.1.1 The email account that you tried to reach does not exist.",
							    "Email": "HardBounce@bounce-testing.postmarkapp.com", "From": "orders@shop.example", "BouncedAt": "<any>",
							    "DumpAvailable": true, "Inactive": true, "CanActivate": true, "Subject": "Order 42" } ] }"""
						.formatted(bounce.id(), messageId));
		assertThat(bounce.type()).isEqualTo(BounceType.HARD_BOUNCE);
		assertThat(bounce.messageId()).isEqualTo(messageId);
		assertThat(clients.server().bounces().get(bounce.id()).content()).contains(messageId);
		assertThat(clients.server().bounces().dump(bounce.id()).body()).contains(messageId);
		DeliveryStats stats = clients.server().bounces().deliveryStats();
		clients.wire().answered("GET /deliverystats", """
				{ "InactiveMails": 1, "Bounces": [ { "Name": "All", "Count": 1 },
				    { "Name": "Hard bounce", "Count": 1, "Type": "HardBounce" } ] }""");
		assertThat(stats.inactiveMails()).isEqualTo(1);
		BounceActivation activation = clients.server().bounces().activate(bounce.id());
		clients.wire().asked("PUT /bounces/{}/activate", "/bounces/" + bounce.id() + "/activate");
		assertThat(activation.message()).isEqualTo("OK");
		assertThat(activation.bounce().inactive()).isFalse();
	}

}

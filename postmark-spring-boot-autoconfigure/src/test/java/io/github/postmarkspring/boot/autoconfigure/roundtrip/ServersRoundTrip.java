package io.github.postmarkspring.boot.autoconfigure.roundtrip;

import io.github.postmarkspring.client.server.DeliveryType;
import io.github.postmarkspring.client.server.NewServer;
import io.github.postmarkspring.client.server.Server;
import io.github.postmarkspring.client.server.ServerChange;
import io.github.postmarkspring.client.server.ServerColor;
import io.github.postmarkspring.client.server.ServerQuery;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The servers of an account, and the one of a token.
 */
class ServersRoundTrip implements RoundTrip {

	@Override
	public void run(Clients clients) {
		Server created = clients.account()
			.servers()
			.create(NewServer.named("Shop").color(ServerColor.RED).deliveryType(DeliveryType.SANDBOX));
		clients.wire().requested("POST /servers", """
				{ "Name": "Shop", "Color": "Red", "DeliveryType": "Sandbox" }""");
		clients.wire()
			.answered("POST /servers",
					"""
							{ "ID": %d, "Name": "Shop", "ApiTokens": [ "<any>" ], "ServerLink": "<any>", "Color": "red",
							  "SmtpApiActivated": true, "RawEmailEnabled": false, "DeliveryType": "Sandbox", "InboundAddress": "<any>",
							  "InboundHookUrl": "", "BounceHookUrl": "", "OpenHookUrl": "", "DeliveryHookUrl": "", "ClickHookUrl": "",
							  "PostFirstOpenOnly": false, "InboundDomain": "", "InboundHash": "<any>", "InboundSpamThreshold": 0,
							  "TrackOpens": false, "TrackLinks": "None", "IncludeBounceContentInHook": false,
							  "EnableSmtpApiErrorHooks": false }"""
						.formatted(created.id()));
		assertThat(created.color()).isEqualTo(ServerColor.RED);
		assertThat(created.deliveryType()).isEqualTo(DeliveryType.SANDBOX);
		assertThat(clients.account().servers().get(created.id())).isEqualTo(created);
		clients.account().servers().edit(created.id(), ServerChange.create().inboundSpamThreshold(5));
		assertThat(clients.account().servers().stream(ServerQuery.create().name("shop"))).singleElement()
			.satisfies((server) -> assertThat(server.inboundSpamThreshold()).isEqualTo(5));
		clients.account().servers().delete(created.id());
		assertThat(clients.account().servers().stream(ServerQuery.create())).hasSize(1);
		ofTheToken(clients);
	}

	private static void ofTheToken(Clients clients) {
		Server edited = clients.server().server().edit(ServerChange.create().trackOpens(true));
		clients.wire().requested("PUT /server", "{ \"TrackOpens\": true }");
		assertThat(edited.trackOpens()).isTrue();
		assertThat(clients.server().server().get()).isEqualTo(edited);
		assertThat(edited.apiTokens()).containsExactly(clients.emulator().serverToken());
	}

}

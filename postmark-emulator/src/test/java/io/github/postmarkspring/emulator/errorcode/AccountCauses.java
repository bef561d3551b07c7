package io.github.postmarkspring.emulator.errorcode;

import java.util.List;

/**
 * What causes the codes of the calls with an account token.
 */
final class AccountCauses {

	private static final String DOMAIN = "POST /domains {\"Name\":\"shop.example\"}";

	private static final String SENDER = "POST /senders {\"FromEmail\":\"ann@shop.example\",\"Name\":\"Ann\"}";

	private AccountCauses() {
	}

	static List<Cause> servers() {
		String inbound = "POST /servers {\"Name\":\"#\",\"InboundDomain\":\"in.shop.example\"}";
		return List.of(Cause.of(600, "GET /servers?count=501&offset=0"), Cause.afterMany(602, 1, inbound),
				Cause.of(603, "POST /servers {\"Name\":\"emulator\"}"), Cause.of(604, "DELETE /servers/1"),
				Cause.of(606, "PUT /servers/1 {\"BounceHookUrl\":\"x\"}"),
				Cause.of(607, "PUT /server {\"Color\":\"x\"}"), Cause.of(608, "POST /servers {}"),
				Cause.of(609, "PUT /server null"), Cause.of(611, "PUT /server {\"InboundSpamThreshold\":31}"),
				Cause.of(612, "PUT /server {\"TrackLinks\":\"x\"}"),
				Cause.of(613, "POST /servers {\"Name\":\"a\",\"DeliveryType\":\"x\"}"),
				Cause.afterMany(614, 99, "POST /servers {\"Name\":\"#\"}"));
	}

	static List<Cause> domainsAndSenders() {
		return List.of(Cause.of(500, "GET /domains?count=501&offset=0"), Cause.of(501, "GET /senders/9"),
				Cause.of(502, "POST /domains null"), Cause.of(503, "POST /domains {\"Name\":\"gmail.com\"}"),
				Cause.of(504, SENDER, SENDER), Cause.of(505, DOMAIN, "POST /domains/{ID}/rotatedkim"),
				Cause.of(506, SENDER, "POST /_emulator/senders/{ID}/confirm", "POST /senders/{ID}/resend"),
				Cause.of(510, "GET /domains/9"), Cause.of(511, "POST /senders {\"FromEmail\":\"ann@shop.example\"}"),
				Cause.of(512, DOMAIN, DOMAIN), Cause.of(514, "POST /domains {}"),
				Cause.of(515, "POST /domains {\"Name\":\"" + "d".repeat(250) + ".shop.example\"}"),
				Cause.of(516, "POST /domains {\"Name\":\"shop example\"}"),
				Cause.of(520, "POST /senders {\"Name\":\"Ann\"}"),
				Cause.of(521, SENDER.replace("Ann", "a".repeat(256))),
				Cause.of(522, DOMAIN.replace("}", ",\"ReturnPathDomain\":\"pm.other.example\"}")),
				Cause.of(523, DOMAIN, "PUT /domains/{ID}/verifyReturnPath"));
	}

	static List<Cause> dataRemovals() {
		return List.of(Cause.of(1300, "POST /data-removals null"), Cause.of(1301, "GET /data-removals/9"));
	}

}

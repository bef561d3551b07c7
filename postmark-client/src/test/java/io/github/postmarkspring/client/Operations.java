package io.github.postmarkspring.client;

import java.util.List;
import java.util.stream.Stream;

/**
 * The index of Postmark's reference: method and path, with <code>{}</code> for each
 * variable.
 */
public final class Operations {

	static final List<String> OF_A_SERVER = List.of("POST /email", "POST /email/batch", "POST /email/withTemplate",
			"POST /email/batchWithTemplates", "POST /email/bulk", "GET /email/bulk/{}", "GET /email/bulk",
			"GET /deliverystats", "GET /bounces", "GET /bounces/{}", "GET /bounces/{}/dump", "PUT /bounces/{}/activate",
			"GET /templates", "POST /templates", "GET /templates/{}", "PUT /templates/{}", "DELETE /templates/{}",
			"POST /templates/validate", "GET /server", "PUT /server", "GET /message-streams", "POST /message-streams",
			"GET /message-streams/{}", "PATCH /message-streams/{}", "POST /message-streams/{}/archive",
			"POST /message-streams/{}/unarchive", "GET /message-streams/{}/suppressions/dump",
			"POST /message-streams/{}/suppressions", "POST /message-streams/{}/suppressions/delete",
			"GET /messages/outbound", "GET /messages/outbound/{}/details", "GET /messages/outbound/{}/dump",
			"GET /messages/outbound/opens", "GET /messages/outbound/opens/{}", "GET /messages/outbound/clicks",
			"GET /messages/outbound/clicks/{}", "GET /messages/inbound", "GET /messages/inbound/{}/details",
			"PUT /messages/inbound/{}/bypass", "PUT /messages/inbound/{}/retry", "GET /stats/outbound",
			"GET /stats/outbound/sends", "GET /stats/outbound/bounces", "GET /stats/outbound/spam",
			"GET /stats/outbound/tracked", "GET /stats/outbound/opens", "GET /stats/outbound/opens/platforms",
			"GET /stats/outbound/opens/emailclients", "GET /stats/outbound/clicks",
			"GET /stats/outbound/clicks/browserfamilies", "GET /stats/outbound/clicks/platforms",
			"GET /stats/outbound/clicks/location", "GET /triggers/inboundrules", "POST /triggers/inboundrules",
			"DELETE /triggers/inboundrules/{}", "GET /webhooks", "POST /webhooks", "GET /webhooks/{}",
			"PUT /webhooks/{}", "DELETE /webhooks/{}", "POST /webhooks/{}/verify", "GET /webhooks/{}/statistics");

	static final List<String> OF_AN_ACCOUNT = List.of("PUT /templates/push", "GET /servers", "POST /servers",
			"GET /servers/{}", "PUT /servers/{}", "DELETE /servers/{}", "GET /domains", "POST /domains",
			"GET /domains/{}", "PUT /domains/{}", "DELETE /domains/{}", "PUT /domains/{}/verifyDkim",
			"PUT /domains/{}/verifyReturnPath", "POST /domains/{}/verifyspf", "POST /domains/{}/rotatedkim",
			"GET /senders", "POST /senders", "GET /senders/{}", "PUT /senders/{}", "DELETE /senders/{}",
			"POST /senders/{}/resend", "POST /senders/{}/verifyspf", "POST /senders/{}/requestnewdkim",
			"POST /data-removals", "GET /data-removals/{}");

	private Operations() {
	}

	/** All of them, which are 87. */
	public static List<String> all() {
		return Stream.concat(OF_A_SERVER.stream(), OF_AN_ACCOUNT.stream()).toList();
	}

}

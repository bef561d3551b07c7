package io.github.postmarkspring.emulator;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import io.github.postmarkspring.emulator.http.Access;
import io.github.postmarkspring.emulator.http.Route;
import io.github.postmarkspring.emulator.message.MessageStore;
import io.github.postmarkspring.emulator.posting.Outbox;
import io.github.postmarkspring.emulator.server.Account;
import io.github.postmarkspring.emulator.server.InitialServer;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The index of Postmark's documented operations against the routing table.
 */
class OperationsTests {

	private static final String SERVER = """
			POST /email
			POST /email/batch
			POST /email/withTemplate
			POST /email/batchWithTemplates
			POST /email/bulk
			GET /email/bulk/{}
			GET /email/bulk
			GET /deliverystats
			GET /bounces
			GET /bounces/{}
			GET /bounces/{}/dump
			PUT /bounces/{}/activate
			GET /templates
			POST /templates
			GET /templates/{}
			PUT /templates/{}
			DELETE /templates/{}
			POST /templates/validate
			GET /server
			PUT /server
			GET /message-streams
			POST /message-streams
			GET /message-streams/{}
			PATCH /message-streams/{}
			POST /message-streams/{}/archive
			POST /message-streams/{}/unarchive
			GET /message-streams/{}/suppressions/dump
			POST /message-streams/{}/suppressions
			POST /message-streams/{}/suppressions/delete
			GET /messages/outbound
			GET /messages/outbound/{}/details
			GET /messages/outbound/{}/dump
			GET /messages/outbound/opens
			GET /messages/outbound/opens/{}
			GET /messages/outbound/clicks
			GET /messages/outbound/clicks/{}
			GET /messages/inbound
			GET /messages/inbound/{}/details
			PUT /messages/inbound/{}/bypass
			PUT /messages/inbound/{}/retry
			GET /stats/outbound
			GET /stats/outbound/sends
			GET /stats/outbound/bounces
			GET /stats/outbound/spam
			GET /stats/outbound/tracked
			GET /stats/outbound/opens
			GET /stats/outbound/opens/platforms
			GET /stats/outbound/opens/emailclients
			GET /stats/outbound/clicks
			GET /stats/outbound/clicks/browserfamilies
			GET /stats/outbound/clicks/platforms
			GET /stats/outbound/clicks/location
			GET /triggers/inboundrules
			POST /triggers/inboundrules
			DELETE /triggers/inboundrules/{}
			GET /webhooks
			POST /webhooks
			GET /webhooks/{}
			PUT /webhooks/{}
			DELETE /webhooks/{}
			POST /webhooks/{}/verify
			GET /webhooks/{}/statistics
			""";

	private static final String ACCOUNT = """
			PUT /templates/push
			GET /servers
			POST /servers
			GET /servers/{}
			PUT /servers/{}
			DELETE /servers/{}
			GET /domains
			POST /domains
			GET /domains/{}
			PUT /domains/{}
			DELETE /domains/{}
			PUT /domains/{}/verifyDkim
			PUT /domains/{}/verifyReturnPath
			POST /domains/{}/verifyspf
			POST /domains/{}/rotatedkim
			GET /senders
			POST /senders
			GET /senders/{}
			PUT /senders/{}
			DELETE /senders/{}
			POST /senders/{}/resend
			POST /senders/{}/verifyspf
			POST /senders/{}/requestnewdkim
			POST /data-removals
			GET /data-removals/{}
			""";

	private static final List<Route> ROUTES = new RoutingTable(false, true, false).of(new Account("account",
			InitialServer.first("server"), "http://localhost/", Clock.systemUTC(), Outbox.closed(Clock.systemUTC())),
			new MessageStore(1));

	@Test
	void knowsTheWholeIndex() {
		assertThat(all()).hasSize(87).doesNotHaveDuplicates();
	}

	@Test
	void answersEveryOperationOfTheIndex() {
		assertThat(ROUTES.stream().filter((route) -> route.access() != Access.OPEN).map(OperationsTests::signature))
			.containsExactlyInAnyOrderElementsOf(all());
	}

	@Test
	void asksForTheRightToken() {
		Set<String> account = ACCOUNT.lines().collect(Collectors.toSet());
		assertThat(ROUTES).filteredOn((route) -> route.access() != Access.OPEN)
			.allSatisfy((route) -> assertThat(route.access() == Access.ACCOUNT)
				.isEqualTo(account.contains(signature(route))));
	}

	private static List<String> all() {
		List<String> all = new ArrayList<>(SERVER.lines().toList());
		all.addAll(ACCOUNT.lines().toList());
		return all;
	}

	private static String signature(Route route) {
		return route.method() + " " + route.path().getPatternString().replaceAll("\\{[^}]*}", "{}");
	}

}

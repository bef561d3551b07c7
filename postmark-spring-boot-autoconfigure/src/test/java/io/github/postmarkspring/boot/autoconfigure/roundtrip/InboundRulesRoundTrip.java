package io.github.postmarkspring.boot.autoconfigure.roundtrip;

import io.github.postmarkspring.client.inbound.InboundRule;
import io.github.postmarkspring.client.inbound.InboundRules;
import io.github.postmarkspring.client.inbound.NewInboundRule;
import io.github.postmarkspring.client.page.ListQuery;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A rule that keeps a sender out.
 */
class InboundRulesRoundTrip implements RoundTrip {

	@Override
	public void run(Clients clients) {
		InboundRules rules = clients.server().inboundRules();
		InboundRule rule = rules.create(NewInboundRule.of("bad.example"));
		clients.wire().requested("POST /triggers/inboundrules", "{ \"Rule\": \"bad.example\" }");
		clients.wire().answered("POST /triggers/inboundrules", """
				{ "ID": %d, "Rule": "bad.example" }""".formatted(rule.id()));
		assertThat(rules.stream(ListQuery.create())).containsExactly(rule);
		rules.delete(rule.id());
		clients.wire().answered("DELETE /triggers/inboundrules/{}", """
				{ "ErrorCode": 0, "Message": "Rule bad.example removed." }""");
		assertThat(rules.stream(ListQuery.create())).isEmpty();
	}

}

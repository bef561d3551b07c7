package io.github.postmarkspring.boot.autoconfigure.roundtrip;

import io.github.postmarkspring.client.suppression.SuppressionOrigin;
import io.github.postmarkspring.client.suppression.SuppressionQuery;
import io.github.postmarkspring.client.suppression.SuppressionReason;
import io.github.postmarkspring.client.suppression.SuppressionRequest;
import io.github.postmarkspring.client.suppression.SuppressionStatus;
import io.github.postmarkspring.client.suppression.Suppressions;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An address that is suppressed and let go.
 */
class SuppressionsRoundTrip implements RoundTrip {

	@Override
	public void run(Clients clients) {
		Suppressions suppressions = clients.server().suppressions();
		assertThat(suppressions.create("outbound", SuppressionRequest.of("ann@mail.example", "nobody")).suppressions())
			.extracting((result) -> result.status())
			.containsExactly(SuppressionStatus.SUPPRESSED, SuppressionStatus.FAILED);
		clients.wire().requested("POST /message-streams/{}/suppressions", """
				{ "Suppressions": [ { "EmailAddress": "ann@mail.example" }, { "EmailAddress": "nobody" } ] }""");
		clients.wire()
			.answered("POST /message-streams/{}/suppressions",
					"""
							{ "Suppressions": [ { "EmailAddress": "ann@mail.example", "Status": "Suppressed", "Message": null },
							    { "EmailAddress": "nobody", "Status": "Failed", "Message": "An invalid email address was provided." } ] }""");
		assertThat(suppressions.dump("outbound", SuppressionQuery.create().origin(SuppressionOrigin.CUSTOMER))
			.suppressions()).singleElement()
			.satisfies((entry) -> assertThat(entry.reason()).isEqualTo(SuppressionReason.MANUAL_SUPPRESSION));
		clients.wire()
			.asked("GET /message-streams/{}/suppressions/dump",
					"/message-streams/outbound/suppressions/dump?Origin=Customer");
		clients.wire().answered("GET /message-streams/{}/suppressions/dump", """
				{ "Suppressions": [ { "EmailAddress": "ann@mail.example", "SuppressionReason": "ManualSuppression",
				    "Origin": "Customer", "CreatedAt": "<any>" } ] }""");
		suppressions.delete("outbound", SuppressionRequest.of("ann@mail.example"));
		assertThat(suppressions.dump("outbound", SuppressionQuery.create()).suppressions()).isEmpty();
	}

}

package io.github.postmarkspring.client.suppression;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.List;

import io.github.postmarkspring.client.ResourceTests;
import io.github.postmarkspring.client.time.EasternDate;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class SuppressionsTests extends ResourceTests {

	@Test
	void suppressionsAreListedAllAtOnce() {
		answers("""
				{ "Suppressions": [ { "EmailAddress": "ann@mail.example", "SuppressionReason": "HardBounce",
				  "Origin": "Recipient", "CreatedAt": "2026-11-02T09:15:30-05:00" } ] }""");
		SuppressionDump dump = this.client.suppressions()
			.dump("outbound",
					SuppressionQuery.create()
						.reason(SuppressionReason.HARD_BOUNCE)
						.origin(SuppressionOrigin.RECIPIENT)
						.from(EasternDate.of(2026, 11, 1))
						.to(EasternDate.of(Instant.parse("2026-11-03T04:59:59Z")))
						.emailAddress("ann+a@mail.example"));
		requested("GET /message-streams/outbound/suppressions/dump?SuppressionReason=HardBounce&Origin=Recipient"
				+ "&fromdate=2026-11-01&todate=2026-11-02&EmailAddress=ann%2Ba%40mail.example");
		assertThat(dump.suppressions())
			.containsExactly(new Suppression("ann@mail.example", SuppressionReason.HARD_BOUNCE,
					SuppressionOrigin.RECIPIENT, OffsetDateTime.parse("2026-11-02T09:15:30-05:00")));
		answers("{ \"Suppressions\": null }");
		assertThat(this.client.suppressions().dump("outbound", SuppressionQuery.create()).suppressions()).isEmpty();
		requested("GET /message-streams/outbound/suppressions/dump");
	}

	@Test
	void addressesAreSuppressedAndEachHasItsOutcome() {
		answers("""
				{ "Suppressions": [ { "EmailAddress": "ann@mail.example", "Status": "Suppressed", "Message": null },
				  { "EmailAddress": "broken", "Status": "Failed", "Message": "An invalid email address was provided." } ] }""");
		SuppressionResults results = this.client.suppressions()
			.create("outbound", SuppressionRequest.of("ann@mail.example", "broken"));
		requested("POST /message-streams/outbound/suppressions",
				"{ \"Suppressions\": [ { \"EmailAddress\": \"ann@mail.example\" }, { \"EmailAddress\": \"broken\" } ] }");
		assertThat(results.suppressions()).containsExactly(
				new SuppressionResult("ann@mail.example", SuppressionStatus.SUPPRESSED, null),
				new SuppressionResult("broken", SuppressionStatus.FAILED, "An invalid email address was provided."));
	}

	@Test
	void addressesAreSuppressedNoLonger() {
		answers("{ \"Suppressions\": [ { \"EmailAddress\": \"ann@mail.example\", \"Status\": \"Deleted\" } ] }");
		SuppressionResults results = this.client.suppressions()
			.delete("outbound", SuppressionRequest.of("ann@mail.example"));
		requested("POST /message-streams/outbound/suppressions/delete",
				"{ \"Suppressions\": [ { \"EmailAddress\": \"ann@mail.example\" } ] }");
		assertThat(results.suppressions()).extracting(SuppressionResult::status)
			.containsExactly(SuppressionStatus.DELETED);
	}

	@Test
	void onlyOneToFiftyAddressesAreTaken() {
		assertThatIllegalArgumentException().isThrownBy(() -> SuppressionRequest.of(List.of()))
			.withMessageContaining("'addresses'");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> SuppressionRequest.of(Collections.nCopies(51, "a@b.example")))
			.withMessageContaining("51");
		assertThatIllegalArgumentException().isThrownBy(() -> SuppressionRequest.of(" "))
			.withMessageContaining("'addresses'");
	}

}

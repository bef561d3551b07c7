package io.github.postmarkspring.boot.autoconfigure.roundtrip;

import io.github.postmarkspring.client.dataremoval.DataRemoval;
import io.github.postmarkspring.client.dataremoval.DataRemovalRequest;
import io.github.postmarkspring.client.dataremoval.DataRemovalStatus;
import io.github.postmarkspring.client.dataremoval.DataRemovals;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A request that the data of a person be removed.
 */
class DataRemovalsRoundTrip implements RoundTrip {

	@Override
	public void run(Clients clients) {
		DataRemovals removals = clients.account().dataRemovals();
		DataRemoval removal = removals.create(DataRemovalRequest.of("admin@shop.example", "ann@mail.example", true));
		clients.wire()
			.requested("POST /data-removals",
					"""
							{ "RequestedBy": "admin@shop.example", "RequestedFor": "ann@mail.example", "NotifyWhenCompleted": true }""");
		clients.wire().answered("POST /data-removals", """
				{ "ID": %d, "Status": "Pending" }""".formatted(removal.id()));
		assertThat(removal.status()).isEqualTo(DataRemovalStatus.PENDING);
		assertThat(removals.get(removal.id()).status()).isEqualTo(DataRemovalStatus.DONE);
	}

}

package io.github.postmarkspring.client.dataremoval;

import io.github.postmarkspring.client.ResourceTests;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DataRemovalsTests extends ResourceTests {

	@Test
	void aRemovalIsAskedForAndRead() {
		answers("{ \"ID\": 12, \"Status\": \"Pending\" }");
		assertThat(this.account.dataRemovals()
			.create(DataRemovalRequest.of("admin@shop.example", "ann@mail.example", true)))
			.isEqualTo(new DataRemoval(12, DataRemovalStatus.PENDING));
		requested("POST /data-removals",
				"""
						{ "RequestedBy": "admin@shop.example", "RequestedFor": "ann@mail.example", "NotifyWhenCompleted": true }""");
		answers("{ \"ID\": 12, \"Status\": \"Done\" }");
		assertThat(this.account.dataRemovals().get(12).status()).isEqualTo(DataRemovalStatus.DONE);
		requested("GET /data-removals/12");
	}

}

package io.github.postmarkspring.boot.autoconfigure.roundtrip;

import io.github.postmarkspring.client.stream.ArchivedStream;
import io.github.postmarkspring.client.stream.MessageStream;
import io.github.postmarkspring.client.stream.MessageStreamChange;
import io.github.postmarkspring.client.stream.MessageStreamQuery;
import io.github.postmarkspring.client.stream.MessageStreams;
import io.github.postmarkspring.client.stream.NewMessageStream;
import io.github.postmarkspring.client.stream.StreamType;
import io.github.postmarkspring.client.stream.UnsubscribeHandling;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A stream, from creation to the archive and back.
 */
class MessageStreamsRoundTrip implements RoundTrip {

	@Override
	public void run(Clients clients) {
		MessageStreams streams = clients.server().messageStreams();
		MessageStream created = streams.create(NewMessageStream.broadcasts("news", "News").description("Monthly"));
		clients.wire().requested("POST /message-streams", """
				{ "ID": "news", "Name": "News", "MessageStreamType": "Broadcasts", "Description": "Monthly" }""");
		clients.wire()
			.answered("POST /message-streams",
					"""
							{ "ID": "news", "ServerID": 1, "Name": "News", "Description": "Monthly", "MessageStreamType": "Broadcasts",
							  "CreatedAt": "<any>", "UpdatedAt": null, "ArchivedAt": null, "ExpectedPurgeDate": null,
							  "SubscriptionManagementConfiguration": { "UnsubscribeHandlingType": "Postmark" } }""");
		assertThat(created.type()).isEqualTo(StreamType.BROADCASTS);
		assertThat(created.subscriptionManagement().handling()).isEqualTo(UnsubscribeHandling.POSTMARK);
		streams.edit("news", MessageStreamChange.create().name("Newsletter"));
		clients.wire().requested("PATCH /message-streams/{}", "{ \"Name\": \"Newsletter\" }");
		assertThat(streams.get("news").name()).isEqualTo("Newsletter");
		ArchivedStream archived = streams.archive("news");
		clients.wire().answered("POST /message-streams/{}/archive", """
				{ "ID": "news", "ServerID": 1, "ExpectedPurgeDate": "<any>" }""");
		assertThat(archived.expectedPurgeDate()).isNotNull();
		assertThat(streams.list(MessageStreamQuery.create()).messageStreams()).extracting(MessageStream::id)
			.doesNotContain("news");
		assertThat(streams.list(MessageStreamQuery.create().includeArchived()).totalCount()).isEqualTo(4);
		assertThat(streams.unarchive("news").archivedAt()).isNull();
	}

}

package io.github.postmarkspring.client.stream;

import java.time.OffsetDateTime;

import io.github.postmarkspring.client.Engine;
import io.github.postmarkspring.client.PostmarkClientFactory;
import io.github.postmarkspring.client.ResourceTests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class MessageStreamsTests extends ResourceTests {

	private static final String STREAM = """
			{ "ID": "receipts", "ServerID": 9001, "Name": "Receipts", "Description": null,
			  "MessageStreamType": "Transactional", "CreatedAt": "2026-11-01T08:00:00.00-05:00", "UpdatedAt": null,
			  "ArchivedAt": null, "ExpectedPurgeDate": null,
			  "SubscriptionManagementConfiguration": { "UnsubscribeHandlingType": "none" } }""";

	@Test
	void streamsAreListed() {
		answers("{ \"MessageStreams\": [ " + STREAM + " ], \"TotalCount\": 1 }");
		MessageStreamList list = this.client.messageStreams()
			.list(MessageStreamQuery.create().type(StreamType.TRANSACTIONAL).includeArchived());
		requested("GET /message-streams?MessageStreamType=Transactional&IncludeArchivedStreams=true");
		assertThat(list.totalCount()).isEqualTo(1);
		assertThat(list.messageStreams()).containsExactly(new MessageStream("receipts", 9001L, "Receipts", null,
				StreamType.TRANSACTIONAL, OffsetDateTime.parse("2026-11-01T08:00:00-05:00"), null, null, null,
				new SubscriptionManagement(UnsubscribeHandling.NONE)));
		this.postmark.received().clear();
		this.client.messageStreams().list(MessageStreamQuery.create());
		requested("GET /message-streams");
	}

	@Test
	void aStreamIsRead() {
		answers(STREAM);
		assertThat(this.client.messageStreams().get("receipts").name()).isEqualTo("Receipts");
		requested("GET /message-streams/receipts");
	}

	@Test
	void streamsAreCreated() {
		answers(STREAM);
		this.client.messageStreams().create(NewMessageStream.transactional("receipts", "Receipts"));
		requested("POST /message-streams",
				"{ \"ID\": \"receipts\", \"Name\": \"Receipts\", \"MessageStreamType\": \"Transactional\" }");
		this.postmark.received().clear();
		this.client.messageStreams()
			.create(NewMessageStream.broadcasts("news", "News")
				.description("Monthly")
				.unsubscribeHandling(UnsubscribeHandling.POSTMARK));
		requested("POST /message-streams", """
				{ "ID": "news", "Name": "News", "MessageStreamType": "Broadcasts", "Description": "Monthly",
				  "SubscriptionManagementConfiguration": { "UnsubscribeHandlingType": "Postmark" } }""");
	}

	@Test
	void aStreamIsChanged() {
		answers(STREAM);
		this.client.messageStreams().edit("receipts", MessageStreamChange.create().description("Paid orders"));
		requested("PATCH /message-streams/receipts", "{ \"Description\": \"Paid orders\" }");
	}

	@ParameterizedTest
	@EnumSource
	void aStreamIsArchivedAndTakenOutWithRequestsWhoseLengthIsZero(Engine engine) {
		MessageStreams streams = PostmarkClientFactory.create(this.postmark.baseUrl(), engine.builder())
			.serverClient(() -> "the-server-token")
			.messageStreams();
		answers("{ \"ID\": \"receipts\", \"ServerID\": 9001, \"ExpectedPurgeDate\": \"2026-12-17T08:00:00Z\" }");
		assertThat(streams.archive("receipts"))
			.isEqualTo(new ArchivedStream("receipts", 9001L, OffsetDateTime.parse("2026-12-17T08:00:00Z")));
		requested("POST /message-streams/receipts/archive");
		assertThat(this.postmark.only().headers()).containsEntry("content-length", "0");
		answers(STREAM);
		assertThat(streams.unarchive("receipts").archivedAt()).isNull();
		requested("POST /message-streams/receipts/unarchive");
		assertThat(this.postmark.only().headers()).containsEntry("content-length", "0");
	}

}

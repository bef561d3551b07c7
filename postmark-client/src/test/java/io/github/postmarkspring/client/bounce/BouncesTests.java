package io.github.postmarkspring.client.bounce;

import io.github.postmarkspring.client.page.Page;
import java.time.Instant;
import java.time.OffsetDateTime;

import io.github.postmarkspring.client.ResourceTests;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class BouncesTests extends ResourceTests {

	private static final String BOUNCE = """
			{ "RecordType": "Bounce", "ID": 9007199254740993, "Type": "HardBounce", "TypeCode": 1,
			  "Name": "Hard bounce", "Tag": "order", "MessageID": "0b8f1d3e-5a0c-4c61-9f6e-3f2a7c1d9e10", "ServerID": 9001,
			  "MessageStream": "outbound", "Description": "Mailbox does not exist.", "Details": "smtp;550 5.1.1 no such user",
			  "Email": "ann@mail.example", "From": "orders@shop.example", "BouncedAt": "2026-11-02T09:15:41Z",
			  "DumpAvailable": true, "Inactive": true, "CanActivate": true, "Subject": "Order 42" }""";

	@Test
	void bouncesAreCountedByType() {
		answers("""
				{ "InactiveMails": 3, "Bounces": [ { "Name": "All", "Count": 4 },
				  { "Name": "Hard bounce", "Count": 3, "Type": "HardBounce" },
				  { "Name": "Soft bounce", "Count": 1, "Type": "SoftBounce" } ] }""");
		DeliveryStats stats = this.client.bounces().deliveryStats();
		requested("GET /deliverystats");
		assertThat(stats.inactiveMails()).isEqualTo(3);
		assertThat(stats.bounces()).containsExactly(new BounceCount("All", 4, null),
				new BounceCount("Hard bounce", 3, BounceType.HARD_BOUNCE),
				new BounceCount("Soft bounce", 1, BounceType.SOFT_BOUNCE));
	}

	@Test
	void bouncesAreLookedForByEverythingPostmarkKnows() {
		answers("{ \"TotalCount\": 1, \"Bounces\": [ " + BOUNCE + " ] }");
		Page<Bounce> page = this.client.bounces()
			.list(BounceQuery.create()
				.count(50)
				.offset(9_950)
				.type(BounceType.HARD_BOUNCE)
				.inactive(true)
				.email("ann@mail.example")
				.tag("a&b ü")
				.messageId("m1")
				.messageStream("receipts")
				.from(Instant.parse("2026-07-01T03:59:59Z"))
				.to(Instant.parse("2026-11-02T05:00:00.9Z")));
		requested("GET /bounces?count=50&offset=9950&type=HardBounce&inactive=true&emailFilter=ann%40mail.example"
				+ "&tag=a%26b%20%C3%BC&messageID=m1&messagestream=receipts&fromdate=2026-06-30T23%3A59%3A59"
				+ "&todate=2026-11-02T00%3A00%3A00");
		assertThat(page.totalCount()).isEqualTo(1);
		assertThat(page.items()).hasSize(1);
		Bounce bounce = page.items().get(0);
		assertThat(bounce.id()).isEqualTo(9007199254740993L);
		assertThat(bounce.type()).isEqualTo(BounceType.HARD_BOUNCE);
		assertThat(bounce.typeCode()).isEqualTo(1);
		assertThat(bounce.serverId()).isEqualTo(9001);
		assertThat(bounce.messageId()).isEqualTo("0b8f1d3e-5a0c-4c61-9f6e-3f2a7c1d9e10");
		assertThat(bounce.details()).isEqualTo("smtp;550 5.1.1 no such user");
		assertThat(bounce.email()).isEqualTo("ann@mail.example");
		assertThat(bounce.bouncedAt()).isEqualTo(OffsetDateTime.parse("2026-11-02T09:15:41Z"));
		assertThat(bounce.canActivate()).isTrue();
		assertThat(bounce.content()).isNull();
	}

	@Test
	void aBounceIsReadWithAnIdBeyondWhatADoubleHolds() {
		answers(BOUNCE);
		assertThat(this.client.bounces().get(9007199254740993L).id()).isEqualTo(9007199254740993L);
		requested("GET /bounces/9007199254740993");
	}

	@Test
	void theRawMailIsEmptyWhenItIsGone() {
		answers("{ \"Body\": \"\" }");
		assertThat(this.client.bounces().dump(7).body()).isEmpty();
		requested("GET /bounces/7/dump");
	}

	@Test
	void anAddressIsMadeActiveAgain() {
		answers("{ \"Message\": \"OK\", \"Bounce\": " + BOUNCE.replace("\"Inactive\": true", "\"Inactive\": false")
				+ "}");
		BounceActivation activation = this.client.bounces().activate(7);
		requested("PUT /bounces/7/activate");
		assertThat(activation.message()).isEqualTo("OK");
		assertThat(activation.bounce().inactive()).isFalse();
	}

	@Test
	void aTypeThatIsNotKnownIsKeptAndAKnownOneMayBeWrittenInAnyCase() {
		answers("{ \"ID\": \"7\", \"Type\": \"Alien\", \"TypeCode\": \"1\", \"Surprise\": {} }");
		Bounce bounce = this.client.bounces().get(7);
		assertThat(bounce.type()).isEqualTo(BounceType.of("Alien")).hasToString("Alien");
		assertThat(bounce.id()).isEqualTo(7);
		assertThat(bounce.typeCode()).isEqualTo(1);
		assertThat(BounceType.of("hardbounce")).isSameAs(BounceType.HARD_BOUNCE);
	}

	@Test
	void whatCannotBeAskedIsRefusedBeforeAnyRequest() {
		assertThatIllegalArgumentException().isThrownBy(() -> BounceQuery.create().count(501))
			.withMessageContaining("'count'");
		assertThatIllegalArgumentException().isThrownBy(() -> BounceQuery.create().tag(" "))
			.withMessageContaining("'tag'");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.client.bounces().list(BounceQuery.create().offset(9_501)))
			.withMessageContaining("'count' and 'offset'");
		assertThatIllegalArgumentException().isThrownBy(() -> this.client.bounces().list(null))
			.withMessageContaining("'query'");
		assertThat(this.postmark.received()).isEmpty();
	}

}

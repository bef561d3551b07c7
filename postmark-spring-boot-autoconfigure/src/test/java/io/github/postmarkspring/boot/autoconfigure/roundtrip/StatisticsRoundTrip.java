package io.github.postmarkspring.boot.autoconfigure.roundtrip;

import java.util.Map;

import io.github.postmarkspring.client.stats.BounceCounts;
import io.github.postmarkspring.client.stats.ClickCounts;
import io.github.postmarkspring.client.stats.ClickLocationCounts;
import io.github.postmarkspring.client.stats.OpenCounts;
import io.github.postmarkspring.client.stats.OutboundStats;
import io.github.postmarkspring.client.stats.PlatformCounts;
import io.github.postmarkspring.client.stats.SendCounts;
import io.github.postmarkspring.client.stats.SpamCounts;
import io.github.postmarkspring.client.stats.Statistics;
import io.github.postmarkspring.client.stats.StatsQuery;
import io.github.postmarkspring.client.stats.StatsSeries;
import io.github.postmarkspring.client.stats.TrackedCounts;
import io.github.postmarkspring.emulator.bounce.BounceType;
import io.github.postmarkspring.emulator.tracking.Visitor;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The overview and the eleven series, counted from what happened.
 */
class StatisticsRoundTrip implements RoundTrip {

	private static final StatsQuery QUERY = StatsQuery.create().tag("order").messageStream("outbound");

	private static final Visitor VISITOR = new Visitor("Mozilla/5.0", Map.of("Name", "Chrome", "Family", "Chrome"),
			Map.of("Name", "Linux"), "Desktop", Map.of());

	@Override
	public void run(Clients clients) {
		String id = clients.send("ann@mail.example");
		clients.emulator().control().open(id, "ann@mail.example", VISITOR);
		clients.emulator().control().click(id, "ann@mail.example", "https://shop.example/42", true, VISITOR);
		clients.send("HardBounce@bounce-testing.postmarkapp.com");
		clients.emulator()
			.control()
			.bounce(clients.send("eve@mail.example"), "eve@mail.example", BounceType.SPAM_COMPLAINT);
		Statistics stats = clients.server().stats();
		OutboundStats overview = stats.overview(QUERY);
		clients.wire().asked("GET /stats/outbound", "/stats/outbound?tag=order&messagestream=outbound");
		clients.wire().answered("GET /stats/outbound", """
				{ "Sent": 3, "Bounced": 1, "SMTPApiErrors": 0, "BounceRate": 33.333, "SpamComplaints": 1,
				  "SpamComplaintsRate": 33.333, "Opens": 1, "UniqueOpens": 1, "Tracked": 3, "WithLinkTracking": 3,
				  "WithOpenTracking": 3, "TotalTrackedLinksSent": 3, "UniqueLinksClicked": 1, "TotalClicks": 1,
				  "WithClientRecorded": 1, "WithPlatformRecorded": 1 }""");
		assertThat(overview.sent()).isEqualTo(3);
		assertThat(overview.spamComplaints()).isEqualTo(1);
		StatsSeries<SendCounts> sends = stats.sends(QUERY);
		clients.wire().answered("GET /stats/outbound/sends", """
				{ "Days": [ { "Date": "<any>", "Sent": 3 } ], "Sent": 3 }""");
		assertThat(sends.total()).isEqualTo(new SendCounts(3));
		assertThat(sends.days()).singleElement().satisfies((day) -> assertThat(day.counts().sent()).isEqualTo(3));
		ofTheRest(stats, clients.wire());
	}

	private static void ofTheRest(Statistics stats, Wire wire) {
		assertThat(stats.bounces(QUERY).total()).isEqualTo(new BounceCounts(1, 0, 0, 0));
		assertThat(stats.spamComplaints(QUERY).total()).isEqualTo(new SpamCounts(1));
		assertThat(stats.tracked(QUERY).total()).isEqualTo(new TrackedCounts(3));
		assertThat(stats.opens(QUERY).total()).isEqualTo(new OpenCounts(1, 1));
		assertThat(stats.openPlatforms(QUERY).total()).isEqualTo(new PlatformCounts(1, 0, 0, 0));
		assertThat(stats.openEmailClients(QUERY).total()).isEqualTo(Map.of("Chrome", 1L));
		wire.answered("GET /stats/outbound/opens/emailclients", """
				{ "Days": [ { "Date": "<any>", "Chrome": 1 } ], "Chrome": 1 }""");
		assertThat(stats.clicks(QUERY).total()).isEqualTo(new ClickCounts(1, 1));
		assertThat(stats.clickBrowserFamilies(QUERY).total()).isEqualTo(Map.of("Chrome", 1L));
		assertThat(stats.clickPlatforms(QUERY).total()).isEqualTo(new PlatformCounts(1, 0, 0, 0));
		assertThat(stats.clickLocations(QUERY).total()).isEqualTo(new ClickLocationCounts(1, 0));
	}

}

package io.github.postmarkspring.client.stats;

import java.util.Map;
import java.util.function.BiFunction;

import io.github.postmarkspring.client.ResourceTests;
import io.github.postmarkspring.client.stats.StatsSeries.Day;
import io.github.postmarkspring.client.time.EasternDate;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class StatisticsTests extends ResourceTests {

	private static final EasternDate DAY = EasternDate.of(2026, 11, 1);

	@Test
	void everythingIsCounted() {
		answers("""
				{ "Sent": 615, "Bounced": 64, "SMTPApiErrors": 25, "BounceRate": 10.406, "SpamComplaints": 10,
				  "SpamComplaintsRate": 1.626, "Opens": 166, "UniqueOpens": 26, "Tracked": 111, "WithLinkTracking": 61,
				  "WithOpenTracking": 50, "TotalTrackedLinksSent": 60, "UniqueLinksClicked": 30, "TotalClicks": 72,
				  "WithClientRecorded": 14, "WithPlatformRecorded": 10 }""");
		OutboundStats stats = this.client.stats()
			.overview(
					StatsQuery.create().tag("a&b").from(DAY).to(EasternDate.of(2026, 11, 2)).messageStream("outbound"));
		requested("GET /stats/outbound?tag=a%26b&fromdate=2026-11-01&todate=2026-11-02&messagestream=outbound");
		assertThat(stats)
			.isEqualTo(new OutboundStats(615, 64, 25, 10.406, 10, 1.626, 166, 26, 111, 61, 50, 60, 30, 72, 14, 10, 0));
	}

	@Test
	void whatIsLeftOutIsZero() {
		answers("{}");
		assertThat(this.client.stats().overview(StatsQuery.create()))
			.isEqualTo(new OutboundStats(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0));
		requested("GET /stats/outbound");
		assertThat(this.client.stats().bounces(StatsQuery.create()).total()).isEqualTo(new BounceCounts(0, 0, 0, 0));
	}

	@Test
	void eachSeriesCountsItsOwn() {
		series("/sends", "{ \"Date\": \"2026-11-01\", \"Sent\": 12 }", "\"Sent\": 12", Statistics::sends,
				new SendCounts(12));
		series("/bounces",
				"{ \"Date\": \"2026-11-01\", \"HardBounce\": 1, \"SoftBounce\": 2, \"SMTPApiError\": 3, \"Transient\": 4 }",
				"\"HardBounce\": \"1\", \"SoftBounce\": 2, \"SMTPApiError\": 3, \"Transient\": 4", Statistics::bounces,
				new BounceCounts(1, 2, 3, 4));
		series("/spam", "{ \"Date\": \"2026-11-01\", \"SpamComplaint\": 5 }", "\"SpamComplaint\": 5",
				Statistics::spamComplaints, new SpamCounts(5));
		series("/tracked", "{ \"Date\": \"2026-11-01\", \"Tracked\": 6 }", "\"Tracked\": 6", Statistics::tracked,
				new TrackedCounts(6));
		series("/opens", "{ \"Date\": \"2026-11-01\", \"Opens\": 7, \"Unique\": 5 }", "\"Opens\": 7, \"Unique\": 5",
				Statistics::opens, new OpenCounts(7, 5));
		series("/opens/platforms",
				"{ \"Date\": \"2026-11-01\", \"Desktop\": 1, \"Mobile\": 2, \"WebMail\": 3, \"Unknown\": 4 }",
				"\"Desktop\": 1, \"Mobile\": 2, \"WebMail\": 3, \"Unknown\": 4", Statistics::openPlatforms,
				new PlatformCounts(1, 2, 3, 4));
		series("/opens/emailclients", "{ \"Date\": \"2026-11-01\", \"Apple Mail\": 1 }", "\"Apple Mail\": 1",
				Statistics::openEmailClients, Map.of("Apple Mail", 1L));
		series("/clicks", "{ \"Date\": \"2026-11-01\", \"Clicks\": 8, \"Unique\": 6 }", "\"Clicks\": 8, \"Unique\": 6",
				Statistics::clicks, new ClickCounts(8, 6));
		series("/clicks/browserfamilies", "{ \"Date\": \"2026-11-01\", \"Firefox\": 2 }", "\"Firefox\": 2",
				Statistics::clickBrowserFamilies, Map.of("Firefox", 2L));
		series("/clicks/platforms", "{ \"Date\": \"2026-11-01\", \"Desktop\": 1 }", "\"Desktop\": 1",
				Statistics::clickPlatforms, new PlatformCounts(1, 0, 0, 0));
		series("/clicks/location", "{ \"Date\": \"2026-11-01\", \"HTML\": 3, \"Text\": 1 }", "\"HTML\": 3, \"Text\": 1",
				Statistics::clickLocations, new ClickLocationCounts(3, 1));
	}

	private <C> void series(String path, String day, String total,
			BiFunction<Statistics, StatsQuery, StatsSeries<C>> call, C expected) {
		answers("{ \"Days\": [ " + day + " ], " + total + " }");
		StatsSeries<C> series = call.apply(this.client.stats(), StatsQuery.create().from(DAY));
		requested("GET /stats/outbound" + path + "?fromdate=2026-11-01");
		assertThat(series.total()).isEqualTo(expected);
		assertThat(series.days()).containsExactly(new Day<>(DAY, expected));
	}

}

package io.github.postmarkspring.client.stats;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * What was sent and what became of it. A message to three recipients counts three times.
 * What Postmark leaves out is 0.
 *
 * @param sent messages sent
 * @param bounced messages that bounced
 * @param smtpApiErrors messages refused that were sent by SMTP
 * @param bounceRate how many bounced, in percent
 * @param spamComplaints complaints
 * @param spamComplaintsRate how many complained, in percent
 * @param opens opens
 * @param uniqueOpens opens, one for each recipient of a message
 * @param tracked messages that were tracked
 * @param withLinkTracking messages whose links were tracked
 * @param withOpenTracking messages whose opens were tracked
 * @param totalTrackedLinksSent links that were tracked
 * @param uniqueLinksClicked links that were clicked, one for each recipient
 * @param totalClicks clicks
 * @param withClientRecorded opens whose program is known
 * @param withPlatformRecorded opens whose kind of device is known
 * @param withReadTimeRecorded opens whose reading time is known
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/stats-api">Postmark: Stats API</a>
 */
public record OutboundStats(long sent, long bounced, long smtpApiErrors, double bounceRate, long spamComplaints,
		double spamComplaintsRate, long opens, long uniqueOpens, long tracked, long withLinkTracking,
		long withOpenTracking, long totalTrackedLinksSent, long uniqueLinksClicked, long totalClicks,
		long withClientRecorded, long withPlatformRecorded, long withReadTimeRecorded) {

	@JsonCreator
	static OutboundStats read(@JsonProperty("Sent") @Nullable Long sent,
			@JsonProperty("Bounced") @Nullable Long bounced,
			@JsonProperty("SMTPApiErrors") @Nullable Long smtpApiErrors,
			@JsonProperty("BounceRate") @Nullable Double bounceRate,
			@JsonProperty("SpamComplaints") @Nullable Long spamComplaints,
			@JsonProperty("SpamComplaintsRate") @Nullable Double spamComplaintsRate,
			@JsonProperty("Opens") @Nullable Long opens, @JsonProperty("UniqueOpens") @Nullable Long uniqueOpens,
			@JsonProperty("Tracked") @Nullable Long tracked,
			@JsonProperty("WithLinkTracking") @Nullable Long withLinkTracking,
			@JsonProperty("WithOpenTracking") @Nullable Long withOpenTracking,
			@JsonProperty("TotalTrackedLinksSent") @Nullable Long totalTrackedLinksSent,
			@JsonProperty("UniqueLinksClicked") @Nullable Long uniqueLinksClicked,
			@JsonProperty("TotalClicks") @Nullable Long totalClicks,
			@JsonProperty("WithClientRecorded") @Nullable Long withClientRecorded,
			@JsonProperty("WithPlatformRecorded") @Nullable Long withPlatformRecorded,
			@JsonProperty("WithReadTimeRecorded") @Nullable Long withReadTimeRecorded) {
		return new OutboundStats(Counts.orZero(sent), Counts.orZero(bounced), Counts.orZero(smtpApiErrors),
				Counts.orZero(bounceRate), Counts.orZero(spamComplaints), Counts.orZero(spamComplaintsRate),
				Counts.orZero(opens), Counts.orZero(uniqueOpens), Counts.orZero(tracked),
				Counts.orZero(withLinkTracking), Counts.orZero(withOpenTracking), Counts.orZero(totalTrackedLinksSent),
				Counts.orZero(uniqueLinksClicked), Counts.orZero(totalClicks), Counts.orZero(withClientRecorded),
				Counts.orZero(withPlatformRecorded), Counts.orZero(withReadTimeRecorded));
	}

}

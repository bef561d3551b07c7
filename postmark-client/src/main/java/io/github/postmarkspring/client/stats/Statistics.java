package io.github.postmarkspring.client.stats;

import java.util.Map;

import io.github.postmarkspring.client.error.PostmarkException;

import org.springframework.web.service.annotation.GetExchange;

/**
 * What a server sent, and what became of it, counted.
 *
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/stats-api">Postmark: Stats API</a>
 */
public interface Statistics {

	/**
	 * Count everything.
	 * @param query what to count
	 * @return the counts
	 * @throws IllegalArgumentException if the query cannot be asked
	 * @throws PostmarkException if Postmark refuses or cannot be reached
	 */
	@GetExchange("/stats/outbound")
	OutboundStats overview(StatsQuery query);

	/**
	 * Count the messages sent.
	 * @param query what to count
	 * @return the counts, day by day and in all
	 * @throws IllegalArgumentException if the query cannot be asked
	 * @throws PostmarkException if Postmark refuses or cannot be reached
	 */
	@GetExchange("/stats/outbound/sends")
	StatsSeries<SendCounts> sends(StatsQuery query);

	/**
	 * Count the bounces.
	 * @param query what to count
	 * @return the counts, day by day and in all
	 * @throws IllegalArgumentException if the query cannot be asked
	 * @throws PostmarkException if Postmark refuses or cannot be reached
	 */
	@GetExchange("/stats/outbound/bounces")
	StatsSeries<BounceCounts> bounces(StatsQuery query);

	/**
	 * Count the complaints.
	 * @param query what to count
	 * @return the counts, day by day and in all
	 * @throws IllegalArgumentException if the query cannot be asked
	 * @throws PostmarkException if Postmark refuses or cannot be reached
	 */
	@GetExchange("/stats/outbound/spam")
	StatsSeries<SpamCounts> spamComplaints(StatsQuery query);

	/**
	 * Count the messages that were tracked.
	 * @param query what to count
	 * @return the counts, day by day and in all
	 * @throws IllegalArgumentException if the query cannot be asked
	 * @throws PostmarkException if Postmark refuses or cannot be reached
	 */
	@GetExchange("/stats/outbound/tracked")
	StatsSeries<TrackedCounts> tracked(StatsQuery query);

	/**
	 * Count the opens.
	 * @param query what to count
	 * @return the counts, day by day and in all
	 * @throws IllegalArgumentException if the query cannot be asked
	 * @throws PostmarkException if Postmark refuses or cannot be reached
	 */
	@GetExchange("/stats/outbound/opens")
	StatsSeries<OpenCounts> opens(StatsQuery query);

	/**
	 * Count the opens by kind of device.
	 * @param query what to count
	 * @return the counts, day by day and in all
	 * @throws IllegalArgumentException if the query cannot be asked
	 * @throws PostmarkException if Postmark refuses or cannot be reached
	 */
	@GetExchange("/stats/outbound/opens/platforms")
	StatsSeries<PlatformCounts> openPlatforms(StatsQuery query);

	/**
	 * Count the opens by program.
	 * @param query what to count
	 * @return the counts, day by day and in all
	 * @throws IllegalArgumentException if the query cannot be asked
	 * @throws PostmarkException if Postmark refuses or cannot be reached
	 */
	@GetExchange("/stats/outbound/opens/emailclients")
	StatsSeries<Map<String, Long>> openEmailClients(StatsQuery query);

	/**
	 * Count the clicks.
	 * @param query what to count
	 * @return the counts, day by day and in all
	 * @throws IllegalArgumentException if the query cannot be asked
	 * @throws PostmarkException if Postmark refuses or cannot be reached
	 */
	@GetExchange("/stats/outbound/clicks")
	StatsSeries<ClickCounts> clicks(StatsQuery query);

	/**
	 * Count the clicks by family of browser.
	 * @param query what to count
	 * @return the counts, day by day and in all
	 * @throws IllegalArgumentException if the query cannot be asked
	 * @throws PostmarkException if Postmark refuses or cannot be reached
	 */
	@GetExchange("/stats/outbound/clicks/browserfamilies")
	StatsSeries<Map<String, Long>> clickBrowserFamilies(StatsQuery query);

	/**
	 * Count the clicks by kind of device.
	 * @param query what to count
	 * @return the counts, day by day and in all
	 * @throws IllegalArgumentException if the query cannot be asked
	 * @throws PostmarkException if Postmark refuses or cannot be reached
	 */
	@GetExchange("/stats/outbound/clicks/platforms")
	StatsSeries<PlatformCounts> clickPlatforms(StatsQuery query);

	/**
	 * Count the clicks by body.
	 * @param query what to count
	 * @return the counts, day by day and in all
	 * @throws IllegalArgumentException if the query cannot be asked
	 * @throws PostmarkException if Postmark refuses or cannot be reached
	 */
	@GetExchange("/stats/outbound/clicks/location")
	StatsSeries<ClickLocationCounts> clickLocations(StatsQuery query);

}

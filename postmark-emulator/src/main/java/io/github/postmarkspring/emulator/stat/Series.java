package io.github.postmarkspring.emulator.stat;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The series of numbers that Postmark keeps, and one for what only the overview shows.
 *
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/stats-api">Stats API</a>
 */
public enum Series {

	/**
	 * What only the overview shows.
	 */
	OVERVIEW(null),

	/**
	 * Recipients that were sent to.
	 */
	SENDS("sends", "Sent"),

	/**
	 * Bounces.
	 */
	BOUNCES("bounces", "HardBounce", "SoftBounce", "SMTPApiError", "Transient"),

	/**
	 * Complaints.
	 */
	SPAM("spam", "SpamComplaint"),

	/**
	 * Recipients whose opens or clicks are tracked.
	 */
	TRACKED("tracked", "Tracked"),

	/**
	 * Opens.
	 */
	OPENS("opens", "Opens", "Unique"),

	/**
	 * Where mail was opened.
	 */
	OPEN_PLATFORMS("opens/platforms", "Desktop", "Mobile", "WebMail", "Unknown"),

	/**
	 * What mail was opened with.
	 */
	OPEN_CLIENTS("opens/emailclients"),

	/**
	 * Clicks.
	 */
	CLICKS("clicks", "Clicks", "Unique"),

	/**
	 * The browsers in which links were opened.
	 */
	CLICK_BROWSERS("clicks/browserfamilies"),

	/**
	 * Where links were opened.
	 */
	CLICK_PLATFORMS("clicks/platforms", "Desktop", "Mobile", "Unknown"),

	/**
	 * Which part of a message was clicked in.
	 */
	CLICK_LOCATIONS("clicks/location", "HTML", "Text");

	private final @Nullable String path;

	private final List<String> keys;

	Series(@Nullable String path, String... keys) {
		this.path = path;
		this.keys = List.of(keys);
	}

	@Nullable String path() {
		return this.path;
	}

	/**
	 * Returns the names that are always there; none if the names are those of products.
	 */
	List<String> keys() {
		return this.keys;
	}

}

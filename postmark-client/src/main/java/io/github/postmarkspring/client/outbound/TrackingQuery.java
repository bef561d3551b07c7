package io.github.postmarkspring.client.outbound;

import java.util.Map;

import io.github.postmarkspring.client.page.PagedQuery;

/**
 * Which opens or clicks to look for. Unless a message stream is named, Postmark looks in
 * {@code outbound} only. It lets one read the first 10,000 rows.
 *
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/messages-api">Postmark: Messages
 * API</a>
 */
public final class TrackingQuery extends PagedQuery<TrackingQuery> {

	private TrackingQuery(Map<String, String> parameters) {
		super(parameters);
	}

	/**
	 * Create a query.
	 * @return a query for the first 500
	 */
	public static TrackingQuery create() {
		return new TrackingQuery(firstPage());
	}

	@Override
	protected TrackingQuery with(Map<String, String> parameters) {
		return new TrackingQuery(parameters);
	}

	@Override
	protected boolean isLimited() {
		return true;
	}

	/**
	 * Look for those of an address.
	 * @param recipient the address
	 * @return a new query
	 * @throws IllegalArgumentException if the text is blank
	 */
	public TrackingQuery recipient(String recipient) {
		return parameter("recipient", recipient);
	}

	/**
	 * Look for those in messages with a tag.
	 * @param tag the tag
	 * @return a new query
	 * @throws IllegalArgumentException if the text is blank
	 */
	public TrackingQuery tag(String tag) {
		return parameter("tag", tag);
	}

	/**
	 * Look for those by a program.
	 * @param clientName the name of the program
	 * @return a new query
	 * @throws IllegalArgumentException if the text is blank
	 */
	public TrackingQuery clientName(String clientName) {
		return parameter("client_name", clientName);
	}

	/**
	 * Look for those by the programs of a company.
	 * @param clientCompany the name of the company
	 * @return a new query
	 * @throws IllegalArgumentException if the text is blank
	 */
	public TrackingQuery clientCompany(String clientCompany) {
		return parameter("client_company", clientCompany);
	}

	/**
	 * Look for those by a family of programs.
	 * @param clientFamily the name of the family
	 * @return a new query
	 * @throws IllegalArgumentException if the text is blank
	 */
	public TrackingQuery clientFamily(String clientFamily) {
		return parameter("client_family", clientFamily);
	}

	/**
	 * Look for those on a system.
	 * @param osName the name of the system
	 * @return a new query
	 * @throws IllegalArgumentException if the text is blank
	 */
	public TrackingQuery osName(String osName) {
		return parameter("os_name", osName);
	}

	/**
	 * Look for those on the systems of a company.
	 * @param osCompany the name of the company
	 * @return a new query
	 * @throws IllegalArgumentException if the text is blank
	 */
	public TrackingQuery osCompany(String osCompany) {
		return parameter("os_company", osCompany);
	}

	/**
	 * Look for those on a family of systems.
	 * @param osFamily the name of the family
	 * @return a new query
	 * @throws IllegalArgumentException if the text is blank
	 */
	public TrackingQuery osFamily(String osFamily) {
		return parameter("os_family", osFamily);
	}

	/**
	 * Look for those on a kind of device.
	 * @param platform the kind of device
	 * @return a new query
	 */
	public TrackingQuery platform(Platform platform) {
		return parameter("platform", platform.toString());
	}

	/**
	 * Look for those in a country.
	 * @param country the name of the country
	 * @return a new query
	 * @throws IllegalArgumentException if the text is blank
	 */
	public TrackingQuery country(String country) {
		return parameter("country", country);
	}

	/**
	 * Look for those in a region.
	 * @param region the name of the region
	 * @return a new query
	 * @throws IllegalArgumentException if the text is blank
	 */
	public TrackingQuery region(String region) {
		return parameter("region", region);
	}

	/**
	 * Look for those in a city.
	 * @param city the name of the city
	 * @return a new query
	 * @throws IllegalArgumentException if the text is blank
	 */
	public TrackingQuery city(String city) {
		return parameter("city", city);
	}

	/**
	 * Look for those of a message stream.
	 * @param messageStream the id of the stream
	 * @return a new query
	 * @throws IllegalArgumentException if the text is blank
	 */
	public TrackingQuery messageStream(String messageStream) {
		return parameter("messagestream", messageStream);
	}

}

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
	 * @param recipient those of an address
	 * @return a new query
	 * @throws IllegalArgumentException if the text is blank
	 */
	public TrackingQuery recipient(String recipient) {
		return parameter("recipient", recipient);
	}

	/**
	 * Look for those in messages with a tag.
	 * @param tag those in messages with a tag
	 * @return a new query
	 * @throws IllegalArgumentException if the text is blank
	 */
	public TrackingQuery tag(String tag) {
		return parameter("tag", tag);
	}

	/**
	 * Look for those by a program.
	 * @param clientName those by a program
	 * @return a new query
	 * @throws IllegalArgumentException if the text is blank
	 */
	public TrackingQuery clientName(String clientName) {
		return parameter("client_name", clientName);
	}

	/**
	 * Look for those by the programs of a company.
	 * @param clientCompany those by the programs of a company
	 * @return a new query
	 * @throws IllegalArgumentException if the text is blank
	 */
	public TrackingQuery clientCompany(String clientCompany) {
		return parameter("client_company", clientCompany);
	}

	/**
	 * Look for those by a family of programs.
	 * @param clientFamily those by a family of programs
	 * @return a new query
	 * @throws IllegalArgumentException if the text is blank
	 */
	public TrackingQuery clientFamily(String clientFamily) {
		return parameter("client_family", clientFamily);
	}

	/**
	 * Look for those on a system.
	 * @param osName those on a system
	 * @return a new query
	 * @throws IllegalArgumentException if the text is blank
	 */
	public TrackingQuery osName(String osName) {
		return parameter("os_name", osName);
	}

	/**
	 * Look for those on the systems of a company.
	 * @param osCompany those on the systems of a company
	 * @return a new query
	 * @throws IllegalArgumentException if the text is blank
	 */
	public TrackingQuery osCompany(String osCompany) {
		return parameter("os_company", osCompany);
	}

	/**
	 * Look for those on a family of systems.
	 * @param osFamily those on a family of systems
	 * @return a new query
	 * @throws IllegalArgumentException if the text is blank
	 */
	public TrackingQuery osFamily(String osFamily) {
		return parameter("os_family", osFamily);
	}

	/**
	 * Look for those on a kind of device.
	 * @param platform those on a kind of device
	 * @return a new query
	 */
	public TrackingQuery platform(Platform platform) {
		return parameter("platform", platform.toString());
	}

	/**
	 * Look for those in a country.
	 * @param country those in a country
	 * @return a new query
	 * @throws IllegalArgumentException if the text is blank
	 */
	public TrackingQuery country(String country) {
		return parameter("country", country);
	}

	/**
	 * Look for those in a region.
	 * @param region those in a region
	 * @return a new query
	 * @throws IllegalArgumentException if the text is blank
	 */
	public TrackingQuery region(String region) {
		return parameter("region", region);
	}

	/**
	 * Look for those in a city.
	 * @param city those in a city
	 * @return a new query
	 * @throws IllegalArgumentException if the text is blank
	 */
	public TrackingQuery city(String city) {
		return parameter("city", city);
	}

	/**
	 * Look for those of a message stream.
	 * @param messageStream those of a message stream
	 * @return a new query
	 * @throws IllegalArgumentException if the text is blank
	 */
	public TrackingQuery messageStream(String messageStream) {
		return parameter("messagestream", messageStream);
	}

}

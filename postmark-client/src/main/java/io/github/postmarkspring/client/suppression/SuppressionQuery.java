package io.github.postmarkspring.client.suppression;

import java.util.Map;

import io.github.postmarkspring.client.http.Query;
import io.github.postmarkspring.client.message.EmailAddress;
import io.github.postmarkspring.client.time.EasternDate;

/**
 * Which suppressions to look for.
 *
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/suppressions-api">Postmark:
 * Suppressions API</a>
 */
public final class SuppressionQuery extends Query<SuppressionQuery> {

	private SuppressionQuery(Map<String, String> parameters) {
		super(parameters);
	}

	/**
	 * Create a query.
	 * @return a query for all suppressions
	 */
	public static SuppressionQuery create() {
		return new SuppressionQuery(Map.of());
	}

	@Override
	protected SuppressionQuery with(Map<String, String> parameters) {
		return new SuppressionQuery(parameters);
	}

	/**
	 * Look for suppressions for a reason.
	 * @param reason the reason
	 * @return a new query
	 */
	public SuppressionQuery reason(SuppressionReason reason) {
		return parameter("SuppressionReason", reason.toString());
	}

	/**
	 * Look for suppressions of an origin.
	 * @param origin the origin
	 * @return a new query
	 */
	public SuppressionQuery origin(SuppressionOrigin origin) {
		return parameter("Origin", origin.toString());
	}

	/**
	 * Look for suppressions of a day or after it.
	 * @param from the first day
	 * @return a new query
	 */
	public SuppressionQuery from(EasternDate from) {
		return parameter("fromdate", from.toString());
	}

	/**
	 * Look for suppressions of a day or before it.
	 * @param to the last day
	 * @return a new query
	 */
	public SuppressionQuery to(EasternDate to) {
		return parameter("todate", to.toString());
	}

	/**
	 * Look for the suppression of an address.
	 * @param emailAddress the address
	 * @return a new query
	 * @throws IllegalArgumentException if the text is blank
	 */
	public SuppressionQuery emailAddress(String emailAddress) {
		return parameter("EmailAddress", emailAddress);
	}

}

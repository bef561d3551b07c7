package io.github.postmarkspring.client.domain;

import java.util.Map;

import io.github.postmarkspring.client.http.JsonRequest;

/**
 * What to change of a domain.
 *
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/domains-api">Postmark: Domains
 * API</a>
 */
public final class DomainChange extends JsonRequest<DomainChange> {

	private DomainChange(Map<String, Object> fields) {
		super(fields);
	}

	/**
	 * Change the domain that bounces come back to.
	 * @param returnPathDomain the domain, below the domain itself; empty for none
	 * @return the request
	 */
	public static DomainChange returnPath(String returnPathDomain) {
		return new DomainChange(Map.of()).field("ReturnPathDomain", returnPathDomain);
	}

	@Override
	protected DomainChange with(Map<String, Object> fields) {
		return new DomainChange(fields);
	}

}

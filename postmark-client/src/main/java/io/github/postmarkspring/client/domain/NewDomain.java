package io.github.postmarkspring.client.domain;

import java.util.Map;

import io.github.postmarkspring.client.http.JsonRequest;

/**
 * A domain to create.
 *
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/domains-api">Postmark: Domains
 * API</a>
 */
public final class NewDomain extends JsonRequest<NewDomain> {

	private NewDomain(Map<String, Object> fields) {
		super(fields);
	}

	/**
	 * Create a domain.
	 * @param name the domain, up to 255 characters
	 * @return the request
	 * @throws IllegalArgumentException if a text is blank
	 */
	public static NewDomain named(String name) {
		return new NewDomain(Map.of()).field("Name", required("name", name));
	}

	@Override
	protected NewDomain with(Map<String, Object> fields) {
		return new NewDomain(fields);
	}

	/**
	 * Set the domain that bounces come back to, below the domain itself.
	 * @param returnPathDomain the domain that bounces come back to
	 * @return a new request
	 */
	public NewDomain returnPathDomain(String returnPathDomain) {
		return field("ReturnPathDomain", returnPathDomain);
	}

}

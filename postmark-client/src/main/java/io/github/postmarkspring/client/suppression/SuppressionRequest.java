package io.github.postmarkspring.client.suppression;

import java.util.List;
import java.util.Map;

import io.github.postmarkspring.client.http.JsonRequest;
import io.github.postmarkspring.client.message.EmailAddress;

import org.springframework.util.Assert;

/**
 * Addresses to suppress, or to suppress no longer.
 *
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/suppressions-api">Postmark:
 * Suppressions API</a>
 */
public final class SuppressionRequest extends JsonRequest<SuppressionRequest> {

	private SuppressionRequest(Map<String, Object> fields) {
		super(fields);
	}

	@Override
	protected SuppressionRequest with(Map<String, Object> fields) {
		return new SuppressionRequest(fields);
	}

	/**
	 * Name addresses.
	 * @param addresses the addresses, 1 to 50
	 * @return the request
	 * @throws IllegalArgumentException if there are none, too many, or one is blank
	 */
	public static SuppressionRequest of(List<String> addresses) {
		Assert.isTrue(!addresses.isEmpty() && addresses.size() <= 50,
				() -> "'addresses' must be 1 to 50, not " + addresses.size());
		return new SuppressionRequest(Map.of()).field("Suppressions",
				addresses.stream().map((address) -> Map.of("EmailAddress", required("addresses", address))).toList());
	}

	/**
	 * Name addresses.
	 * @param addresses the addresses, 1 to 50
	 * @return the request
	 * @throws IllegalArgumentException if there are none, too many, or one is blank
	 */
	public static SuppressionRequest of(String... addresses) {
		return of(List.of(addresses));
	}

}

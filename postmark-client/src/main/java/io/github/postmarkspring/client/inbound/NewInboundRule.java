package io.github.postmarkspring.client.inbound;

import java.util.Map;

import io.github.postmarkspring.client.http.JsonRequest;

/**
 * A rule to create.
 *
 * @since 0.1.0
 * @see <a href=
 * "https://postmarkapp.com/developer/api/inbound-rules-triggers-api">Postmark: Inbound
 * Rules API</a>
 */
public final class NewInboundRule extends JsonRequest<NewInboundRule> {

	private NewInboundRule(Map<String, Object> fields) {
		super(fields);
	}

	/**
	 * Block an address or a domain.
	 * @param rule an address or a domain
	 * @return the request
	 * @throws IllegalArgumentException if a text is blank
	 */
	public static NewInboundRule of(String rule) {
		return new NewInboundRule(Map.of()).field("Rule", required("rule", rule));
	}

	@Override
	protected NewInboundRule with(Map<String, Object> fields) {
		return new NewInboundRule(fields);
	}

}

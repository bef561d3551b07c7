package io.github.postmarkspring.client.server;

import java.util.Map;

/**
 * A server to create.
 *
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/servers-api">Postmark: Servers
 * API</a>
 */
public final class NewServer extends ServerSettings<NewServer> {

	private NewServer(Map<String, Object> fields) {
		super(fields);
	}

	/**
	 * Create a server.
	 * @param name the name, unique in the account
	 * @return the request
	 * @throws IllegalArgumentException if a text is blank
	 */
	public static NewServer named(String name) {
		return new NewServer(Map.of()).field("Name", required("name", name));
	}

	@Override
	protected NewServer with(Map<String, Object> fields) {
		return new NewServer(fields);
	}

	/**
	 * Set whether it delivers; it does unless told otherwise, and this cannot be changed
	 * later.
	 * @param deliveryType whether it delivers
	 * @return a new request
	 */
	public NewServer deliveryType(DeliveryType deliveryType) {
		return field("DeliveryType", deliveryType);
	}

}

package io.github.postmarkspring.sample.admin;

import io.github.postmarkspring.client.server.DeliveryType;
import io.github.postmarkspring.client.server.Server;
import org.jspecify.annotations.Nullable;

/**
 * What a page may show of a server. Its tokens are not among it.
 *
 * @param id the id
 * @param name the name
 * @param deliveryType whether it sends or is a sandbox
 * @param inboundAddress where mail to it comes in
 */
record ServerRow(long id, @Nullable String name, @Nullable DeliveryType deliveryType, @Nullable String inboundAddress) {

	static ServerRow of(Server server) {
		return new ServerRow(server.id(), server.name(), server.deliveryType(), server.inboundAddress());
	}

}

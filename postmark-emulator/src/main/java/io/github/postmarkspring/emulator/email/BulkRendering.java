package io.github.postmarkspring.emulator.email;

import io.github.postmarkspring.emulator.http.ApiException;
import io.github.postmarkspring.emulator.server.EmulatedServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes the subject and the bodies of one message of a bulk request.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface BulkRendering {

	/**
	 * Renders a message in place.
	 * @param server the server that sends
	 * @param email the message, in the form of {@code POST /email}, but with the fields
	 * of the bulk request that it does not have
	 * @param model the {@code TemplateModel} of the entry, an empty object if there is
	 * none
	 * @throws ApiException if it cannot be rendered
	 */
	void render(EmulatedServer server, ObjectNode email, JsonNode model);

}

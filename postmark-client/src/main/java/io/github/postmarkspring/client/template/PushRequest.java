package io.github.postmarkspring.client.template;

import java.util.Map;

import io.github.postmarkspring.client.http.JsonRequest;

/**
 * A push of templates from one server to another.
 *
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/templates-api">Postmark: Templates
 * API</a>
 */
public final class PushRequest extends JsonRequest<PushRequest> {

	private PushRequest(Map<String, Object> fields) {
		super(fields);
	}

	/**
	 * Ask what a push would do.
	 * @param sourceServerId the id of the server that has the templates
	 * @param destinationServerId the id of the server that gets them
	 * @return the request
	 */
	public static PushRequest dryRun(long sourceServerId, long destinationServerId) {
		return new PushRequest(Map.of()).field("SourceServerID", sourceServerId)
			.field("DestinationServerID", destinationServerId)
			.field("PerformChanges", false);
	}

	/**
	 * Push.
	 * @param sourceServerId the id of the server that has the templates
	 * @param destinationServerId the id of the server that gets them
	 * @return the request
	 */
	public static PushRequest perform(long sourceServerId, long destinationServerId) {
		return new PushRequest(Map.of()).field("SourceServerID", sourceServerId)
			.field("DestinationServerID", destinationServerId)
			.field("PerformChanges", true);
	}

	@Override
	protected PushRequest with(Map<String, Object> fields) {
		return new PushRequest(fields);
	}

}

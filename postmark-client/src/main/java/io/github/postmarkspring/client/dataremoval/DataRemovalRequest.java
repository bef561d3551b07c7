package io.github.postmarkspring.client.dataremoval;

import java.util.Map;

import io.github.postmarkspring.client.http.JsonRequest;

/**
 * A removal to ask for.
 *
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/data-removals-api">Postmark: Data
 * Removals API</a>
 */
public final class DataRemovalRequest extends JsonRequest<DataRemovalRequest> {

	private DataRemovalRequest(Map<String, Object> fields) {
		super(fields);
	}

	/**
	 * Ask for the removal of what Postmark knows of a recipient.
	 * @param requestedBy the address of who asks, a member of the account
	 * @param requestedFor the address of the recipient
	 * @param notifyWhenCompleted whether who asks gets mail when it is done
	 * @return the request
	 * @throws IllegalArgumentException if a text is blank
	 */
	public static DataRemovalRequest of(String requestedBy, String requestedFor, boolean notifyWhenCompleted) {
		return new DataRemovalRequest(Map.of()).field("RequestedBy", required("requestedBy", requestedBy))
			.field("RequestedFor", required("requestedFor", requestedFor))
			.field("NotifyWhenCompleted", notifyWhenCompleted);
	}

	@Override
	protected DataRemovalRequest with(Map<String, Object> fields) {
		return new DataRemovalRequest(fields);
	}

}

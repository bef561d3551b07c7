package io.github.postmarkspring.client.error;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatusCode;

/**
 * The message is well formed but this sender, server or account may not send it, until
 * somebody changes that at Postmark: the {@code From} address is not confirmed (400,
 * 401), the account is out of credits (405), pending approval (412) or not approved
 * (413), the server or account is not valid (422), or the caller's IP address is not
 * allowed (1480, or HTTP 403).
 *
 * @since 0.1.0
 */
public class SendingNotAllowedException extends PostmarkApiException {

	private static final String ADDRESS_ADVICE = " (if there is an IP allow list at Postmark, it has to have the "
			+ "address that this application's requests come from: add it there, or send through a proxy with a "
			+ "fixed address that is on the list)";

	/**
	 * Create a new exception.
	 * @param status the HTTP status of the answer, or {@code null} for one message of a
	 * batch
	 * @param errorCode the {@code ErrorCode} of the answer, or 0 if it had none
	 * @param apiMessage the {@code Message} of the answer
	 */
	public SendingNotAllowedException(@Nullable HttpStatusCode status, int errorCode, String apiMessage) {
		super(status, errorCode, apiMessage);
	}

	/**
	 * Return what Postmark refused, and what to do if it was the caller's IP address.
	 */
	@Override
	public String getMessage() {
		return (errorCode() == 1480 || errorCode() == 0) ? super.getMessage() + ADDRESS_ADVICE
				: String.valueOf(super.getMessage());
	}

}

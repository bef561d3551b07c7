package io.github.postmarkspring.boot.autoconfigure.logging;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import io.github.postmarkspring.client.error.InvalidTokenException;
import io.github.postmarkspring.client.error.PostmarkApiException;
import io.github.postmarkspring.client.error.PostmarkException;
import io.github.postmarkspring.client.error.SendingNotAllowedException;
import io.github.postmarkspring.client.http.ForeignText;
import io.github.postmarkspring.client.message.BatchItem;
import io.github.postmarkspring.client.message.PostmarkSender;
import io.github.postmarkspring.client.message.SendListener;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * Writes a line for each request with a message that failed, and no body, subject or
 * stack trace: the caller has the exception. An error is what somebody has to look at: a
 * message of which nobody knows whether it was sent, and a token or a sender that lets
 * nothing through.
 */
class SendLog implements SendListener {

	private static final Log logger = LogFactory.getLog(PostmarkSender.class);

	private static final int EXAMPLES = 3;

	private static final int MOST_KINDS = 5;

	private final AddressText addresses;

	SendLog(AddressText addresses) {
		this.addresses = addresses;
	}

	@Override
	public void onOutcome(String server, BatchItem outcome) {
		if (outcome instanceof BatchItem.Accepted accepted && logger.isDebugEnabled()) {
			logger.debug("Message sent, server '" + server + "', to " + this.addresses.recipients(accepted.message())
					+ ", MessageID " + ForeignText.oneLine(accepted.result().messageId(), 100));
		}
	}

	@Override
	public void onOutcomes(String server, List<BatchItem> outcomes) {
		List<BatchItem> failures = outcomes.stream().filter((outcome) -> outcome.reason() != null).toList();
		if (failures.isEmpty()) {
			return;
		}
		if (failures.stream().anyMatch(SendLog::isForSomebodyToLookAt)) {
			if (logger.isErrorEnabled()) {
				logger.error(line(server, outcomes, failures));
			}
		}
		else if (logger.isWarnEnabled()) {
			logger.warn(line(server, outcomes, failures));
		}
	}

	private static boolean isForSomebodyToLookAt(BatchItem failure) {
		PostmarkException reason = failure.reason();
		return failure instanceof BatchItem.Unknown || reason instanceof InvalidTokenException
				|| reason instanceof SendingNotAllowedException;
	}

	private String line(String server, List<BatchItem> outcomes, List<BatchItem> failures) {
		// One refusal may speak of any of the messages.
		ReasonText reasons = this.addresses.reasons(outcomes.stream().map(BatchItem::message).toList());
		if (outcomes.size() == 1) {
			BatchItem failure = failures.get(0);
			return "Message " + kind(failure) + ", server '" + server + "', " + describe(failure, reasons, 500);
		}
		Map<String, Integer> kinds = new LinkedHashMap<>();
		failures.forEach((failure) -> kinds.merge(kind(failure) + code(failure), 1, Integer::sum));
		String counts = kinds.entrySet()
			.stream()
			.limit(MOST_KINDS)
			.map((kind) -> kind.getValue() + " " + kind.getKey())
			.collect(Collectors.joining(", "));
		return "Of " + outcomes.size() + " messages in one request with server '" + server + "', " + failures.size()
				+ " failed: " + counts + ((kinds.size() > MOST_KINDS) ? " and others" : "") + ". "
				+ failures.stream()
					.limit(EXAMPLES)
					.map((failure) -> "Index " + failure.index() + ", " + describe(failure, reasons, 200))
					.collect(Collectors.joining("; "));
	}

	private String describe(BatchItem failure, ReasonText reasons, int maxLength) {
		String reason = String.valueOf(Objects.requireNonNull(failure.reason()).getMessage());
		return "to " + this.addresses.recipients(failure.message()) + key(failure) + ": "
				+ reasons.shown(reason, maxLength);
	}

	/** What it can be looked up by. Postmark gives an id only to what it accepts. */
	private static String key(BatchItem failure) {
		String key = (failure instanceof BatchItem.Unknown unknown) ? unknown.reason().reconciliationKey() : null;
		return (key != null) ? ", reconciliation key " + ForeignText.oneLine(key, 100) : "";
	}

	private static String kind(BatchItem failure) {
		if (failure instanceof BatchItem.Rejected rejected) {
			return rejected.isRetryable() ? "refused for now" : "refused";
		}
		return (failure instanceof BatchItem.Unknown) ? "perhaps sent" : "not sent";
	}

	private static String code(BatchItem failure) {
		return (failure.reason() instanceof PostmarkApiException refusal && refusal.errorCode() != 0)
				? " with ErrorCode " + refusal.errorCode() : "";
	}

}

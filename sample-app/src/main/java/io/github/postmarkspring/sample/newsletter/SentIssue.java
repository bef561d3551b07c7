package io.github.postmarkspring.sample.newsletter;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;

import io.github.postmarkspring.client.message.BatchItem;
import io.github.postmarkspring.client.message.BatchResult;

/**
 * An issue of the newsletter, and what became of it.
 *
 * @param time when it was sent
 * @param subject its subject
 * @param accepted to how many Postmark has accepted it
 * @param rejected to how many it was refused
 * @param unknown of how many nobody knows: sent to them again, it may arrive twice
 * @param notAttempted for how many Postmark was not reached
 * @param problems the first of those that it may not reach, and why
 */
record SentIssue(OffsetDateTime time, String subject, int accepted, int rejected, int unknown, int notAttempted,
		List<Problem> problems) {

	private static final int MAX_PROBLEMS = 20;

	static SentIssue of(String subject, BatchResult result) {
		return new SentIssue(OffsetDateTime.now(), subject, result.accepted().size(), result.rejected().size(),
				result.unknown().size(), result.notAttempted().size(),
				result.items().stream().flatMap(SentIssue::problem).limit(MAX_PROBLEMS).toList());
	}

	private static Stream<Problem> problem(BatchItem item) {
		if (item instanceof BatchItem.Rejected rejected) {
			return Stream.of(new Problem("Rejected", recipient(item), String.valueOf(rejected.reason().getMessage())));
		}
		if (item instanceof BatchItem.Unknown unknown) {
			return Stream.of(new Problem("Unknown", recipient(item), String.valueOf(unknown.reason().getMessage())));
		}
		if (item instanceof BatchItem.NotAttempted not) {
			return Stream.of(new Problem("Not attempted", recipient(item), String.valueOf(not.reason().getMessage())));
		}
		return Stream.empty();
	}

	private static String recipient(BatchItem item) {
		return item.message().to().get(0).address();
	}

	/**
	 * Why the issue may not reach somebody.
	 *
	 * @param outcome what became of the mail
	 * @param recipient the address
	 * @param reason what Postmark or its client said
	 */
	record Problem(String outcome, String recipient, String reason) {

	}

}

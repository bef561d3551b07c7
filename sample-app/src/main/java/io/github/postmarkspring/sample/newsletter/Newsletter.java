package io.github.postmarkspring.sample.newsletter;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

import io.github.postmarkspring.client.error.InactiveRecipientsException;
import io.github.postmarkspring.client.message.BatchItem;
import io.github.postmarkspring.client.message.BatchResult;
import io.github.postmarkspring.sample.mail.NewsletterMail;

import org.springframework.stereotype.Component;

/**
 * Sends issues to all subscribers, and remembers the newest.
 */
@Component
class Newsletter {

	private static final int MAX = 20;

	private final Subscribers subscribers;

	private final NewsletterMail mail;

	private final Deque<SentIssue> issues = new ArrayDeque<>();

	Newsletter(Subscribers subscribers, NewsletterMail mail) {
		this.subscribers = subscribers;
		this.mail = mail;
	}

	SentIssue send(IssueForm issue) {
		BatchResult result = this.mail.send(issue.subject(), issue.text(), this.subscribers.all());
		result.rejected().forEach(this::forgetInactive);
		SentIssue sent = SentIssue.of(issue.subject(), result);
		synchronized (this.issues) {
			this.issues.addFirst(sent);
			if (this.issues.size() > MAX) {
				this.issues.removeLast();
			}
		}
		return sent;
	}

	List<SentIssue> newestFirst() {
		synchronized (this.issues) {
			return List.copyOf(this.issues);
		}
	}

	/** Whoever has unsubscribed, or cannot be reached, is not written to again. */
	private void forgetInactive(BatchItem.Rejected rejected) {
		if (rejected.reason() instanceof InactiveRecipientsException) {
			this.subscribers.remove(rejected.message().to().get(0).address());
		}
	}

}

package io.github.postmarkspring.sample.mail;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;

/**
 * Remembers what happened to the newest mails. Kept apart from {@link SentMails}, because
 * an event may come before the call that sent the mail has returned.
 */
@Component
class MailHistory {

	private static final int MAX_MAILS = 500;

	private static final int MAX_EVENTS = 20;

	private final Map<String, List<MailEvent>> events = new LinkedHashMap<>();

	synchronized void add(String messageId, MailEvent event) {
		List<MailEvent> ofMail = this.events.computeIfAbsent(messageId, (id) -> new ArrayList<>());
		if (ofMail.size() < MAX_EVENTS) {
			ofMail.add(event);
			// Events come in any order.
			ofMail.sort(Comparator.comparing(MailEvent::time, Comparator.nullsFirst(Comparator.naturalOrder())));
		}
		if (this.events.size() > MAX_MAILS) {
			this.events.remove(this.events.keySet().iterator().next());
		}
	}

	/**
	 * Return what happened to a mail.
	 * @param messageId Postmark's id of the message
	 * @return the events, in the order in which they happened
	 */
	synchronized List<MailEvent> of(String messageId) {
		return List.copyOf(this.events.getOrDefault(messageId, List.of()));
	}

}

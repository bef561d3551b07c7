package io.github.postmarkspring.sample.mail;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Remembers the newest mails.
 */
@Component
public class SentMails {

	static final int MAX = 100;

	private final Deque<SentMail> mails = new ArrayDeque<>();

	synchronized SentMail add(SentMail mail) {
		this.mails.addFirst(mail);
		if (this.mails.size() > MAX) {
			this.mails.removeLast();
		}
		return mail;
	}

	/**
	 * Find a mail.
	 * @param id its {@link SentMail#id()}
	 * @return the mail, or {@code null} if there is none or it is forgotten
	 */
	public synchronized @Nullable SentMail find(UUID id) {
		return this.mails.stream().filter((mail) -> mail.id().equals(id)).findFirst().orElse(null);
	}

	synchronized List<SentMail> newestFirst() {
		return List.copyOf(this.mails);
	}

}

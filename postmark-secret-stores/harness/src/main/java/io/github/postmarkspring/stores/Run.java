package io.github.postmarkspring.stores;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

import io.github.postmarkspring.stores.RecordingPostmark.Mail;

/**
 * An application that mails with the token of a store, until it is closed.
 */
final class Run implements AutoCloseable {

	private final List<String> tokens = new ArrayList<>();

	private final List<String> subjects = new ArrayList<>();

	private final SecretStore store;

	private final RecordingPostmark postmark;

	private final MailingApplication application;

	private Run(Function<String, SecretStore> store, String... properties) {
		this.tokens.add(UUID.randomUUID().toString());
		this.store = store.apply(token());
		this.postmark = RecordingPostmark.start();
		this.postmark.acceptOnly(token());
		try {
			this.application = MailingApplication.start(this.store, this.postmark, properties);
		}
		catch (RuntimeException | Error ex) {
			this.postmark.close();
			this.store.close();
			throw ex;
		}
	}

	static Run start(Function<String, SecretStore> store, String... properties) {
		return new Run(store, properties);
	}

	SecretStore store() {
		return this.store;
	}

	RecordingPostmark postmark() {
		return this.postmark;
	}

	/** Return the token that the store has now. */
	String token() {
		return this.tokens.get(this.tokens.size() - 1);
	}

	/** Return all tokens that the store has had. */
	List<String> tokens() {
		return List.copyOf(this.tokens);
	}

	/** Return the subjects of all mails that were sent. */
	List<String> subjects() {
		return List.copyOf(this.subjects);
	}

	/** Put a new token in the store. Postmark knows it, and the one before. */
	void rotate() {
		String before = token();
		this.tokens.add(UUID.randomUUID().toString());
		this.postmark.acceptOnly(before, token());
		this.store.put(token());
	}

	/** Have the application look at the store again. */
	void reread() {
		this.store.reread(this.application.context());
	}

	/** End the failure of the store, and have the application look at it again. */
	void heal() {
		this.store.heal();
		this.store.recover(this.application.context());
	}

	/** Send a mail and return what Postmark has of it. */
	Mail send() {
		String subject = this.application.send();
		this.subjects.add(subject);
		return this.postmark.accepted()
			.stream()
			.filter((mail) -> mail.subject().equals(subject))
			.findFirst()
			.orElseThrow();
	}

	@Override
	public void close() {
		this.application.close();
		this.postmark.close();
		this.store.close();
	}

}

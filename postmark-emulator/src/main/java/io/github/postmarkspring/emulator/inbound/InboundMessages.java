package io.github.postmarkspring.emulator.inbound;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import io.github.postmarkspring.emulator.http.ApiException;
import io.github.postmarkspring.emulator.http.Json;
import io.github.postmarkspring.emulator.posting.Outbox;
import io.github.postmarkspring.emulator.posting.Post;
import io.github.postmarkspring.emulator.posting.RetryRules;
import io.github.postmarkspring.emulator.posting.Target;
import io.github.postmarkspring.emulator.posting.WebhookAttempt;
import io.github.postmarkspring.emulator.server.EmulatedServer;
import org.jspecify.annotations.Nullable;

/**
 * The mail that came in to a server, bounded in number and in bytes: the oldest goes
 * first.
 *
 * @since 0.1.0
 */
public final class InboundMessages {

	private static final int MAX_MESSAGES = 1000;

	private static final long MAX_BYTES = 64L * 1024 * 1024;

	private final Map<String, InboundMessage> messages = new LinkedHashMap<>();

	private final EmulatedServer server;

	private long bytes;

	private long version;

	private InboundMessages(EmulatedServer server) {
		this.server = server;
	}

	/**
	 * Returns the inbound mail of a server.
	 * @param server the server
	 * @return what came in
	 */
	public static InboundMessages of(EmulatedServer server) {
		return server.state(InboundMessages.class, () -> new InboundMessages(server));
	}

	/**
	 * Lets mail come in, unless a rule blocks it, and posts it to the server's hook.
	 * @param mail the mail
	 * @param failed whether the hook is to have failed, without being asked
	 * @return the message ID
	 */
	public String receive(InboundMail mail, boolean failed) {
		String rule = InboundRules.of(this.server).matching(mail.from().email());
		InboundMessage.Status status = failed ? InboundMessage.Status.FAILED : pending();
		InboundMessage message = new InboundMessage(UUID.randomUUID().toString(), this.server.now(), mail,
				(rule != null) ? InboundMessage.Status.BLOCKED : status,
				(rule != null) ? "Message was blocked by rule '" + rule + "'." : "");
		add(message);
		post(message);
		return message.id();
	}

	private InboundMessage.Status pending() {
		return hook().isEmpty() ? InboundMessage.Status.PROCESSED : InboundMessage.Status.QUEUED;
	}

	private String hook() {
		return this.server.settings().hookUrls().getOrDefault("InboundHookUrl", "");
	}

	private void post(InboundMessage message) {
		String hook = hook();
		if (message.status() != InboundMessage.Status.QUEUED || hook.isEmpty()) {
			return;
		}
		Outbox outbox = this.server.outbox();
		outbox.add(new Post(UUID.randomUUID().toString(), Target.of(hook, Map.of(), null),
				Json.write(InboundPayload.of(message, this.server.settings().rawEmailEnabled())),
				new Post.Subject(Post.Subject.INBOUND, this.server.id(), null, message.id()), RetryRules.INBOUND,
				outbox.settings().inboundTimeout(), () -> true, (attempt) -> settle(message.id(), attempt.outcome())));
	}

	private synchronized void settle(String id, WebhookAttempt.Outcome outcome) {
		InboundMessage.Status status = switch (outcome) {
			case ACCEPTED -> InboundMessage.Status.PROCESSED;
			case RETRIED -> InboundMessage.Status.SCHEDULED;
			case DROPPED, EXHAUSTED -> InboundMessage.Status.FAILED;
		};
		this.messages.computeIfPresent(id, (key, message) -> message.with(status));
		this.version++;
	}

	private synchronized void add(InboundMessage message) {
		this.messages.put(message.id(), message);
		this.bytes += message.weight();
		this.version++;
		Iterator<InboundMessage> oldest = this.messages.values().iterator();
		while (this.messages.size() > MAX_MESSAGES || (this.bytes > MAX_BYTES && this.messages.size() > 1)) {
			this.bytes -= oldest.next().weight();
			oldest.remove();
		}
	}

	/**
	 * Finds mail.
	 * @param id its ID, in any letter case
	 * @return the message, or {@code null} if there is none (any more)
	 */
	public synchronized @Nullable InboundMessage find(String id) {
		return this.messages.get(id.toLowerCase(Locale.ROOT));
	}

	InboundMessage require(String id) {
		InboundMessage message = find(id);
		if (message == null) {
			throw ApiException.unprocessable(701, "This message was not found.");
		}
		return message;
	}

	/**
	 * Processes a message after all: posts it if there is a hook.
	 * @param id the message ID
	 * @param from the status it must have
	 * @throws ApiException with code 701 if there is none, or it is not of this status
	 */
	public void process(String id, InboundMessage.Status from) {
		post(change(id, from));
	}

	private synchronized InboundMessage change(String id, InboundMessage.Status from) {
		InboundMessage message = require(id);
		if (message.status() != from) {
			throw ApiException.unprocessable(701, "This message is not '" + from.wireName() + "'.");
		}
		InboundMessage changed = message.with(pending());
		this.messages.put(message.id(), changed);
		this.version++;
		return changed;
	}

	/**
	 * Returns a number that differs whenever the content does.
	 * @return the version
	 */
	public synchronized long version() {
		return this.version;
	}

	/**
	 * Returns all mail.
	 * @return a copy, newest first
	 */
	public synchronized List<InboundMessage> newestFirst() {
		List<InboundMessage> copy = new ArrayList<>(this.messages.values());
		Collections.reverse(copy);
		return copy;
	}

}

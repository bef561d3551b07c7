package io.github.postmarkspring.emulator.inbound;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import io.github.postmarkspring.emulator.http.ApiException;
import io.github.postmarkspring.emulator.server.EmulatedServer;

/**
 * The mail that came in to a server, bounded in number: the oldest goes first.
 *
 * @since 0.1.0
 */
public final class InboundMessages {

	private static final int MAX_MESSAGES = 1000;

	private final Map<String, InboundMessage> messages = new LinkedHashMap<>();

	private final EmulatedServer server;

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
	 * Lets mail come in, unless a rule blocks it.
	 * @param mail the mail
	 * @param failed whether the receiver's hook is to have failed
	 * @return the message ID
	 */
	public String receive(InboundMail mail, boolean failed) {
		String rule = InboundRules.of(this.server).matching(mail.from().email());
		InboundMessage.Status status = failed ? InboundMessage.Status.FAILED : InboundMessage.Status.PROCESSED;
		InboundMessage message = new InboundMessage(UUID.randomUUID().toString(), this.server.now(), mail,
				(rule != null) ? InboundMessage.Status.BLOCKED : status,
				(rule != null) ? "Message was blocked by rule '" + rule + "'." : "");
		add(message);
		return message.id();
	}

	private synchronized void add(InboundMessage message) {
		this.messages.put(message.id(), message);
		if (this.messages.size() > MAX_MESSAGES) {
			this.messages.remove(this.messages.keySet().iterator().next());
		}
	}

	synchronized InboundMessage require(String id) {
		InboundMessage message = this.messages.get(id.toLowerCase(Locale.ROOT));
		if (message == null) {
			throw ApiException.unprocessable(701, "This message was not found.");
		}
		return message;
	}

	/**
	 * Processes a message after all.
	 * @throws ApiException with code 701 if there is none, or it is not of this status
	 */
	synchronized void process(String id, InboundMessage.Status from) {
		InboundMessage message = require(id);
		if (message.status() != from) {
			throw ApiException.unprocessable(701, "This message is not '" + from.wireName() + "'.");
		}
		this.messages.put(message.id(), message.processed());
	}

	synchronized List<InboundMessage> newestFirst() {
		List<InboundMessage> copy = new ArrayList<>(this.messages.values());
		Collections.reverse(copy);
		return copy;
	}

}

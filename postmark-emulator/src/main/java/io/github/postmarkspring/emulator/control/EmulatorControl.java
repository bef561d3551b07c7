package io.github.postmarkspring.emulator.control;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.github.postmarkspring.emulator.bounce.BounceType;
import io.github.postmarkspring.emulator.bounce.Bounces;
import io.github.postmarkspring.emulator.domain.SenderSignatures;
import io.github.postmarkspring.emulator.http.ApiException;
import io.github.postmarkspring.emulator.http.Fault;
import io.github.postmarkspring.emulator.http.Faults;
import io.github.postmarkspring.emulator.http.PlannedFault;
import io.github.postmarkspring.emulator.inbound.InboundMail;
import io.github.postmarkspring.emulator.inbound.InboundMessages;
import io.github.postmarkspring.emulator.message.MessageEvent;
import io.github.postmarkspring.emulator.message.MessageStore;
import io.github.postmarkspring.emulator.message.OutboundMessage;
import io.github.postmarkspring.emulator.posting.Outbox;
import io.github.postmarkspring.emulator.posting.WebhookAttempt;
import io.github.postmarkspring.emulator.seed.Seed;
import io.github.postmarkspring.emulator.seed.SeedException;
import io.github.postmarkspring.emulator.seed.Seeder;
import io.github.postmarkspring.emulator.server.Account;
import io.github.postmarkspring.emulator.server.EmulatedServer;
import io.github.postmarkspring.emulator.suppression.Suppression;
import io.github.postmarkspring.emulator.suppression.Suppressions;
import io.github.postmarkspring.emulator.time.VirtualClock;
import io.github.postmarkspring.emulator.tracking.Interactions;
import io.github.postmarkspring.emulator.tracking.Visitor;
import org.jspecify.annotations.Nullable;

/**
 * What recipients, their servers and time do to the real Postmark, a test does here.
 *
 * @since 0.1.0
 */
public final class EmulatorControl {

	private final Account account;

	private final MessageStore store;

	private final VirtualClock clock;

	private final Faults faults;

	private final Seeder seeder;

	private final @Nullable Seed initial;

	private final Outbox outbox;

	/**
	 * Creates the control of an emulator. For use inside the emulator only.
	 * @param account its account
	 * @param store its messages
	 * @param clock its clock
	 * @param faults what is to go wrong
	 * @param seeder makes what a seed says
	 * @param initial what there is from the beginning, apart from the account's servers
	 * @param outbox what it posts
	 * @throws SeedException if that has a mistake
	 */
	public EmulatorControl(Account account, MessageStore store, VirtualClock clock, Faults faults, Seeder seeder,
			@Nullable Seed initial, Outbox outbox) {
		this.seeder = seeder;
		this.initial = initial;
		this.outbox = outbox;
		this.faults = faults;
		this.account = account;
		this.store = store;
		this.clock = clock;
		if (initial != null) {
			seeder.sowInitial(initial);
		}
	}

	/**
	 * Forgets everything that was sent, created or configured, and what is to go wrong,
	 * and sets the clock right. What the emulator was started with is there again, but
	 * not what {@link #seed(String)} has made since. The tokens stay: one that was
	 * replaced is not good again.
	 */
	public synchronized void reset() {
		clear();
		if (this.initial != null) {
			this.seeder.sowInitial(this.initial);
		}
	}

	/**
	 * Begins anew, as {@link #reset()} does, but with what the seed says in place of the
	 * seed the emulator was started with. Tokens in it are good as they stand there. Its
	 * format is in the documentation of the emulator.
	 * @param json the seed, at most 10 MB
	 * @throws SeedException if it has a mistake; nothing has changed then
	 */
	public synchronized void seed(String json) {
		Seed seed = Seed.parse(json);
		this.seeder.rehearse(seed);
		clear();
		this.seeder.sow(seed);
	}

	/**
	 * Replaces a token of a server at one instant, as somebody does who rotates it on
	 * Postmark's pages: from then on the old one is refused with 401 and code 10, and the
	 * new one is good. Requests whose headers were read before go on. It stays replaced
	 * after a {@link #reset()}, if the server is there again with the token it had.
	 * @param oldToken a token that a server has
	 * @param newToken the token it is to have instead: printable ASCII without spaces,
	 * but not {@code POSTMARK_API_TEST}
	 * @throws IllegalArgumentException if no server has the old one, if the new one
	 * cannot serve as a token, or if a server has it, or is to have it after a reset;
	 * neither is shown
	 */
	public synchronized void replaceServerToken(String oldToken, String newToken) {
		this.account.replaceServerToken(oldToken, newToken);
	}

	/**
	 * Replaces the account's token at one instant: from then on the old one is refused
	 * with 401 and code 10, and the new one is good. Requests whose headers were read
	 * before go on. It stays replaced after a {@link #reset()}.
	 * @param newToken the token it is to have instead: printable ASCII without spaces,
	 * but not {@code POSTMARK_API_TEST}
	 * @throws IllegalArgumentException if it cannot serve as a token, or is the account's
	 * already; it is not shown
	 */
	public synchronized void replaceAccountToken(String newToken) {
		this.account.replaceToken(newToken);
	}

	private void clear() {
		this.account.reset();
		this.store.clear();
		this.outbox.clear();
		this.clock.reset();
		this.faults.clear();
	}

	/**
	 * Lets the next requests of a kind go wrong. Of several faults for one request the
	 * one added first comes, and the others do not count the request.
	 * @param method the HTTP method
	 * @param path the path pattern, such as {@code /email} or <code>/messages/**</code>
	 * @param times how many requests, at least 1
	 * @param fault what goes wrong
	 * @return what counts them
	 * @throws IllegalArgumentException if a value is not as described, if the fault is a
	 * reset and this emulator cannot reset connections, or if there are 1,000 faults
	 */
	public PlannedFault fail(String method, String path, long times, Fault fault) {
		return this.faults.next(method, path, times, fault);
	}

	/**
	 * Lets a share of the requests of a kind go wrong, until a reset. Of several faults
	 * for one request the one added first comes, and the others do not count the request.
	 * @param method the HTTP method
	 * @param path the path pattern, such as {@code /email} or <code>/messages/**</code>
	 * @param nth which of them: with 100 it is the hundredth, the two hundredth and so
	 * on, 1 % of all
	 * @param fault what goes wrong
	 * @return what counts them
	 * @throws IllegalArgumentException if a value is not as described, if the fault is a
	 * reset and this emulator cannot reset connections, or if there are 1,000 faults
	 */
	public PlannedFault failEvery(String method, String path, long nth, Fault fault) {
		return this.faults.every(method, path, nth, fault);
	}

	/**
	 * Returns what is to go wrong and what went wrong already.
	 * @return the faults, oldest first
	 */
	public List<PlannedFault> faults() {
		return this.faults.all();
	}

	/**
	 * Lets nothing go wrong any more. Answers that are late come now.
	 */
	public void clearFaults() {
		this.faults.clear();
	}

	/**
	 * Moves the emulator's clock.
	 * @param duration how far; negative to move it back
	 * @throws IllegalArgumentException if it would then be more than ten years off
	 */
	public void advanceTime(Duration duration) {
		this.clock.advance(duration);
	}

	/**
	 * Sets how long after it was taken a message can be found: a search of outbound
	 * messages lists it no earlier. Until a {@link #reset()}.
	 * @param indexDelay the delay by the emulator's clock, from nothing to a day
	 * @throws IllegalArgumentException if it is out of range
	 */
	public void indexDelay(Duration indexDelay) {
		if (indexDelay.isNegative() || indexDelay.compareTo(Duration.ofDays(1)) > 0) {
			throw new IllegalArgumentException("The delay must be from nothing to a day");
		}
		this.store.indexDelay(indexDelay);
	}

	/**
	 * Lets a recipient open a message, whether or not opens are tracked.
	 * @param messageId the {@code MessageID}
	 * @param recipient one of its recipients
	 * @param visitor what is known of the recipient
	 * @throws IllegalArgumentException if there is no such message or recipient
	 */
	public void open(String messageId, String recipient, Visitor visitor) {
		OutboundMessage message = message(messageId, recipient);
		Interactions.of(server(message)).open(this.store, message, recipient, visitor);
	}

	/**
	 * Lets a recipient click on a link, whether or not clicks are tracked.
	 * @param messageId the {@code MessageID}
	 * @param recipient one of its recipients
	 * @param link the link as it stands in the message
	 * @param html whether it is clicked in the HTML, not in the text
	 * @param visitor what is known of the recipient
	 * @throws IllegalArgumentException if there is no such message or recipient
	 */
	public void click(String messageId, String recipient, String link, boolean html, Visitor visitor) {
		OutboundMessage message = message(messageId, recipient);
		Interactions.of(server(message)).click(this.store, message, recipient, link, html, visitor);
	}

	/**
	 * Lets a recipient unsubscribe, as the link in a message of a broadcast stream does.
	 * @param messageId the {@code MessageID}
	 * @param recipient one of its recipients
	 * @throws IllegalArgumentException if there is no such message or recipient
	 */
	public void unsubscribe(String messageId, String recipient) {
		OutboundMessage message = message(messageId, recipient);
		EmulatedServer server = server(message);
		Suppression suppression = new Suppression(recipient, Suppression.Reason.MANUAL_SUPPRESSION,
				Suppression.Origin.RECIPIENT, server.now(), null);
		Suppressions.of(server).add(message.options().stream(), suppression, message);
		this.store.append(message.id(), new MessageEvent(recipient, "SubscriptionChanged", suppression.createdAt(),
				Map.of("Origin", "Recipient", "SuppressSending", "True")));
	}

	/**
	 * Returns what was posted to webhooks, or was to be: the latest 10,000 attempts since
	 * the last reset.
	 * @return a copy, oldest first
	 */
	public List<WebhookAttempt> webhookAttempts() {
		return this.outbox.attempts((attempt) -> true);
	}

	/**
	 * Returns what was posted of a message, or was to be.
	 * @param messageId the {@code MessageID} of an outbound or inbound message
	 * @return a copy, oldest first; empty if nothing is known of it
	 */
	public List<WebhookAttempt> webhookAttempts(String messageId) {
		return this.outbox.attempts((attempt) -> messageId.equalsIgnoreCase(attempt.messageId()));
	}

	/**
	 * Returns how many events are still to be posted, those that wait for a retry
	 * included.
	 * @return the number of events, each counted for each webhook
	 */
	public int pendingWebhooks() {
		return this.outbox.pending();
	}

	/**
	 * Lets a message come back later than at once, or a recipient complain of it.
	 * @param messageId the {@code MessageID}
	 * @param recipient one of its recipients
	 * @param type why; a complaint and a hard bounce suppress the address
	 * @return the bounce's {@code ID}
	 * @throws IllegalArgumentException if there is no such message or recipient
	 */
	public long bounce(String messageId, String recipient, BounceType type) {
		OutboundMessage message = message(messageId, recipient);
		return Bounces.of(server(message)).add(this.store, message, recipient, type).id();
	}

	/**
	 * Lets mail come in to the first server there is from the beginning, unless a rule
	 * blocks it. It is posted to the server's {@code InboundHookUrl} if there is one.
	 * @param mail the mail
	 * @param failed whether the receiver's hook is to have failed without being asked, so
	 * that {@code PUT /messages/inbound/{id}/retry} can be tried
	 * @return the {@code MessageID}
	 */
	public String receive(InboundMail mail, boolean failed) {
		EmulatedServer server = this.account.firstServer();
		if (server == null) {
			throw new IllegalStateException("The server was deleted");
		}
		return InboundMessages.of(server).receive(mail, failed);
	}

	/**
	 * Confirms a sender signature, as the owner of the address does by following the link
	 * in Postmark's mail.
	 * @param id the {@code ID} of the signature
	 * @throws IllegalArgumentException if there is none
	 */
	public void confirmSender(long id) {
		try {
			SenderSignatures.of(this.account).confirm(id);
		}
		catch (ApiException ex) {
			throw new IllegalArgumentException("There is no sender signature " + id, ex);
		}
	}

	private OutboundMessage message(String id, String recipient) {
		OutboundMessage message = this.store.find(id);
		if (message == null) {
			throw new IllegalArgumentException("There is no message " + ApiException.quote(id));
		}
		if (message.envelope().recipients().stream().noneMatch(recipient::equalsIgnoreCase)) {
			throw new IllegalArgumentException(
					"The message " + id + " has no recipient " + ApiException.quote(recipient));
		}
		return message;
	}

	private EmulatedServer server(OutboundMessage message) {
		EmulatedServer server = this.account.find(message.delivery().serverId());
		if (server == null) {
			throw new IllegalArgumentException("The server of message " + message.id() + " was deleted");
		}
		return server;
	}

}

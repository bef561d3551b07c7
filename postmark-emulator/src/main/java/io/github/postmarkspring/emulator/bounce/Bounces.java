package io.github.postmarkspring.emulator.bounce;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.github.postmarkspring.emulator.message.MessageEvent;
import io.github.postmarkspring.emulator.message.MessageStore;
import io.github.postmarkspring.emulator.message.OutboundMessage;
import io.github.postmarkspring.emulator.server.EmulatedServer;
import io.github.postmarkspring.emulator.stat.Counters;
import io.github.postmarkspring.emulator.stat.Series;
import io.github.postmarkspring.emulator.suppression.Suppression;
import io.github.postmarkspring.emulator.suppression.Suppressions;
import io.github.postmarkspring.emulator.webhook.Trigger;
import io.github.postmarkspring.emulator.webhook.WebhookEvents;
import org.jspecify.annotations.Nullable;

/**
 * The bounces and complaints of a server, bounded in number: the oldest go first.
 *
 * @since 0.1.0
 */
public final class Bounces {

	private static final int MAX_BOUNCES = 10_000;

	// Postmark's own have outgrown an int, and so must a client have.
	private static final long FIRST_ID = 4_300_000_000L;

	private final TreeMap<Long, Bounce> bounces = new TreeMap<>();

	private final EmulatedServer server;

	private Bounces(EmulatedServer server) {
		this.server = server;
	}

	/**
	 * Returns the bounces of a server.
	 * @param server the server
	 * @return what came back to it
	 */
	public static Bounces of(EmulatedServer server) {
		return server.state(Bounces.class, () -> new Bounces(server));
	}

	/**
	 * Lets a message come back: it is listed, counted, told among the message's events
	 * and to webhooks, and a hard bounce or a complaint suppresses the address.
	 * @param store where the message is
	 * @param message the message
	 * @param recipient the bare address it came back from
	 * @param type why
	 * @return the bounce
	 */
	public Bounce add(MessageStore store, OutboundMessage message, String recipient, BounceType type) {
		Instant now = this.server.now();
		Bounce bounce = new Bounce(FIRST_ID + this.server.nextId(), type, message.id(), message.options().stream(),
				message.options().tag(), recipient, message.envelope().from().email(), message.content().subject(),
				now);
		keep(bounce);
		if (type.deactivates()) {
			Suppression.Reason reason = (type == BounceType.SPAM_COMPLAINT) ? Suppression.Reason.SPAM_COMPLAINT
					: Suppression.Reason.HARD_BOUNCE;
			Suppressions.of(this.server)
				.add(bounce.stream(),
						new Suppression(recipient, reason, Suppression.Origin.RECIPIENT, now, bounce.id()), message);
		}
		store.append(message.id(), new MessageEvent(recipient, "Bounced", now,
				Map.of("Summary", bounce.details(), "BounceID", Long.toString(bounce.id()))));
		count(message, type, now);
		tell(message, bounce);
		return bounce;
	}

	private void tell(OutboundMessage message, Bounce bounce) {
		if (bounce.type() == BounceType.SMTP_API_ERROR && !this.server.settings().enableSmtpApiErrorHooks()) {
			return;
		}
		Trigger trigger = (bounce.type() == BounceType.SPAM_COMPLAINT) ? Trigger.SPAM_COMPLAINT : Trigger.BOUNCE;
		WebhookEvents.publish(this.server, trigger, bounce.stream(), message.id(),
				(content) -> BounceJson.payload(this.server, bounce, message.options().metadata(), content));
	}

	private void count(OutboundMessage message, BounceType type, Instant now) {
		Counters counters = Counters.of(this.server);
		switch (type) {
			case SPAM_COMPLAINT -> counters.add(message, now, Series.SPAM, type.wireName(), 1);
			case SMTP_API_ERROR -> counters.add(message, now, Series.BOUNCES, type.wireName(), 1);
			case HARD_BOUNCE, SOFT_BOUNCE, TRANSIENT -> {
				counters.add(message, now, Series.BOUNCES, type.wireName(), 1);
				counters.add(message, now, Series.OVERVIEW, "Bounced", 1);
			}
			default -> counters.add(message, now, Series.OVERVIEW, "Bounced", 1);
		}
	}

	private synchronized void keep(Bounce bounce) {
		this.bounces.put(bounce.id(), bounce);
		if (this.bounces.size() > MAX_BOUNCES) {
			this.bounces.pollFirstEntry();
		}
	}

	synchronized @Nullable Bounce find(long id) {
		return this.bounces.get(id);
	}

	synchronized List<Bounce> newestFirst() {
		List<Bounce> copy = new ArrayList<>(this.bounces.values());
		Collections.reverse(copy);
		return copy;
	}

	/**
	 * Returns whether the address is still suppressed because of a bounce.
	 */
	boolean inactive(Bounce bounce) {
		Suppression suppression = Suppressions.of(this.server).find(bounce.stream(), bounce.email());
		return suppression != null && Long.valueOf(bounce.id()).equals(suppression.bounceId());
	}

	void activate(Bounce bounce) {
		if (inactive(bounce)) {
			Suppressions.of(this.server).remove(bounce.stream(), bounce.email());
		}
	}

}

package io.github.postmarkspring.emulator.email;

import java.util.List;

import io.github.postmarkspring.emulator.bounce.BounceType;
import io.github.postmarkspring.emulator.bounce.Bounces;
import io.github.postmarkspring.emulator.bounce.TestBounce;
import io.github.postmarkspring.emulator.message.MessageStore;
import io.github.postmarkspring.emulator.message.OutboundMessage;
import io.github.postmarkspring.emulator.server.EmulatedServer;
import io.github.postmarkspring.emulator.stat.Counters;
import io.github.postmarkspring.emulator.stat.Series;

/**
 * What becomes of messages that were accepted: they are kept and counted, and each
 * recipient's copy arrives or bounces at once.
 */
final class Dispatch {

	private final MessageStore store;

	Dispatch(MessageStore store) {
		this.store = store;
	}

	void send(EmulatedServer server, List<OutboundMessage> messages) {
		this.store.add(messages);
		for (OutboundMessage message : messages) {
			List<String> recipients = message.activeRecipients();
			count(server, message, recipients.size());
			for (String recipient : recipients) {
				BounceType type = message.content().unrenderable() ? BounceType.TEMPLATE_RENDERING_FAILED
						: TestBounce.of(message, recipient);
				if (type != null) {
					Bounces.of(server).add(this.store, message, recipient, type);
				}
				else {
					Delivered.tell(server, this.store, message, recipient);
				}
			}
		}
	}

	private static void count(EmulatedServer server, OutboundMessage message, int recipients) {
		Counters counters = Counters.of(server);
		counters.add(message, message.submittedAt(), Series.SENDS, "Sent", recipients);
		boolean opens = message.options().trackOpens() && message.content().htmlBody() != null;
		boolean links = !message.options().trackLinks().equals("None");
		if (opens || links) {
			counters.add(message, message.submittedAt(), Series.TRACKED, "Tracked", recipients);
		}
		if (opens) {
			counters.add(message, message.submittedAt(), Series.OVERVIEW, "WithOpenTracking", recipients);
		}
		if (links) {
			counters.add(message, message.submittedAt(), Series.OVERVIEW, "WithLinkTracking", recipients);
			counters.add(message, message.submittedAt(), Series.OVERVIEW, "TotalTrackedLinksSent",
					(long) TrackedLinks.of(message).size() * recipients);
		}
	}

}

package io.github.postmarkspring.emulator.tracking;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.github.postmarkspring.emulator.message.MessageEvent;
import io.github.postmarkspring.emulator.message.MessageStore;
import io.github.postmarkspring.emulator.message.OutboundMessage;
import io.github.postmarkspring.emulator.server.EmulatedServer;
import io.github.postmarkspring.emulator.stat.Counters;
import io.github.postmarkspring.emulator.stat.Series;
import io.github.postmarkspring.emulator.webhook.Trigger;
import io.github.postmarkspring.emulator.webhook.WebhookEvents;
import org.jspecify.annotations.Nullable;

/**
 * The opens and clicks of a server, bounded in number: the oldest go first. All of them
 * are counted; only the first of a recipient, and of a recipient and link, is kept.
 *
 * @since 0.1.0
 */
public final class Interactions {

	private static final int MAX_INTERACTIONS = 10_000;

	private final Map<Key, Interaction> opens = new LinkedHashMap<>();

	private final Map<Key, Interaction> clicks = new LinkedHashMap<>();

	private final EmulatedServer server;

	private Interactions(EmulatedServer server) {
		this.server = server;
	}

	/**
	 * Returns the opens and clicks of a server.
	 * @param server the server
	 * @return what was opened and clicked
	 */
	public static Interactions of(EmulatedServer server) {
		return server.state(Interactions.class, () -> new Interactions(server));
	}

	/**
	 * Lets a recipient open a message.
	 * @param store where the message is
	 * @param message the message
	 * @param recipient the recipient's bare address
	 * @param visitor what is known of the recipient
	 */
	public void open(MessageStore store, OutboundMessage message, String recipient, Visitor visitor) {
		Instant now = this.server.now();
		Interaction open = Interaction.of(message, recipient, now, visitor, null, null);
		boolean first = keep(this.opens, open);
		Counters counters = Counters.of(this.server);
		counters.add(message, now, Series.OPENS, "Opens", 1);
		counters.add(message, now, Series.OPEN_PLATFORMS, platform(visitor, true), 1);
		String client = visitor.client().getOrDefault("Name", "");
		if (!client.isEmpty()) {
			counters.add(message, now, Series.OPEN_CLIENTS, client, 1);
			counters.add(message, now, Series.OVERVIEW, "WithClientRecorded", 1);
		}
		if (!platform(visitor, true).equals("Unknown")) {
			counters.add(message, now, Series.OVERVIEW, "WithPlatformRecorded", 1);
		}
		if (first) {
			counters.add(message, now, Series.OPENS, "Unique", 1);
			store.append(message.id(),
					new MessageEvent(recipient, "Opened", now, Map.of("Summary", summary(client, visitor))));
		}
		WebhookEvents.publish(this.server, Trigger.OPEN, message.options().stream(), message.id(),
				(firstOnly) -> (first || !firstOnly) ? open.payload(message, first) : null);
	}

	/**
	 * Lets a recipient click on a link.
	 * @param store where the message is
	 * @param message the message
	 * @param recipient the recipient's bare address
	 * @param link the link as it stands in the message
	 * @param html whether the link was clicked in the HTML, not in the text
	 * @param visitor what is known of the recipient
	 */
	public void click(MessageStore store, OutboundMessage message, String recipient, String link, boolean html,
			Visitor visitor) {
		Instant now = this.server.now();
		String location = html ? "HTML" : "Text";
		Interaction click = Interaction.of(message, recipient, now, visitor, link, location);
		boolean first = keep(this.clicks, click);
		Counters counters = Counters.of(this.server);
		counters.add(message, now, Series.CLICKS, "Clicks", 1);
		counters.add(message, now, Series.CLICK_PLATFORMS, platform(visitor, false), 1);
		counters.add(message, now, Series.CLICK_LOCATIONS, location, 1);
		String browser = visitor.client().getOrDefault("Family", "");
		if (!browser.isEmpty()) {
			counters.add(message, now, Series.CLICK_BROWSERS, browser, 1);
		}
		if (first) {
			counters.add(message, now, Series.CLICKS, "Unique", 1);
			store.append(message.id(), new MessageEvent(recipient, "LinkClicked", now,
					Map.of("Summary", summary(browser, visitor), "Link", link, "ClickLocation", location)));
			WebhookEvents.publish(this.server, Trigger.CLICK, message.options().stream(), message.id(),
					(option) -> click.payload(message, true));
		}
	}

	private static String platform(Visitor visitor, boolean webMail) {
		for (String platform : List.of("Desktop", "Mobile", "WebMail")) {
			if (platform.equalsIgnoreCase(visitor.platform()) && (webMail || !platform.equals("WebMail"))) {
				return platform;
			}
		}
		return "Unknown";
	}

	private static String summary(String program, Visitor visitor) {
		return (program.isEmpty() ? "Unknown client" : program) + " on " + visitor.platform();
	}

	private synchronized boolean keep(Map<Key, Interaction> interactions, Interaction interaction) {
		boolean first = interactions.putIfAbsent(Key.of(interaction), interaction) == null;
		if (interactions.size() > MAX_INTERACTIONS) {
			interactions.remove(interactions.keySet().iterator().next());
		}
		return first;
	}

	synchronized List<Interaction> newestFirst(boolean clicks) {
		List<Interaction> copy = new ArrayList<>((clicks ? this.clicks : this.opens).values());
		Collections.reverse(copy);
		return copy;
	}

	private record Key(String messageId, String recipient, @Nullable String link) {

		static Key of(Interaction interaction) {
			return new Key(interaction.messageId(), interaction.recipient().toLowerCase(Locale.ROOT),
					interaction.link());
		}

	}

}

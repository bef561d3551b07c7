package io.github.postmarkspring.emulator.server;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

import io.github.postmarkspring.emulator.http.Json;
import io.github.postmarkspring.emulator.posting.Outbox;
import tools.jackson.databind.node.ObjectNode;

/**
 * A server of the emulated account, and all that belongs to it. What a subject keeps for
 * each server it keeps here, under its own class, so that servers share nothing and a
 * server that is deleted takes everything with it.
 *
 * @since 0.1.0
 */
public final class EmulatedServer {

	private final Map<Class<?>, Object> states = new ConcurrentHashMap<>();

	private final long id;

	private final boolean sandbox;

	private final String link;

	private final Clock clock;

	private final LongSupplier ids;

	private final Outbox outbox;

	private volatile ServerSettings settings;

	EmulatedServer(long id, boolean sandbox, String link, ServerSettings settings, Clock clock, LongSupplier ids,
			Outbox outbox) {
		this.id = id;
		this.sandbox = sandbox;
		this.link = link;
		this.settings = settings;
		this.clock = clock;
		this.ids = ids;
		this.outbox = outbox;
	}

	/**
	 * Returns its number.
	 * @return the {@code ID}
	 */
	public long id() {
		return this.id;
	}

	/**
	 * Returns whether it is a server that never delivers.
	 * @return {@code true} if its {@code DeliveryType} is {@code Sandbox}
	 */
	public boolean sandbox() {
		return this.sandbox;
	}

	/**
	 * Returns what can be edited.
	 * @return the settings of this moment
	 */
	public ServerSettings settings() {
		return this.settings;
	}

	void settings(ServerSettings settings) {
		this.settings = settings;
	}

	/**
	 * Returns what time it is.
	 * @return now
	 */
	public Instant now() {
		return this.clock.instant();
	}

	/**
	 * Returns a number that nothing else in the account has.
	 * @return a new ID
	 */
	public long nextId() {
		return this.ids.getAsLong();
	}

	/**
	 * Returns what takes everything that is to be posted to the application.
	 * @return the outbox of the emulator
	 */
	public Outbox outbox() {
		return this.outbox;
	}

	/**
	 * Returns the address that inbound mail goes to.
	 * @return the {@code InboundAddress}
	 */
	public String inboundAddress() {
		return inboundHash() + "@inbound.postmarkapp.com";
	}

	private String inboundHash() {
		return "f00dcafe" + ((this.id > 1) ? Long.toHexString(this.id) : "");
	}

	/**
	 * Returns what a subject keeps for this server.
	 * @param <T> the type of the state
	 * @param type the class it is kept under
	 * @param initial makes it at first use
	 * @return the state
	 */
	public <T> T state(Class<T> type, Supplier<T> initial) {
		return type.cast(this.states.computeIfAbsent(type, (key) -> initial.get()));
	}

	ObjectNode toJson(List<String> tokens) {
		ServerSettings settings = this.settings;
		ObjectNode json = Json.object().put("ID", this.id).put("Name", settings.name());
		tokens.forEach(json.putArray("ApiTokens")::add);
		json.put("ServerLink", this.link).put("Color", settings.color());
		json.put("SmtpApiActivated", settings.smtpApiActivated());
		json.put("RawEmailEnabled", settings.rawEmailEnabled());
		json.put("DeliveryType", this.sandbox ? "Sandbox" : "Live");
		json.put("InboundAddress", inboundAddress());
		settings.hookUrls().forEach(json::put);
		json.put("PostFirstOpenOnly", settings.postFirstOpenOnly());
		json.put("InboundDomain", settings.inboundDomain()).put("InboundHash", inboundHash());
		json.put("InboundSpamThreshold", settings.inboundSpamThreshold());
		json.put("TrackOpens", settings.trackOpens()).put("TrackLinks", settings.trackLinks());
		json.put("IncludeBounceContentInHook", settings.includeBounceContentInHook());
		return json.put("EnableSmtpApiErrorHooks", settings.enableSmtpApiErrorHooks());
	}

	@Override
	public String toString() {
		return "EmulatedServer[id=" + this.id + ", name=" + this.settings.name() + "]";
	}

}

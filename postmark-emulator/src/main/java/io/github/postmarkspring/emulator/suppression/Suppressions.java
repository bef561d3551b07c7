package io.github.postmarkspring.emulator.suppression;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.github.postmarkspring.emulator.message.OutboundMessage;
import io.github.postmarkspring.emulator.server.EmulatedServer;
import org.jspecify.annotations.Nullable;

/**
 * The suppressed addresses of a server, bounded in number: the oldest go first. Letter
 * case of an address is of no account.
 *
 * @since 0.1.0
 */
public final class Suppressions {

	private static final int MAX_SUPPRESSIONS = 10_000;

	private final Map<Key, Suppression> suppressions = new LinkedHashMap<>();

	private final EmulatedServer server;

	private Suppressions(EmulatedServer server) {
		this.server = server;
	}

	/**
	 * Returns the suppressions of a server.
	 * @param server the server
	 * @return what it has suppressed
	 */
	public static Suppressions of(EmulatedServer server) {
		return server.state(Suppressions.class, () -> new Suppressions(server));
	}

	/**
	 * Suppresses an address, unless it is suppressed already, and tells webhooks of it.
	 * @param stream the ID of the stream
	 * @param suppression the entry
	 * @param cause the message that was the cause, if one was
	 */
	public void add(String stream, Suppression suppression, @Nullable OutboundMessage cause) {
		if (keep(Key.of(stream, suppression.emailAddress()), suppression)) {
			SubscriptionChange.suppressed(this.server, stream, suppression, cause);
		}
	}

	private synchronized boolean keep(Key key, Suppression suppression) {
		boolean added = this.suppressions.putIfAbsent(key, suppression) == null;
		if (this.suppressions.size() > MAX_SUPPRESSIONS) {
			this.suppressions.remove(this.suppressions.keySet().iterator().next());
		}
		return added;
	}

	/**
	 * Finds an entry.
	 * @param stream the ID of the stream
	 * @param address the bare address
	 * @return the entry, or {@code null} if the address is not suppressed
	 */
	public synchronized @Nullable Suppression find(String stream, String address) {
		return this.suppressions.get(Key.of(stream, address));
	}

	/**
	 * Lets an address have mail again, and tells webhooks of it.
	 * @param stream the ID of the stream
	 * @param address the bare address
	 */
	public void remove(String stream, String address) {
		Suppression suppression = forget(Key.of(stream, address));
		if (suppression != null) {
			SubscriptionChange.reactivated(this.server, stream, suppression);
		}
	}

	private synchronized @Nullable Suppression forget(Key key) {
		return this.suppressions.remove(key);
	}

	/**
	 * Returns how many there are in all streams.
	 * @return the number of entries
	 */
	public synchronized int size() {
		return this.suppressions.size();
	}

	synchronized List<Suppression> newestFirst(String stream) {
		List<Suppression> found = new ArrayList<>();
		this.suppressions.forEach((key, suppression) -> {
			if (key.stream().equals(stream)) {
				found.add(suppression);
			}
		});
		Collections.reverse(found);
		return found;
	}

	private record Key(String stream, String address) {

		static Key of(String stream, String address) {
			return new Key(stream, address.toLowerCase(Locale.ROOT));
		}

	}

}

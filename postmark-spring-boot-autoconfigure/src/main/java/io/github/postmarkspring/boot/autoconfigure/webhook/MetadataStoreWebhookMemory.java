package io.github.postmarkspring.boot.autoconfigure.webhook;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;

import io.github.postmarkspring.client.webhook.WebhookMemory;

import org.springframework.integration.metadata.ConcurrentMetadataStore;
import org.springframework.util.Assert;

/**
 * Remembers in a store of Spring Integration's. A claim is {@code claimed:until:owner},
 * in milliseconds since 1970, and becomes {@code handled:since}. Who holds a claim is
 * told by its owner, so that nobody lets go of what has become somebody else's.
 * <p>
 * Nothing is ever removed, because no store can list what it has. The time in a value is
 * there so that whoever runs the store can delete what was handled long ago.
 */
class MetadataStoreWebhookMemory implements WebhookMemory {

	private static final String PREFIX = "postmark.webhook.";

	private static final String CLAIMED = "claimed:";

	private final ConcurrentMetadataStore store;

	private final Duration claimExpiry;

	private final Clock clock;

	MetadataStoreWebhookMemory(ConcurrentMetadataStore store, Duration claimExpiry, Clock clock) {
		Assert.isTrue(!claimExpiry.isNegative() && !claimExpiry.isZero(), "'claimExpiry' must be positive");
		this.store = store;
		this.claimExpiry = claimExpiry;
		this.clock = clock;
	}

	@Override
	public Claim claim(String key) {
		String name = PREFIX + key;
		String mine = CLAIMED + this.clock.instant().plus(this.claimExpiry).toEpochMilli() + ":" + UUID.randomUUID();
		String current = this.store.putIfAbsent(name, mine);
		if (current == null) {
			return new StoredClaim(State.CLAIMED, name, mine);
		}
		if (!current.startsWith(CLAIMED)) {
			return new StoredClaim(State.HANDLED, name, mine);
		}
		boolean taken = isExpired(current) && this.store.replace(name, current, mine);
		return new StoredClaim(taken ? State.CLAIMED : State.BUSY, name, mine);
	}

	private boolean isExpired(String claim) {
		String until = claim.substring(CLAIMED.length(), claim.indexOf(':', CLAIMED.length()));
		return Long.parseLong(until) < this.clock.millis();
	}

	private final class StoredClaim implements Claim {

		private final State state;

		private final String name;

		private final String mine;

		private boolean open;

		private StoredClaim(State state, String name, String mine) {
			this.state = state;
			this.name = name;
			this.mine = mine;
			this.open = state == State.CLAIMED;
		}

		@Override
		public State state() {
			return this.state;
		}

		@Override
		public void handled() {
			if (this.open) {
				this.open = false;
				// Even if the claim has become somebody else's: it has been handled.
				MetadataStoreWebhookMemory.this.store.put(this.name,
						"handled:" + MetadataStoreWebhookMemory.this.clock.millis());
			}
		}

		@Override
		public void failed() {
			if (this.open) {
				this.open = false;
				String expired = CLAIMED + "0:" + this.mine;
				// The store cannot remove a value only if it is still ours, so it is made
				// one that anybody may take.
				MetadataStoreWebhookMemory.this.store.replace(this.name, this.mine, expired);
			}
		}

	}

}

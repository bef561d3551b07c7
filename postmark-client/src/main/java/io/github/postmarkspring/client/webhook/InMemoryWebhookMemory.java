package io.github.postmarkspring.client.webhook;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

import org.springframework.util.Assert;

/**
 * A memory in two maps, each in the order of time: what leaves first stands first, so
 * every step takes constant time and one lock is enough.
 */
final class InMemoryWebhookMemory implements WebhookMemory {

	private static final int MAX_KEY_LENGTH = 256;

	private static final Claim BUSY = new NoClaim(State.BUSY);

	private static final Claim HANDLED = new NoClaim(State.HANDLED);

	private final int maxEntries;

	private final Duration claimExpiry;

	private final Duration rememberedFor;

	private final Clock clock;

	private final Object lock = new Object();

	private final Map<String, HeldClaim> underWay = new LinkedHashMap<>();

	private final Map<String, Instant> handledUntil = new LinkedHashMap<>();

	InMemoryWebhookMemory(int maxEntries, Duration claimExpiry, Duration rememberedFor, Clock clock) {
		Assert.isTrue(maxEntries > 0, "'maxEntries' must be positive");
		Assert.isTrue(!claimExpiry.isNegative() && !claimExpiry.isZero(), "'claimExpiry' must be positive");
		Assert.isTrue(!rememberedFor.isNegative() && !rememberedFor.isZero(), "'rememberedFor' must be positive");
		Assert.notNull(clock, "'clock' must not be null");
		this.maxEntries = maxEntries;
		this.claimExpiry = claimExpiry;
		this.rememberedFor = rememberedFor;
		this.clock = clock;
	}

	@Override
	public Claim claim(String key) {
		Assert.hasLength(key, "'key' must not be empty");
		String bounded = bounded(key);
		synchronized (this.lock) {
			Instant now = this.clock.instant();
			forgetOld(now);
			Instant until = this.handledUntil.get(bounded);
			if (until != null && now.isBefore(until)) {
				return HANDLED;
			}
			HeldClaim other = this.underWay.get(bounded);
			if (other != null && now.isBefore(other.expires)) {
				return BUSY;
			}
			this.underWay.remove(bounded);
			if (!makeRoom(now)) {
				return BUSY;
			}
			HeldClaim claim = new HeldClaim(bounded, now.plus(this.claimExpiry));
			this.underWay.put(bounded, claim);
			return claim;
		}
	}

	/** What is long is kept as its digest: the bound is to be one of memory too. */
	private static String bounded(String key) {
		return (key.length() <= MAX_KEY_LENGTH) ? key
				: HexFormat.of().formatHex(Sha256.digest(key.getBytes(StandardCharsets.UTF_8)));
	}

	private void forgetOld(Instant now) {
		Iterator<Instant> eldest = this.handledUntil.values().iterator();
		while (eldest.hasNext() && !now.isBefore(eldest.next())) {
			eldest.remove();
		}
	}

	private boolean makeRoom(Instant now) {
		if (this.underWay.size() + this.handledUntil.size() < this.maxEntries) {
			return true;
		}
		Iterator<HeldClaim> claims = this.underWay.values().iterator();
		if (claims.hasNext() && !now.isBefore(claims.next().expires)) {
			claims.remove();
			return true;
		}
		Iterator<Instant> handled = this.handledUntil.values().iterator();
		if (handled.hasNext()) {
			handled.next();
			handled.remove();
			return true;
		}
		return false;
	}

	private void end(HeldClaim claim, boolean handled) {
		synchronized (this.lock) {
			if (claim.ended) {
				return;
			}
			claim.ended = true;
			// Not somebody else's, who came after it had expired.
			this.underWay.remove(claim.key, claim);
			if (handled) {
				Instant now = this.clock.instant();
				this.handledUntil.remove(claim.key);
				if (makeRoom(now)) {
					this.handledUntil.put(claim.key, now.plus(this.rememberedFor));
				}
			}
		}
	}

	private final class HeldClaim implements Claim {

		private final String key;

		private final Instant expires;

		private boolean ended;

		private HeldClaim(String key, Instant expires) {
			this.key = key;
			this.expires = expires;
		}

		@Override
		public State state() {
			return State.CLAIMED;
		}

		@Override
		public void handled() {
			end(this, true);
		}

		@Override
		public void failed() {
			end(this, false);
		}

	}

	private record NoClaim(State state) implements Claim {

		@Override
		public void handled() {
		}

		@Override
		public void failed() {
		}

	}

}

package io.github.postmarkspring.boot.autoconfigure.health;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * The health of one token, as it was found last. Who asks gets that at once; if it is
 * old, it is found out anew beside him. Nothing is done while nobody asks.
 */
class CachedHealth implements HealthIndicator {

	/**
	 * How many times as old as it may be something says nothing any more, and how old.
	 */
	private static final int STALE = 10;

	private static final Duration STALE_AFTER = Duration.ofMinutes(5);

	private final HealthProbe probe;

	private final LiveToken token;

	private final PostmarkHealthProperties properties;

	private final Executor background;

	private final LongSupplier nanoTime;

	private final AtomicBoolean asked = new AtomicBoolean();

	private volatile @Nullable Moment begun;

	private volatile @Nullable Found last;

	CachedHealth(HealthProbe probe, LiveToken token, PostmarkHealthProperties properties, Executor background,
			LongSupplier nanoTime) {
		this.probe = probe;
		this.token = token;
		this.properties = properties;
		this.background = background;
		this.nanoTime = nanoTime;
	}

	@Override
	public Health health() {
		Found found = this.last;
		if ((found == null || isOver(this.properties.cacheTime(), found.nanos()))
				&& this.asked.compareAndSet(false, true)) {
			this.background.execute(this::refresh);
		}
		Moment begun = this.begun;
		if (begun != null && isOver(this.properties.timeout(), begun.nanos())) {
			return overdue(begun, found);
		}
		if (found == null) {
			return Health.unknown().withDetail(HealthProbe.REASON, "not checked yet").build();
		}
		if (isOver(STALE_AFTER, found.nanos())
				&& isOver(this.properties.cacheTime().multipliedBy(STALE), found.nanos())) {
			return Health.unknown()
				.withDetails(found.health().getDetails())
				.withDetail(HealthProbe.REASON, "not checked for long, now it is")
				.build();
		}
		return found.health();
	}

	/** Asks nobody for the token, who might keep one waiting. */
	private Health overdue(Moment begun, @Nullable Found found) {
		Health.Builder health = Health.down()
			.withDetail(HealthProbe.REASON, "unreachable")
			.withDetail("error", "no answer within " + this.properties.timeout().toMillis() + " ms");
		Object fingerprint = (found != null) ? found.health().getDetails().get(HealthProbe.TOKEN) : null;
		if (fingerprint != null) {
			health.withDetail(HealthProbe.TOKEN, fingerprint);
		}
		return health.withDetail(HealthProbe.LAST_CHECKED, begun.time().truncatedTo(ChronoUnit.MILLIS)).build();
	}

	private boolean isOver(Duration time, long since) {
		return this.nanoTime.getAsLong() - since >= time.toNanos();
	}

	private void refresh() {
		try {
			found(this.probe.ask(new CheckedToken(this.token, this::asking)));
		}
		catch (Throwable ex) {
			// Nobody would see it, and what was found before would stand for ever.
			found(HealthProbe.failed(ex)
				.withDetail(HealthProbe.LAST_CHECKED, Instant.now().truncatedTo(ChronoUnit.MILLIS))
				.build());
		}
		finally {
			this.begun = null;
			this.asked.set(false);
		}
	}

	private void asking(boolean asking) {
		this.begun = asking ? new Moment(this.nanoTime.getAsLong(), Instant.now()) : null;
	}

	private void found(Health health) {
		this.last = new Found(health, this.nanoTime.getAsLong());
	}

	private record Moment(long nanos, Instant time) {
	}

	private record Found(Health health, long nanos) {
	}

}

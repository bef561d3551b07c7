package io.github.postmarkspring.emulator.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The time of the emulator: that of the machine, unless a test has moved it.
 *
 * @since 0.1.0
 */
public final class VirtualClock extends Clock {

	// Far beyond, dates could no longer be written.
	private static final Duration FARTHEST = Duration.ofDays(3650);

	private final AtomicReference<Duration> offset = new AtomicReference<>(Duration.ZERO);

	private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

	private final Clock machine;

	/**
	 * Creates a clock that is not moved yet.
	 * @param machine what it goes by
	 */
	public VirtualClock(Clock machine) {
		this.machine = machine;
	}

	/**
	 * Adds what is to look at the clock anew when it has been moved.
	 * @param listener called after each move
	 */
	public void onMove(Runnable listener) {
		this.listeners.add(listener);
	}

	/**
	 * Moves the clock.
	 * @param duration how far; negative to move it back
	 * @throws IllegalArgumentException if it would then be more than ten years off
	 */
	public void advance(Duration duration) {
		this.offset.updateAndGet((offset) -> {
			if (duration.abs().compareTo(FARTHEST) > 0 || offset.plus(duration).abs().compareTo(FARTHEST) > 0) {
				throw new IllegalArgumentException("The clock can be moved ten years at most");
			}
			return offset.plus(duration);
		});
		this.listeners.forEach(Runnable::run);
	}

	/**
	 * Sets the clock to the time of the machine again.
	 */
	public void reset() {
		this.offset.set(Duration.ZERO);
		this.listeners.forEach(Runnable::run);
	}

	@Override
	public Instant instant() {
		return this.machine.instant().plus(this.offset.get());
	}

	@Override
	public ZoneId getZone() {
		return this.machine.getZone();
	}

	@Override
	public Clock withZone(ZoneId zone) {
		throw new UnsupportedOperationException("The emulator knows points in time only");
	}

}

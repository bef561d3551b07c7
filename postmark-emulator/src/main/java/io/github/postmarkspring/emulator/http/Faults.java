package io.github.postmarkspring.emulator.http;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

import org.springframework.http.server.PathContainer;

/**
 * What is to go wrong with the next requests.
 *
 * @since 0.1.0
 */
public final class Faults {

	private static final int MAX_FAULTS = 1000;

	private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE");

	private final List<PlannedFault> planned = new CopyOnWriteArrayList<>();

	private final boolean resets;

	/**
	 * Creates an empty plan.
	 * @param resets whether connections can be reset
	 */
	public Faults(boolean resets) {
		this.resets = resets;
	}

	/**
	 * Lets the next requests of a kind go wrong.
	 * @param method the HTTP method
	 * @param path the path pattern, such as {@code /email} or <code>/messages/**</code>
	 * @param times how many requests, at least 1
	 * @param fault what goes wrong
	 * @return what counts them
	 * @throws IllegalArgumentException if a value is not as described, or if there are
	 * too many faults
	 */
	public PlannedFault next(String method, String path, long times, Fault fault) {
		return add(method, path, 1, times, fault);
	}

	/**
	 * Lets a share of the requests of a kind go wrong.
	 * @param method the HTTP method
	 * @param path the path pattern
	 * @param nth 1 for each request, 100 for the hundredth, the two hundredth and so on
	 * @param fault what goes wrong
	 * @return what counts them
	 * @throws IllegalArgumentException if a value is not as described, or if there are
	 * too many faults
	 */
	public PlannedFault every(String method, String path, long nth, Fault fault) {
		return add(method, path, nth, Long.MAX_VALUE, fault);
	}

	private synchronized PlannedFault add(String method, String path, long every, long times, Fault fault) {
		require(METHODS.contains(method.toUpperCase(Locale.ROOT)), "There is no such method");
		require(path.startsWith("/"), "The path of a fault must begin with '/'");
		require(every >= 1 && times >= 1, "A fault must occur once at least");
		require(this.resets || !fault.ending().reset(),
				"This emulator cannot reset connections: it must be started with resets(true)");
		if (this.planned.size() >= MAX_FAULTS) {
			this.planned.removeIf((it) -> it.left() == 0);
		}
		require(this.planned.size() < MAX_FAULTS, "There are " + MAX_FAULTS + " faults already: clear them first");
		PlannedFault added = new PlannedFault(method.toUpperCase(Locale.ROOT), Route.pattern(path), every, times,
				fault);
		this.planned.add(added);
		return added;
	}

	/**
	 * Returns the plan, with faults that are used up.
	 * @return a copy, oldest first
	 */
	public List<PlannedFault> all() {
		return List.copyOf(this.planned);
	}

	/**
	 * Lets nothing go wrong any more. Answers that are late come now.
	 */
	public synchronized void clear() {
		this.planned.forEach(PlannedFault::withdraw);
		this.planned.clear();
	}

	boolean isEmpty() {
		return this.planned.isEmpty();
	}

	PlannedFault of(String method, String rawPath) {
		PathContainer path = PathContainer.parsePath(Router.withoutTrailingSlash(rawPath));
		for (PlannedFault planned : this.planned) {
			if (planned.strikes(method, path)) {
				return planned;
			}
		}
		return PlannedFault.none();
	}

	private static void require(boolean condition, String message) {
		if (!condition) {
			throw new IllegalArgumentException(message);
		}
	}

}

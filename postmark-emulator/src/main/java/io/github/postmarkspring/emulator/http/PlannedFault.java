package io.github.postmarkspring.emulator.http;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;

/**
 * A fault that is to come, and how often it came already.
 *
 * @since 0.1.0
 */
public final class PlannedFault {

	private static final PlannedFault NONE = new PlannedFault("", Route.pattern("/**"), 1, Long.MAX_VALUE,
			Fault.none());

	private final CountDownLatch withdrawn = new CountDownLatch(1);

	private final String method;

	private final PathPattern path;

	private final long every;

	private final long times;

	private final Fault fault;

	private long seen;

	private volatile long given;

	PlannedFault(String method, PathPattern path, long every, long times, Fault fault) {
		this.method = method;
		this.path = path;
		this.every = every;
		this.times = times;
		this.fault = fault;
	}

	static PlannedFault none() {
		return NONE;
	}

	/**
	 * Returns whose requests go wrong.
	 * @return the HTTP method
	 */
	public String method() {
		return this.method;
	}

	/**
	 * Returns where requests go wrong.
	 * @return the path pattern
	 */
	public String path() {
		return this.path.getPatternString();
	}

	/**
	 * Returns of how many requests one goes wrong.
	 * @return 1 if each does
	 */
	public long every() {
		return this.every;
	}

	/**
	 * Returns what goes wrong.
	 * @return the fault
	 */
	public Fault fault() {
		return this.fault;
	}

	/**
	 * Returns how often it came.
	 * @return the number of requests that went wrong
	 */
	public long given() {
		return this.given;
	}

	/**
	 * Returns how often it is still to come.
	 * @return the number of requests, {@link Long#MAX_VALUE} if there is no end
	 */
	public long left() {
		return (this.times == Long.MAX_VALUE) ? this.times : this.times - this.given;
	}

	/**
	 * Counts a request.
	 * @return whether it is one that goes wrong
	 */
	synchronized boolean strikes(String method, PathContainer path) {
		if (left() == 0 || !this.method.equalsIgnoreCase(method) || !this.path.matches(path)) {
			return false;
		}
		this.seen++;
		if (this.seen % this.every != 0) {
			return false;
		}
		this.given++;
		return true;
	}

	/**
	 * Waits as long as the fault's latency, unless it is withdrawn.
	 */
	void pause() throws InterruptedException {
		this.withdrawn.await(this.fault.latency().toMillis(), TimeUnit.MILLISECONDS);
	}

	void withdraw() {
		this.withdrawn.countDown();
	}

	@Override
	public String toString() {
		return "PlannedFault[" + this.method + " " + path() + ": " + this.fault + ", given=" + this.given + "]";
	}

}

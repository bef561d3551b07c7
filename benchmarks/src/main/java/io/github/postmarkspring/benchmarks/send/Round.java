package io.github.postmarkspring.benchmarks.send;

/**
 * What a subject did in a round, and what that took.
 *
 * @param operations how many times it sent
 * @param accepted the mails that were accepted, as it knows
 * @param unknown the mails of which it does not know
 * @param failed the mails that it says were not sent
 * @param nanos how long it took
 * @param cpuNanos the CPU time of the process
 * @param allocatedBytes what all threads allocated
 */
public record Round(long operations, long accepted, long unknown, long failed, long nanos, long cpuNanos,
		long allocatedBytes) {

	/**
	 * Return how often it sent in a second.
	 * @return the rate
	 */
	public double rate() {
		return this.operations * 1e9 / this.nanos;
	}

	/**
	 * Return what CPU time sending took.
	 * @return microseconds
	 */
	public double cpuMicros() {
		return this.cpuNanos / 1e3 / this.operations;
	}

	/**
	 * Return what sending allocated.
	 * @return bytes
	 */
	public double allocated() {
		return (double) this.allocatedBytes / this.operations;
	}

}

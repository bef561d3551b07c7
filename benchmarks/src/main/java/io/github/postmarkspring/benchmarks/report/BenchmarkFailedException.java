package io.github.postmarkspring.benchmarks.report;

/**
 * A run whose figures would say nothing, or something wrong.
 */
public class BenchmarkFailedException extends RuntimeException {

	public BenchmarkFailedException(String message) {
		super(message);
	}

}

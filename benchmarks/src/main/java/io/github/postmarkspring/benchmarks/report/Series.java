package io.github.postmarkspring.benchmarks.report;

import java.util.List;
import java.util.stream.IntStream;

/**
 * What was measured in rounds that followed each other.
 *
 * @param values the values in order of time
 */
public record Series(List<Double> values) {

	public Series {
		values = List.copyOf(values);
	}

	/**
	 * Divide by what another subject had in the same rounds.
	 * @param peer the other
	 * @return the ratios
	 */
	public Series over(Series peer) {
		return new Series(IntStream.range(0, this.values.size())
			.mapToObj((i) -> this.values.get(i) / peer.values.get(i))
			.toList());
	}

	/**
	 * Return the median.
	 * @return the median
	 */
	public double median() {
		List<Double> sorted = this.values.stream().sorted().toList();
		int half = sorted.size() / 2;
		return (sorted.size() % 2 == 1) ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
	}

	/**
	 * Return the smallest value.
	 * @return the value
	 */
	public double least() {
		return this.values.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
	}

	/**
	 * Return the largest value.
	 * @return the value
	 */
	public double most() {
		return this.values.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
	}

	/**
	 * Return how far the end has moved from the beginning, rounds in between left out.
	 * @return the median of the last third over that of the first
	 */
	public double drift() {
		int third = Math.max(1, this.values.size() / 3);
		Series first = new Series(this.values.subList(0, third));
		Series last = new Series(this.values.subList(this.values.size() - third, this.values.size()));
		return last.median() / first.median();
	}

}

package io.github.postmarkspring.benchmarks.send;

import java.util.List;
import java.util.function.ToDoubleFunction;

import io.github.postmarkspring.benchmarks.report.Series;
import io.github.postmarkspring.benchmarks.stub.Tally;
import io.github.postmarkspring.benchmarks.subject.Subjects;

/**
 * The rounds of a subject.
 *
 * @param subject the subject
 * @param all all its rounds, those to warm up first
 * @param measured those that count
 * @param tally what the server got in all of them
 */
public record Course(Subjects subject, List<Round> all, List<Round> measured, Tally tally) {

	/**
	 * Return something about the rounds that count.
	 * @param figure what
	 * @return the values
	 */
	public Series series(ToDoubleFunction<Round> figure) {
		return new Series(this.measured.stream().map(figure::applyAsDouble).toList());
	}

	/**
	 * Return a sum over all rounds.
	 * @param count what to add
	 * @return the sum
	 */
	public long sum(ToDoubleFunction<Round> count) {
		return (long) this.all.stream().mapToDouble(count).sum();
	}

}

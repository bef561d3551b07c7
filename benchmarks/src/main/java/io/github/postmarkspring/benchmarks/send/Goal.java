package io.github.postmarkspring.benchmarks.send;

import java.util.List;
import java.util.Locale;

import io.github.postmarkspring.benchmarks.report.Result;
import io.github.postmarkspring.benchmarks.report.Series;
import io.github.postmarkspring.benchmarks.subject.Subjects;
import org.jspecify.annotations.Nullable;

/**
 * What is expected of a subject.
 *
 * @param subject the subject
 * @param measure of what
 * @param peer what it is compared with, {@code null} if it is the figure itself that
 * counts
 * @param atLeast whether more is better
 * @param threshold the worst that will do
 */
public record Goal(Subjects subject, Measure measure, @Nullable Subjects peer, boolean atLeast, double threshold) {

	/**
	 * Expect at least so many times what the peer has.
	 */
	static Goal atLeast(double threshold, Measure measure, Subjects subject, Subjects peer) {
		return new Goal(subject, measure, peer, true, threshold);
	}

	/**
	 * Expect at most so many times what the peer has.
	 */
	static Goal atMost(double threshold, Measure measure, Subjects subject, Subjects peer) {
		return new Goal(subject, measure, peer, false, threshold);
	}

	/**
	 * Judge.
	 * @param courses the rounds
	 * @return what became of the goal
	 */
	public Result.Verdict judge(List<Course> courses) {
		Series own = find(courses, this.subject);
		double measured = ((this.peer != null) ? own.over(find(courses, this.peer)) : own).median();
		boolean met = this.atLeast ? measured >= this.threshold : measured <= this.threshold;
		return Result.Verdict.of(this.subject.title() + ": " + this.measure.title() + " " + text(), measured,
				(this.peer != null) ? "x" : this.measure.unit(), met);
	}

	private String text() {
		String limit = String.format(Locale.ROOT, "%s %s", this.atLeast ? "at least" : "at most",
				(this.threshold == Math.rint(this.threshold)) ? String.valueOf((long) this.threshold)
						: String.valueOf(this.threshold));
		return (this.peer != null) ? limit + "x of " + this.peer.title() : limit + this.measure.unit();
	}

	private Series find(List<Course> courses, Subjects wanted) {
		return courses.stream()
			.filter((course) -> course.subject() == wanted)
			.findFirst()
			.orElseThrow()
			.series(this.measure::of);
	}

}

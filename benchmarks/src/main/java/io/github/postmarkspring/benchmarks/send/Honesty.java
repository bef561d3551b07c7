package io.github.postmarkspring.benchmarks.send;

import java.util.Collection;
import java.util.List;

import io.github.postmarkspring.benchmarks.report.BenchmarkFailedException;
import io.github.postmarkspring.benchmarks.report.Series;

/**
 * What must be right before a figure means anything.
 */
final class Honesty {

	/**
	 * How much better the last rounds may be than the first: what they take, compared.
	 */
	private static final double WARM = 0.75;

	/** How much longer the body of one subject's mail may be than another's. */
	private static final double SAME = 1.03;

	private Honesty() {
	}

	static void check(List<Course> courses, Comparison comparison, Collection<Measure> judged) {
		for (Course course : courses) {
			checkCounts(course, comparison);
			judged.forEach((measure) -> checkWarmth(course, measure));
		}
		checkWork(courses);
	}

	private static void checkCounts(Course course, Comparison comparison) {
		long accepted = course.sum(Round::accepted);
		long unknown = course.sum(Round::unknown);
		long failed = course.sum(Round::failed);
		if (course.tally().mails() != accepted + unknown || course.tally().duplicates() > 0) {
			throw failed(course, "the server got " + course.tally().mails() + " mails, " + course.tally().duplicates()
					+ " of them twice, and the subject reported " + accepted + " accepted and " + unknown + " unknown");
		}
		boolean lossy = comparison.distance() == Comparison.Distance.LOSSY;
		if (failed > 0 || (unknown > 0 && !lossy)) {
			throw failed(course,
					failed + " mails were not sent, and " + unknown + " are unknown, with a server that does not fail");
		}
		if (lossy && unknown < course.tally().lost()) {
			throw failed(course, course.tally().lost() + " answers were lost, and the subject reported " + unknown);
		}
		if (course.tally().mails() != course.sum(Round::operations) * comparison.load().kind().mails()) {
			throw failed(course, "it did something else than it was told");
		}
	}

	private static void checkWarmth(Course course, Measure measure) {
		Series series = course.series(measure::of);
		double better = measure.isMoreBetter() ? 1 / series.drift() : series.drift();
		if (series.values().size() >= 3 && better < WARM) {
			throw failed(course,
					"it was still warming up, let it run for longer: " + measure.title() + " went from "
							+ Math.round(series.values().get(0)) + " to "
							+ Math.round(series.values().get(series.values().size() - 1)) + " " + measure.unit()
							+ " in the rounds that count");
		}
	}

	private static void checkWork(List<Course> courses) {
		Course peer = courses.get(0);
		for (Course course : courses) {
			double ratio = bytes(course) / bytes(peer);
			if (ratio > SAME || ratio < 1 / SAME) {
				throw failed(course, "its mails have " + Math.round(bytes(course)) + " bytes, and those of "
						+ peer.subject().title() + " " + Math.round(bytes(peer)) + ": the work is not the same");
			}
		}
	}

	private static double bytes(Course course) {
		return (double) course.tally().bytes() / course.tally().mails();
	}

	private static BenchmarkFailedException failed(Course course, String reason) {
		return new BenchmarkFailedException(course.subject().title() + ": " + reason);
	}

}

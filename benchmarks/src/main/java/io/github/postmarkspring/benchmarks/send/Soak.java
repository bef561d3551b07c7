package io.github.postmarkspring.benchmarks.send;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import io.github.postmarkspring.benchmarks.report.Figure;
import io.github.postmarkspring.benchmarks.report.Result;
import io.github.postmarkspring.benchmarks.send.Comparison.Distance;
import io.github.postmarkspring.benchmarks.send.Load.Kind;
import io.github.postmarkspring.benchmarks.subject.Subjects;

/**
 * P10: many sends from many threads, also with a server that loses answers. Every mail
 * that arrived has to be one that was reported as accepted or as unknown, which the
 * driver checks, and connections have to be used again.
 */
public final class Soak {

	private static final int THREADS = 64;

	private static final long AN_HOUR = 3_600_000;

	private Soak() {
	}

	/**
	 * Send.
	 * @param sends how many times
	 * @return what became of them
	 * @throws IOException if a JVM cannot be started, or ends early
	 */
	public static Result run(int sends) throws IOException {
		List<Result.Line> lines = new ArrayList<>();
		List<Result.Verdict> verdicts = new ArrayList<>();
		for (Distance distance : List.of(Distance.NEAR, Distance.LOSSY)) {
			for (Course course : Driver.run(new Comparison(List.of(Subjects.STARTER, Subjects.STARTER_JDK), distance,
					new Load(Kind.SMALL, THREADS, AN_HOUR, sends), false, 0, 1), List.of())) {
				String subject = course.subject().title()
						+ ((distance == Distance.LOSSY) ? ", one answer of 500 lost" : "");
				lines.add(line(subject, course));
				long lost = course.sum(Round::unknown);
				verdicts.add(Result.Verdict.of(
						subject + ": connections at most threads + 1" + ((lost > 0) ? ", and one for each lost" : ""),
						course.tally().connections(), "", course.tally().connections() <= THREADS + 1 + lost));
			}
		}
		return new Result("P10", sends + " sends from 64 threads: received = accepted + unknown, no duplicate", lines,
				verdicts);
	}

	private static Result.Line line(String subject, Course course) {
		return new Result.Line(subject,
				List.of(new Figure("received", course.tally().mails(), "", null),
						new Figure("accepted", course.sum(Round::accepted), "", null),
						new Figure("unknown", course.sum(Round::unknown), "", null),
						new Figure("not sent", course.sum(Round::failed), "", null),
						new Figure("twice", course.tally().duplicates(), "", null),
						new Figure("connections", course.tally().connections(), "", null)));
	}

}

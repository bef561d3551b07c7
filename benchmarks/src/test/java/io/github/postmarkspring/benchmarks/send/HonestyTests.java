package io.github.postmarkspring.benchmarks.send;

import java.util.ArrayList;
import java.util.List;

import io.github.postmarkspring.benchmarks.report.BenchmarkFailedException;
import io.github.postmarkspring.benchmarks.send.Comparison.Distance;
import io.github.postmarkspring.benchmarks.stub.Tally;
import io.github.postmarkspring.benchmarks.subject.Subjects;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

/**
 * What gives a message instead of a figure.
 */
class HonestyTests {

	private static final Tally TEN = new Tally(1, 10, 10, 0, 1000, 0, 0, 0);

	@Test
	void aRunIsGoodIfAllThatWasReportedArrivedOnce() {
		assertThatNoException().isThrownBy(() -> check(Distance.NEAR, course(TEN, round(10, 0, 0, 1))));
	}

	@Test
	void aMailThatDidNotArriveFailsTheRun() {
		assertFails(course(new Tally(1, 9, 9, 0, 900, 0, 0, 0), round(10, 0, 0, 1)), "the server got 9 mails");
	}

	@Test
	void aMailThatArrivedAndWasNotReportedFailsTheRun() {
		assertFails(course(new Tally(1, 11, 11, 0, 1100, 0, 0, 0), round(10, 0, 0, 1)), "the server got 11 mails");
	}

	@Test
	void aMailThatArrivedTwiceFailsTheRun() {
		assertFails(course(new Tally(1, 10, 10, 1, 1000, 0, 0, 0), round(10, 0, 0, 1)), "1 of them twice");
	}

	@Test
	void aFailureOfAServerThatDoesNotFailFailsTheRun() {
		assertFails(course(TEN, round(9, 1, 0, 1)), "1 are unknown");
		assertFails(course(TEN, round(10, 0, 1, 1)), "1 mails were not sent");
	}

	@Test
	void aLostAnswerThatIsNotReportedFailsTheRun() {
		Course course = course(new Tally(1, 10, 10, 0, 1000, 2, 0, 0), round(9, 1, 0, 1));
		assertThatExceptionOfType(BenchmarkFailedException.class).isThrownBy(() -> check(Distance.LOSSY, course))
			.withMessageContaining("2 answers were lost, and the subject reported 1");
	}

	@Test
	void aSubjectThatIsStillWarmingUpFailsTheRun() {
		Tally thirty = new Tally(1, 30, 30, 0, 3000, 0, 0, 0);
		assertFails(course(thirty, round(10, 0, 0, 100_000), round(10, 0, 0, 80_000), round(10, 0, 0, 50_000)),
				"still warming up", "CPU per send went from 10 to 5 us");
		assertThatNoException().isThrownBy(() -> check(Distance.NEAR,
				course(thirty, round(10, 0, 0, 100_000), round(10, 0, 0, 120_000), round(10, 0, 0, 90_000))));
	}

	@Test
	void subjectsThatDoUnlikeWorkFailTheRun() {
		Course other = new Course(Subjects.STARTER, rounds(round(10, 0, 0, 1)), rounds(round(10, 0, 0, 1)),
				new Tally(1, 10, 10, 0, 900, 0, 0, 0));
		assertThatExceptionOfType(BenchmarkFailedException.class)
			.isThrownBy(() -> check(Distance.NEAR, course(TEN, round(10, 0, 0, 1)), other))
			.withMessageContaining("its mails have 90 bytes")
			.withMessageContaining("100: the work is not the same");
	}

	private static void assertFails(Course course, String... words) {
		assertThatExceptionOfType(BenchmarkFailedException.class).isThrownBy(() -> check(Distance.NEAR, course))
			.satisfies((ex) -> assertThat(ex.getMessage()).contains(words));
	}

	private static void check(Distance distance, Course... courses) {
		Honesty.check(List.of(courses),
				new Comparison(List.of(), distance, new Load(Load.Kind.SMALL, 1, 1, 0), false, 0, 1),
				List.of(Measure.CPU));
	}

	private static Course course(Tally tally, Round... rounds) {
		return new Course(Subjects.OFFICIAL_SDK, rounds(rounds), rounds(rounds), tally);
	}

	private static List<Round> rounds(Round... rounds) {
		return new ArrayList<>(List.of(rounds));
	}

	private static Round round(long accepted, long unknown, long failed, long cpuNanos) {
		return new Round(accepted + unknown, accepted, unknown, failed, 1, cpuNanos, 1);
	}

}

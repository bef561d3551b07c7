package io.github.postmarkspring.benchmarks.send;

import java.io.IOException;
import java.util.List;

import io.github.postmarkspring.benchmarks.report.Result;
import io.github.postmarkspring.benchmarks.send.Load.Kind;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is steady enough to be required on any machine.
 */
class SendingGuardTests {

	private static final long A_MINUTE = 60_000;

	@Test
	void aSmallMailAllocatesNoMoreThanItsGoal() throws IOException {
		assertMet(SendScenarios.allocation(), Measure.ALLOCATED, new Load(Kind.SMALL, 1, A_MINUTE, 4000));
	}

	@Test
	void aMailWithALargeAttachmentAllocatesNoMoreThanItsGoal() throws IOException {
		assertMet(SendScenarios.attachment(), Measure.ALLOCATED, new Load(Kind.LARGE, 1, A_MINUTE, 60));
	}

	@Test
	void manySendsFromManyThreadsAreEachReportedAndShareTheConnections() throws IOException {
		assertMet(Soak.run(2000).verdicts());
	}

	/**
	 * One round counts: whether the compiler is done is of no matter to what is steady.
	 */
	private static void assertMet(SendScenario scenario, Measure measure, Load load) throws IOException {
		List<Course> courses = Driver.run(scenario.comparison().with(load, 2, 1), List.of());
		assertMet(scenario.goals()
			.stream()
			.filter((goal) -> goal.measure() == measure)
			.map((goal) -> goal.judge(courses))
			.toList());
	}

	private static void assertMet(List<Result.Verdict> verdicts) {
		assertThat(verdicts).isNotEmpty().allMatch(Result.Verdict::met);
	}

}

package io.github.postmarkspring.benchmarks.send;

import java.util.List;

import io.github.postmarkspring.benchmarks.send.Comparison.Distance;
import io.github.postmarkspring.benchmarks.send.Load.Kind;
import io.github.postmarkspring.benchmarks.subject.Subjects;

/**
 * The comparisons that are documented. The time they take is what it takes to be warm.
 */
public final class SendScenarios {

	private static final List<Subjects> ALL = List.of(Subjects.OFFICIAL_SDK, Subjects.HAND_WRITTEN, Subjects.STARTER);

	private SendScenarios() {
	}

	/**
	 * P1: many threads, and a server that is far away.
	 * @return the scenario
	 */
	public static SendScenario farAway() {
		return new SendScenario("P1", "64 threads, a server 20 ms away, Apache HttpComponents",
				new Comparison(ALL, Distance.FAR, new Load(Kind.SMALL, 64, 2000, 0), false, 3, 7),
				List.of(Goal.atLeast(10, Measure.RATE, Subjects.STARTER, Subjects.OFFICIAL_SDK),
						new Goal(Subjects.STARTER, Measure.RATE, null, true, 0.85 * 64 / 0.020)));
	}

	/**
	 * P2: the same with the client of the JDK.
	 * @return the scenario
	 */
	public static SendScenario farAwayJdk() {
		return new SendScenario("P2", "64 threads, a server 20 ms away, the JDK's client",
				new Comparison(List.of(Subjects.OFFICIAL_SDK, Subjects.STARTER_JDK), Distance.FAR,
						new Load(Kind.SMALL, 64, 2000, 0), false, 3, 7),
				List.of(Goal.atLeast(9, Measure.RATE, Subjects.STARTER_JDK, Subjects.OFFICIAL_SDK)));
	}

	/**
	 * P3: CPU of sending from 16 threads.
	 * @return the scenario
	 */
	public static SendScenario sixteenThreads() {
		return new SendScenario("P3", "small mail, 16 threads",
				new Comparison(ALL, Distance.NEAR, new Load(Kind.SMALL, 16, 2000, 0), false, 5, 7),
				List.of(Goal.atMost(0.75, Measure.CPU, Subjects.STARTER, Subjects.OFFICIAL_SDK)));
	}

	/**
	 * P3: CPU of sending one after the other, on one core.
	 * @return the scenario
	 */
	public static SendScenario oneCore() {
		return new SendScenario("P3", "small mail, one thread, client and server on one core",
				new Comparison(ALL, Distance.NEAR, new Load(Kind.SMALL, 1, 2000, 0), true, 8, 7),
				List.of(Goal.atMost(0.6, Measure.CPU, Subjects.STARTER, Subjects.OFFICIAL_SDK)));
	}

	/**
	 * P4: what sending allocates.
	 * @return the scenario
	 */
	public static SendScenario allocation() {
		return new SendScenario("P4", "small mail, one thread",
				new Comparison(ALL, Distance.NEAR, new Load(Kind.SMALL, 1, 2000, 0), false, 4, 5),
				List.of(Goal.atMost(0.5, Measure.ALLOCATED, Subjects.STARTER, Subjects.OFFICIAL_SDK),
						Goal.atMost(1.25, Measure.ALLOCATED, Subjects.STARTER, Subjects.HAND_WRITTEN)));
	}

	/**
	 * P5: a large attachment.
	 * @return the scenario
	 */
	public static SendScenario attachment() {
		return new SendScenario("P5", "mail with an attachment of 1 MiB, one thread",
				new Comparison(ALL, Distance.NEAR, new Load(Kind.LARGE, 1, 2000, 0), false, 7, 7),
				List.of(Goal.atLeast(3, Measure.RATE, Subjects.STARTER, Subjects.OFFICIAL_SDK),
						Goal.atMost(0.01, Measure.ALLOCATED, Subjects.STARTER, Subjects.OFFICIAL_SDK)));
	}

	/**
	 * P7: many mails in a request.
	 * @return the scenario
	 */
	public static SendScenario batch() {
		return new SendScenario("P7", "batch of 500 small mails, one thread",
				new Comparison(ALL, Distance.NEAR, new Load(Kind.BATCH, 1, 2000, 0), false, 10, 7),
				List.of(Goal.atLeast(2, Measure.RATE, Subjects.STARTER, Subjects.OFFICIAL_SDK),
						Goal.atMost(0.05, Measure.ALLOCATED, Subjects.STARTER, Subjects.OFFICIAL_SDK)));
	}

	/**
	 * OBS: what it costs to observe what is sent, with Spring's observation of the
	 * requests and beside it.
	 * @param threads how many threads send
	 * @return the scenario
	 */
	public static SendScenario observed(int threads) {
		return new SendScenario("OBS",
				"small mail, " + threads + " threads, observed and counted, Apache HttpComponents",
				new Comparison(List.of(Subjects.STARTER, Subjects.STARTER_REQUESTS_OBSERVED, Subjects.STARTER_OBSERVED),
						Distance.NEAR, new Load(Kind.SMALL, threads, 2000, 0), false, 5, 11),
				List.of(Goal.atLeast(0.95, Measure.RATE, Subjects.STARTER_OBSERVED, Subjects.STARTER_REQUESTS_OBSERVED),
						Goal.atLeast(0.95, Measure.RATE, Subjects.STARTER_OBSERVED, Subjects.STARTER)));
	}

	/**
	 * OBS: the same with the client of the JDK, which is what there is without any other.
	 * @param threads how many threads send
	 * @return the scenario
	 */
	public static SendScenario observedJdk(int threads) {
		return new SendScenario("OBS", "small mail, " + threads + " threads, observed and counted, the JDK's client",
				new Comparison(List.of(Subjects.STARTER_JDK, Subjects.STARTER_JDK_OBSERVED), Distance.NEAR,
						new Load(Kind.SMALL, threads, 2000, 0), false, 8, 11),
				List.of(Goal.atLeast(0.95, Measure.RATE, Subjects.STARTER_JDK_OBSERVED, Subjects.STARTER_JDK)));
	}

}

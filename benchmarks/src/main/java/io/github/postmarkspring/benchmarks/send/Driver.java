package io.github.postmarkspring.benchmarks.send;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import io.github.postmarkspring.benchmarks.jvm.Child;
import io.github.postmarkspring.benchmarks.jvm.Jvm;
import io.github.postmarkspring.benchmarks.stub.StubServer;
import io.github.postmarkspring.benchmarks.stub.Tally;
import io.github.postmarkspring.benchmarks.subject.Subjects;

/**
 * Lets subjects take turns, round by round, each in a JVM of its own, and the server in
 * another.
 */
public final class Driver {

	private static final String[] OPTIONS = { "-Xms256m", "-Xmx512m", "--enable-native-access=ALL-UNNAMED",
			"-XX:+IgnoreUnrecognizedVMOptions" };

	private Driver() {
	}

	/**
	 * Compare.
	 * @param comparison what
	 * @param judged what must no longer get better in the rounds that count
	 * @return the rounds of each subject, checked
	 * @throws IOException if a JVM cannot be started, or ends early
	 * @throws io.github.postmarkspring.benchmarks.report.BenchmarkFailedException if the
	 * figures would say nothing
	 */
	public static List<Course> run(Comparison comparison, Collection<Measure> judged) throws IOException {
		Jvm jvm = Jvm.of(OPTIONS).pinned(comparison.pinned());
		List<Runner> runners = new ArrayList<>();
		try (Child server = Child.start(jvm, StubServer.class)) {
			StubServer.Ports ports = server.read(StubServer.Ports.class);
			try {
				for (Subjects subject : comparison.subjects()) {
					runners.add(Runner.start(jvm, subject, comparison.distance().port(ports)));
				}
				for (int round = 0; round < comparison.warmUps() + comparison.rounds(); round++) {
					for (Runner runner : runners) {
						runner.run(comparison.load());
					}
				}
				List<Course> courses = new ArrayList<>();
				for (Runner runner : runners) {
					courses.add(runner.course(comparison.warmUps(), server));
				}
				Honesty.check(courses, comparison, judged);
				return courses;
			}
			finally {
				for (Runner runner : runners) {
					runner.process.close();
				}
			}
		}
	}

	/**
	 * A subject that runs.
	 */
	private record Runner(Subjects subject, Child process, List<Round> rounds) {

		private static Runner start(Jvm jvm, Subjects subject, int port) throws IOException {
			return new Runner(subject, Child.start(jvm, SubjectProcess.class, subject.name(), port, subject.name()),
					new ArrayList<>());
		}

		private void run(Load load) throws IOException {
			this.rounds.add(this.process.ask(load, Round.class));
		}

		private Course course(int warmUps, Child server) throws IOException {
			return new Course(this.subject, this.rounds, this.rounds.subList(warmUps, this.rounds.size()),
					server.ask(this.subject.name(), Tally.class));
		}

	}

}

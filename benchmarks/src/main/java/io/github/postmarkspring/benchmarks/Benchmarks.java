package io.github.postmarkspring.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import io.github.postmarkspring.benchmarks.footprint.Footprint;
import io.github.postmarkspring.benchmarks.heap.SmallestHeap;
import io.github.postmarkspring.benchmarks.jmh.InProcess;
import io.github.postmarkspring.benchmarks.report.BenchmarkFailedException;
import io.github.postmarkspring.benchmarks.report.Machine;
import io.github.postmarkspring.benchmarks.report.Report;
import io.github.postmarkspring.benchmarks.report.Result;
import io.github.postmarkspring.benchmarks.send.SendScenarios;
import io.github.postmarkspring.benchmarks.send.Soak;
import io.github.postmarkspring.benchmarks.startup.StartUp;
import io.github.postmarkspring.benchmarks.webhook.Verification;

/**
 * Runs the scenarios that are asked for, and writes what they gave as text and as JSON.
 */
public final class Benchmarks {

	private Benchmarks() {
	}

	private static Map<String, List<Scenario>> scenarios() {
		Map<String, List<Scenario>> scenarios = new LinkedHashMap<>();
		scenarios.put("P1", List.of(SendScenarios.farAway()::run));
		scenarios.put("P2", List.of(SendScenarios.farAwayJdk()::run));
		scenarios.put("P3", List.of(SendScenarios.sixteenThreads()::run, SendScenarios.oneCore()::run));
		scenarios.put("P4", List.of(SendScenarios.allocation()::run));
		scenarios.put("P5", List.of(SendScenarios.attachment()::run));
		scenarios.put("P6", List.of(SmallestHeap::measure));
		scenarios.put("P7", List.of(SendScenarios.batch()::run));
		scenarios.put("P8", List.of(() -> StartUp.measure(11)));
		scenarios.put("P9", List.of(() -> Verification.measure(6, 9, 2000)));
		scenarios.put("P10", List.of(() -> Soak.run(100_000)));
		scenarios.put("P11", List.of(Footprint::measure));
		scenarios.put("OBS", List.of(SendScenarios.observedJdk(1)::run, SendScenarios.observedJdk(16)::run,
				SendScenarios.observed(1)::run, SendScenarios.observed(16)::run));
		scenarios.put("JMH", List.of(() -> InProcess.measure(5)));
		return scenarios;
	}

	public static void main(String[] args) throws IOException {
		Map<String, List<Scenario>> scenarios = scenarios();
		List<String> chosen = args[0].equals("all") ? List.copyOf(scenarios.keySet())
				: Arrays.stream(args[0].split(",")).map(String::strip).toList();
		if (!scenarios.keySet().containsAll(chosen)) {
			System.err
				.println("There is no such scenario: " + chosen + ". There are " + new TreeSet<>(scenarios.keySet()));
			System.exit(2);
		}
		String began = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
		Machine machine = Machine.here();
		List<Result> results = new ArrayList<>();
		List<String> failed = new ArrayList<>();
		for (String name : chosen) {
			for (Scenario scenario : scenarios.getOrDefault(name, List.of())) {
				run(name, scenario, results, failed);
			}
		}
		System.out.println(new Report(began, machine, results, failed).write(Path.of(args[1])));
		System.exit(failed.isEmpty() ? 0 : 1);
	}

	private static void run(String name, Scenario scenario, List<Result> results, List<String> failed)
			throws IOException {
		System.err.println("Measuring " + name + " …");
		try {
			results.add(scenario.run());
		}
		catch (BenchmarkFailedException ex) {
			failed.add(name + ": " + ex.getMessage());
		}
	}

	private interface Scenario {

		Result run() throws IOException;

	}

}

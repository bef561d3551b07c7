package io.github.postmarkspring.benchmarks.jmh;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import io.github.postmarkspring.benchmarks.report.BenchmarkFailedException;
import io.github.postmarkspring.benchmarks.report.Figure;
import io.github.postmarkspring.benchmarks.report.Result;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs the benchmarks of this package.
 */
public final class InProcess {

	private InProcess() {
	}

	/**
	 * Measure.
	 * @param iterations how many seconds each is warmed up, and measured
	 * @return the result
	 */
	public static Result measure(int iterations) {
		List<Result.Line> lines = new ArrayList<>();
		try {
			new Runner(new OptionsBuilder().include(InProcess.class.getPackageName())
				.forks(1)
				.warmupIterations(iterations)
				.warmupTime(TimeValue.seconds(1))
				.measurementIterations(iterations)
				.measurementTime(TimeValue.seconds(1))
				.addProfiler(GCProfiler.class)
				.shouldFailOnError(true)
				.verbosity(VerboseMode.SILENT)
				.build()).run().forEach((run) -> lines.add(line(run)));
		}
		catch (RunnerException ex) {
			throw new BenchmarkFailedException(String.valueOf(ex.getMessage()));
		}
		return new Result("JMH", "in the process alone, average time", lines, List.of());
	}

	private static Result.Line line(RunResult run) {
		String name = run.getParams().getBenchmark();
		double error = run.getPrimaryResult().getScoreError();
		double allocated = Objects.requireNonNull(run.getSecondaryResults().get("gc.alloc.rate.norm")).getScore();
		return new Result.Line(name.substring(InProcess.class.getPackageName().length() + 1),
				List.of(new Figure("time", run.getPrimaryResult().getScore(), "us", null),
						new Figure("+/-", error, "us", null), new Figure("allocated", allocated, "B", null)));
	}

}

package io.github.postmarkspring.benchmarks.startup;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

import io.github.postmarkspring.benchmarks.footprint.Dependencies;
import io.github.postmarkspring.benchmarks.jvm.Child;
import io.github.postmarkspring.benchmarks.jvm.Jvm;
import io.github.postmarkspring.benchmarks.report.Figure;
import io.github.postmarkspring.benchmarks.report.Result;
import io.github.postmarkspring.benchmarks.report.Series;

/**
 * P8: the start of an application with the starter and a token, compared with that of the
 * same application with Boot's starter for {@code RestClient} alone. Both have Apache
 * HttpComponents.
 */
public final class StartUp {

	private static final String BASE = "org.springframework.boot:spring-boot-starter-restclient";

	private static final String ENGINE = "org.apache.httpcomponents.client5:httpclient5";

	private static final String STARTER = "io.github.postmark-spring:postmark-spring-boot-starter";

	private static final double LIMIT = 1.05;

	private StartUp() {
	}

	/**
	 * Measure.
	 * @param starts how many times each is started
	 * @return the result
	 * @throws IOException if an application does not start
	 */
	public static Result measure(int starts) throws IOException {
		Dependencies dependencies = new Dependencies();
		Set<String> base = new TreeSet<>(dependencies.closure(BASE));
		base.addAll(dependencies.closure(ENGINE));
		Set<String> with = new TreeSet<>(dependencies.closure(STARTER));
		with.addAll(base);
		List<Started> without = new ArrayList<>();
		List<Started> starter = new ArrayList<>();
		for (int i = 0; i <= starts; i++) {
			without.add(start(dependencies, base));
			starter.add(start(dependencies, with, "-Dpostmark.server-token=benchmark-token"));
		}
		// The first starts read the jars from the disk.
		without.remove(0);
		starter.remove(0);
		Result.Line line = line("with the Postmark starter", starter, without);
		double ratio = series(starter, Started::millis).over(series(without, Started::millis)).median();
		Started last = starter.get(0);
		return new Result("P8", "start-up with nothing sent, C1 only, JVM start to ready",
				List.of(line("Boot's RestClient starter only", without, without), line),
				List.of(Result.Verdict.of("at most 1.05x", ratio, "x", ratio <= LIMIT),
						new Result.Verdict("no thread, no engine and no mapper more",
								last.threads() + " threads, " + last.engines() + " engines, " + last.mappers()
										+ " mappers against " + without.get(0).threads() + ", "
										+ without.get(0).engines() + " and " + without.get(0).mappers(),
								last.threads() <= without.get(0).threads() && last.engines() <= without.get(0).engines()
										&& last.mappers() <= without.get(0).mappers())));
	}

	private static Result.Line line(String subject, List<Started> starts, List<Started> peer) {
		return new Result.Line(subject,
				List.of(Figure.of("JVM start to ready", "ms", series(starts, Started::millis),
						(starts != peer) ? series(peer, Started::millis) : null),
						Figure.of("bean definitions", "", series(starts, Started::beans), null)));
	}

	private static Series series(List<Started> starts, ToDoubleFunction<Started> figure) {
		return new Series(starts.stream().map(figure::applyAsDouble).toList());
	}

	private static Started start(Dependencies dependencies, Set<String> artifacts, String... options)
			throws IOException {
		List<String> entries = new ArrayList<>(
				artifacts.stream().map(dependencies::entry).map(Path::toString).toList());
		Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
			.filter((entry) -> entry.endsWith("benchmarks" + File.separator + "target" + File.separator + "classes")
					|| entry.matches(".*[/\\\\]benchmarks-[^/\\\\]*\\.jar"))
			.forEach(entries::add);
		List<String> all = new ArrayList<>(List.of("-XX:TieredStopAtLevel=1", "-Dspring.main.banner-mode=off",
				"-Dlogging.level.root=off", "-Dspring.main.web-application-type=none"));
		all.addAll(List.of(options));
		try (Child application = Child.start(Jvm.of(all.toArray(String[]::new)).classPath(entries),
				StartedApplication.class)) {
			return application.read(Started.class);
		}
	}

	/**
	 * What an application told.
	 *
	 * @param millis from the start of its JVM until it was ready
	 * @param beans how many bean definitions it had
	 * @param threads how many threads
	 * @param mappers how many JSON mappers
	 * @param engines how many HTTP clients
	 */
	record Started(long millis, long beans, long threads, long mappers, long engines) {

	}

}

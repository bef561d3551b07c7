package io.github.postmarkspring.benchmarks.send;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import io.github.postmarkspring.benchmarks.report.Figure;
import io.github.postmarkspring.benchmarks.report.Result;
import io.github.postmarkspring.benchmarks.report.Series;
import org.jspecify.annotations.Nullable;

/**
 * A comparison, and what is expected of it.
 *
 * @param name its name
 * @param title what it is
 * @param comparison the comparison
 * @param goals the goals
 */
public record SendScenario(String name, String title, Comparison comparison, List<Goal> goals) {

	/**
	 * Run it.
	 * @return what it gave
	 * @throws IOException if a JVM cannot be started, or ends early
	 */
	public Result run() throws IOException {
		return result(Driver.run(this.comparison, this.goals.stream().map(Goal::measure).distinct().toList()));
	}

	private Result result(List<Course> courses) {
		List<Result.Line> lines = new ArrayList<>();
		for (Course course : courses) {
			lines.add(line(course, (course != courses.get(0)) ? courses.get(0) : null));
		}
		return new Result(this.name, this.title, lines,
				this.goals.stream().map((goal) -> goal.judge(courses)).toList());
	}

	private static Result.Line line(Course course, @Nullable Course peer) {
		List<Figure> figures = new ArrayList<>();
		for (Measure measure : Measure.values()) {
			Series other = (peer != null) ? peer.series(measure::of) : null;
			figures.add(Figure.of(measure.title(), measure.unit(), course.series(measure::of), other));
		}
		figures.add(new Figure("connections", course.tally().connections(), "", null));
		figures.add(new Figure("unknown or failed", course.sum(Round::unknown) + course.sum(Round::failed), "", null));
		return new Result.Line(course.subject().title(), figures);
	}

}

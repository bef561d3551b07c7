package io.github.postmarkspring.benchmarks.report;

import java.util.List;

/**
 * What a scenario gave.
 *
 * @param scenario its name, such as {@code P1}
 * @param title what it is
 * @param lines the subjects, the peer first
 * @param verdicts the goals
 */
public record Result(String scenario, String title, List<Line> lines, List<Verdict> verdicts) {

	/**
	 * What a subject showed.
	 *
	 * @param subject its name
	 * @param figures the figures, the same for all
	 */
	public record Line(String subject, List<Figure> figures) {

	}

	/**
	 * What became of a goal.
	 *
	 * @param goal the goal
	 * @param measured what was measured
	 * @param met whether it was met
	 */
	public record Verdict(String goal, String measured, boolean met) {

		/**
		 * Judge a figure.
		 * @param goal the goal
		 * @param measured the figure
		 * @param unit its unit
		 * @param met whether it was met
		 * @return the verdict
		 */
		public static Verdict of(String goal, double measured, String unit, boolean met) {
			return new Verdict(goal, Figure.number(measured) + unit, met);
		}

	}

}

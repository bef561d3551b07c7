package io.github.postmarkspring.benchmarks.send;

import java.util.function.ToDoubleFunction;

/**
 * What is measured of a round.
 */
public enum Measure {

	/** How often a subject sends in a second. */
	RATE("rate", "/s", Round::rate),

	/** The CPU time that sending takes the process. */
	CPU("CPU per send", "us", Round::cpuMicros),

	/** What sending allocates. */
	ALLOCATED("allocated per send", "B", Round::allocated);

	private final String title;

	private final String unit;

	private final ToDoubleFunction<Round> figure;

	Measure(String title, String unit, ToDoubleFunction<Round> figure) {
		this.title = title;
		this.unit = unit;
		this.figure = figure;
	}

	String title() {
		return this.title;
	}

	String unit() {
		return this.unit;
	}

	boolean isMoreBetter() {
		return this == RATE;
	}

	double of(Round round) {
		return this.figure.applyAsDouble(round);
	}

}

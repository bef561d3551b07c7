package io.github.postmarkspring.benchmarks.report;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * A figure of the table.
 *
 * @param name what it is, the title of its column
 * @param value the median
 * @param unit its unit
 * @param ratio how it compares to the peer in the same rounds, {@code null} for the peer
 */
public record Figure(String name, double value, String unit, @Nullable Spread ratio) {

	/**
	 * Make a figure of rounds.
	 * @param name what it is
	 * @param unit its unit
	 * @param series the rounds
	 * @param peer the rounds of the peer, {@code null} if this is the peer
	 * @return the figure
	 */
	public static Figure of(String name, String unit, Series series, @Nullable Series peer) {
		return new Figure(name, series.median(), unit, (peer != null) ? Spread.of(series.over(peer)) : null);
	}

	String text() {
		String value = number(this.value) + (this.unit.isEmpty() ? "" : " " + this.unit);
		return (this.ratio != null) ? value + ", " + this.ratio.text() : value;
	}

	static String number(double value) {
		String format = (value >= 100 || value == Math.rint(value)) ? "%,.0f"
				: (value >= 10) ? "%.1f" : (value >= 0.1) ? "%.2f" : "%.4f";
		return String.format(Locale.ROOT, format, value);
	}

	/**
	 * A ratio with its spread.
	 *
	 * @param median the median
	 * @param least the smallest
	 * @param most the largest
	 */
	public record Spread(double median, double least, double most) {

		static Spread of(Series ratios) {
			return new Spread(ratios.median(), ratios.least(), ratios.most());
		}

		String text() {
			return number(this.median) + "x (" + number(this.least) + " to " + number(this.most) + ")";
		}

	}

}

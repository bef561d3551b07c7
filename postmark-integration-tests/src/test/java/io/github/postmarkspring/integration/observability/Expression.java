package io.github.postmarkspring.integration.observability;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An expression of PromQL, as far as to see what it names.
 */
record Expression(String text) {

	private static final Pattern SELECTOR = Pattern.compile("\\b(postmark_[a-z_]+)(?:\\{([^}]*)})?");

	private static final Pattern MATCHER = Pattern.compile("([a-z_]+)\\s*(=~|!=|!~|=)\\s*\"([^\"]*)\"");

	private static final Pattern GROUPING = Pattern.compile("\\bby\\s*\\(([^)]*)\\)");

	/** Prometheus adds it to whatever it scrapes. */
	private static final String JOB = "job";

	/** Says which instances are there, and has no labels of its own. */
	private static final String INSTANCES = "postmark_requests_active";

	Set<String> metrics() {
		Set<String> metrics = new TreeSet<>();
		Matcher selector = SELECTOR.matcher(this.text);
		while (selector.find()) {
			metrics.add(selector.group(1));
		}
		return metrics;
	}

	/**
	 * Name what an application does not show.
	 */
	List<String> unknownIn(ScrapedMetrics scraped) {
		List<String> unknown = new ArrayList<>();
		Matcher selector = SELECTOR.matcher(this.text);
		while (selector.find()) {
			String metric = selector.group(1);
			if (!scraped.has(metric)) {
				unknown.add(metric);
				continue;
			}
			Matcher matcher = MATCHER.matcher((selector.group(2) != null) ? selector.group(2) : "");
			while (matcher.find()) {
				addUnknown(metric, matcher, scraped, unknown);
			}
		}
		Matcher grouping = GROUPING.matcher(this.text);
		while (grouping.find()) {
			for (String label : grouping.group(1).split(",\\s*")) {
				metrics().stream()
					.filter((metric) -> !label.equals(JOB) && !metric.equals(INSTANCES) && !scraped.has(metric, label))
					.forEach((metric) -> unknown.add("by " + label + " of " + metric));
			}
		}
		return unknown;
	}

	private static void addUnknown(String metric, Matcher matcher, ScrapedMetrics scraped, List<String> unknown) {
		String label = matcher.group(1);
		if (!scraped.has(metric, label)) {
			unknown.add(metric + "{" + label + "}");
		}
		for (String value : matcher.group(3).split("\\|")) {
			// A variable of the dashboard may be anything.
			if (!value.startsWith("$") && !scraped.has(metric, label, value)) {
				unknown.add(metric + "{" + label + "=" + value + "}");
			}
		}
	}

}

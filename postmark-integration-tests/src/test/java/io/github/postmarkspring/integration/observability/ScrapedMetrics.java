package io.github.postmarkspring.integration.observability;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What Prometheus would know of an application: metrics, their labels, and the values of
 * those.
 */
final class ScrapedMetrics {

	private static final Pattern SAMPLE = Pattern.compile("(?m)^([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\\{(.*)})? \\S+$");

	private static final Pattern LABEL = Pattern.compile("([a-zA-Z_][a-zA-Z0-9_]*)=\"([^\"]*)\"");

	private final Map<String, Map<String, Set<String>>> metrics = new TreeMap<>();

	ScrapedMetrics(String scraped) {
		Matcher samples = SAMPLE.matcher(scraped);
		while (samples.find()) {
			Map<String, Set<String>> labels = this.metrics.computeIfAbsent(samples.group(1), (name) -> new TreeMap<>());
			Matcher label = LABEL.matcher((samples.group(2) != null) ? samples.group(2) : "");
			while (label.find()) {
				labels.computeIfAbsent(label.group(1), (name) -> new TreeSet<>()).add(label.group(2));
			}
		}
	}

	boolean has(String metric) {
		return this.metrics.containsKey(metric);
	}

	boolean has(String metric, String label) {
		return has(metric) && this.metrics.get(metric).containsKey(label);
	}

	boolean has(String metric, String label, String value) {
		return has(metric, label) && this.metrics.get(metric).get(label).contains(value);
	}

	@Override
	public String toString() {
		return this.metrics.toString();
	}

}

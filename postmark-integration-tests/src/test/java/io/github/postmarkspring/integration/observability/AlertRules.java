package io.github.postmarkspring.integration.observability;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.yaml.snakeyaml.Yaml;

/**
 * The alert rules of the documentation: what they record, and what they tell.
 *
 * @param recorded expressions by the names they are recorded with
 * @param alerts expressions by the names of the alerts
 */
record AlertRules(Map<String, Expression> recorded, Map<String, Expression> alerts) {

	private static final Pattern METRIC = Pattern.compile("postmark_[a-z_]+");

	static AlertRules read(Path file) throws IOException {
		AlertRules rules = new AlertRules(new LinkedHashMap<>(), new LinkedHashMap<>());
		try (Reader reader = Files.newBufferedReader(file)) {
			Map<String, List<Map<String, List<Map<String, Object>>>>> document = new Yaml().load(reader);
			document.get("groups").forEach((group) -> group.get("rules").forEach(rules::add));
		}
		return rules;
	}

	private void add(Map<String, Object> rule) {
		String expression = (String) rule.get("expr");
		if (rule.containsKey("record")) {
			this.recorded.put((String) rule.get("record"), new Expression(expression));
			return;
		}
		// What is recorded has the labels of the metric it is recorded from.
		for (Map.Entry<String, Expression> name : this.recorded.entrySet()) {
			Matcher metric = METRIC.matcher(name.getValue().text());
			expression = metric.find() ? expression.replace(name.getKey(), metric.group()) : expression;
		}
		this.alerts.put((String) rule.get("alert"), new Expression(expression));
	}

}

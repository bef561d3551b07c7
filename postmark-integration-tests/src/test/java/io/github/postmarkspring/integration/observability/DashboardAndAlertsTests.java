package io.github.postmarkspring.integration.observability;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The dashboard and the alert rules of the documentation name what an application really
 * shows.
 */
class DashboardAndAlertsTests {

	private static final Path DOCS = Path.of("..", "docs");

	private static ScrapedMetrics scraped;

	private static String text;

	@BeforeAll
	static void useAnApplicationInEveryWay() throws Exception {
		try (ObservedApplication application = new ObservedApplication()) {
			text = application.scrapeAfterEverything();
			scraped = new ScrapedMetrics(text);
		}
	}

	@Test
	void everyMetricLabelAndValueOfTheDashboardIsShown() throws IOException {
		JsonNode dashboard = JsonMapper.shared().readTree(DOCS.resolve("grafana-dashboard.json").toFile());
		List<Expression> expressions = new ArrayList<>();
		dashboard.path("panels")
			.forEach((panel) -> panel.path("targets")
				.forEach((target) -> expressions.add(new Expression(target.path("expr").asString()))));
		assertThat(expressions).hasSizeGreaterThan(20).allSatisfy(DashboardAndAlertsTests::isShown);
		Matcher variable = Pattern.compile("label_values\\((\\w+), (\\w+)\\)")
			.matcher(dashboard.path("templating").toString());
		assertThat(variable.find()).isTrue();
		assertThat(scraped.has(variable.group(1), variable.group(2))).isTrue();
	}

	@Test
	void everyMetricLabelAndValueOfTheAlertRulesIsShown() throws IOException {
		AlertRules rules = AlertRules.read(DOCS.resolve("prometheus-alerts.yml"));
		assertThat(rules.recorded().values()).isNotEmpty().allSatisfy(DashboardAndAlertsTests::isShown);
		assertThat(rules.alerts().values()).hasSizeGreaterThan(8).allSatisfy(DashboardAndAlertsTests::isShown);
	}

	@Test
	void everyMeterAndKeyOfTheDocumentationIsShownAndNoOtherOne() throws IOException {
		String documentation = Files.readString(DOCS.resolve("observability.md"));
		Set<String> documented = new HashSet<>();
		Matcher names = Pattern.compile("`(postmark(\\.[a-z]+)+)`").matcher(documentation.split("## Switch off")[0]);
		while (names.find()) {
			documented.add(names.group(1).replace('.', '_'));
		}
		Set<String> shown = new HashSet<>();
		Matcher types = Pattern.compile("(?m)^# TYPE (postmark_\\w+) \\w+$").matcher(text);
		while (types.find()) {
			shown.add(types.group(1).replaceAll("(_seconds)?(_max)?(_total)?$", "").replaceAll("_active$", ""));
		}
		shown.remove("postmark_requests");
		documented.removeAll(Set.of("postmark_requests_active", "postmark_requests_max", "postmark_send_active"));
		assertThat(shown).isEqualTo(documented);
		assertThat(text).contains("postmark_requests_active ", "postmark_requests_max ");
	}

	@Test
	void anExpressionThatNamesSomethingElseIsFoundOut() {
		assertThat(new Expression("sum(rate(postmark_mails_total[5m]))").unknownIn(scraped)).isNotEmpty();
		assertThat(new Expression("postmark_messages_total{result=\"accepted\"}").unknownIn(scraped)).isNotEmpty();
		assertThat(new Expression("postmark_messages_total{outcome=\"sent\"}").unknownIn(scraped)).isNotEmpty();
		assertThat(new Expression("sum by (address) (postmark_messages_total)").unknownIn(scraped)).isNotEmpty();
	}

	/** An instance that has sent nothing yet would take the value from all others. */
	@Test
	void whatMayHaveNoValueIsNotAddedUp() throws IOException {
		PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
		registry.gauge("postmark.requests.max", Double.NaN);
		assertThat(registry.scrape()).contains("postmark_requests_max NaN");
		assertThat(Files.readString(DOCS.resolve("grafana-dashboard.json"))).contains("sum(postmark_requests_max > 0)")
			.doesNotContain("sum(postmark_requests_max)");
	}

	@Test
	void noTokenAndNoAddressIsShown() {
		assertThat(text).contains("postmark_messages_total")
			.doesNotContain(ObservedApplication.TOKEN)
			.doesNotContain(ObservedApplication.WRONG_TOKEN)
			.doesNotContain("@")
			.doesNotContain("mail.example");
	}

	private static void isShown(Expression expression) {
		assertThat(expression.metrics()).isNotEmpty();
		assertThat(expression.unknownIn(scraped)).as(expression.text()).isEmpty();
	}

}

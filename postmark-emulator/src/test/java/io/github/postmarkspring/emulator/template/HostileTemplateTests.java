package io.github.postmarkspring.emulator.template;

import java.util.List;
import java.util.concurrent.TimeUnit;

import io.github.postmarkspring.emulator.Postmark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

@Timeout(value = 20, unit = TimeUnit.SECONDS)
class HostileTemplateTests {

	private static final int MEGABYTE = 1024 * 1024;

	@Test
	void refusesTemplatesThatAreNestedTooDeeply() {
		assertThat(errors("{{#a}}".repeat(100_000))).singleElement()
			.extracting(TemplateError::message)
			.isEqualTo("The template is nested deeper than 100 levels.");
		assertThat(errors("{{#a}}".repeat(100) + "{{/a}}".repeat(100))).isEmpty();
	}

	@Test
	void reportsAHundredErrorsAtMost() {
		assertThat(errors("{{a-b}}\n".repeat(100_000))).hasSize(100);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{", "}", "{{", "}}", "{{{", "{{a", "{{{a", "{ {", "{{!", "a}}", "{{a}", "\n{{{{a}" })
	void readsAMegabyteOfUnclosedTagsAsTextInNoTime(String tag) {
		String template = tag.repeat(MEGABYTE / tag.length());
		assertThat(render(template, "{}").htmlBody()).isEqualTo(template);
	}

	@Test
	void rendersAMegabyteOfTags() {
		assertThat(render("{{a}}".repeat(200_000), "{\"a\":\"x\"}").htmlBody()).isEqualTo("x".repeat(200_000));
	}

	@Test
	void endsLoopsInLoopsInLoops() {
		String loop = "{{#each ../../list}}";
		String template = "{{#each list}}" + loop.repeat(20) + "x" + "{{/each}}".repeat(21);
		assertThat(render(template, "{\"list\":[" + "1,".repeat(999) + "1]}").failure())
			.isEqualTo("The template takes more than 250000 steps to render.");
		assertThat(
				render("{{#each list}}{{#each ../../list}}{{/each}}{{/each}}", "{\"list\":[" + "1,".repeat(999) + "1]}")
					.failure())
			.isNotNull();
	}

	@Test
	void doesNotRenderMoreThanAMailCanHold() {
		String model = "{\"list\":[" + "1,".repeat(99) + "1],\"big\":\"" + "\\\"".repeat(MEGABYTE) + "\"}";
		assertThat(render("{{#each list}}{{../../big}}{{/each}}", model).failure())
			.isEqualTo("The rendered content is longer than 5242880 characters.");
	}

	@Test
	void refusesPathsThatAreTooLong() {
		assertThat(errors("{{" + "a.".repeat(500_000) + "a}}")).hasSize(1);
		assertThat(errors("{{" + "../".repeat(300_000) + "a}}")).hasSize(1);
		assertThat(errors("{{" + "a.".repeat(31) + "a}}")).isEmpty();
		assertThat(errors("{{" + "a.".repeat(32) + "a}}")).singleElement()
			.satisfies((error) -> assertThat(error.message()).startsWith("The path 'a.a."));
	}

	@Test
	void suggestsNoModelThatCouldNotBeWritten() {
		String path = "a" + ".a".repeat(30);
		String template = ("{{#" + path + "}}").repeat(100) + ("{{/" + path + "}}").repeat(100);
		assertThat(suggestion(template).length()).isBetween(100, 1000);
		String lists = "{{#each a}}".repeat(100) + "{{/each}}".repeat(100);
		assertThat(suggestion(lists).length()).isBetween(100, 1000);
	}

	private static String suggestion(String template) {
		ModelSuggestion suggestion = new ModelSuggestion();
		TemplatePart.of(template, null, true).addTo(suggestion);
		return suggestion.mergedWith(Postmark.json("{}")).toString();
	}

	private static List<TemplateError> errors(String template) {
		return new TemplateContent(null, template, null, null, null).errors();
	}

	private static RenderedContent render(String template, String model) {
		TemplateContent content = new TemplateContent(null, template, null, null, null);
		assertThat(content.errors()).isEmpty();
		return content.render(Postmark.json(model));
	}

}

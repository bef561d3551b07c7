package io.github.postmarkspring.emulator.template;

import io.github.postmarkspring.emulator.Postmark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class TemplateValidationTests {

	@RegisterExtension
	final Postmark postmark = new Postmark();

	private final TemplateClient templates = new TemplateClient(this.postmark);

	@Test
	void answersAsDocumented() {
		Postmark.Answer answer = this.templates.validate("""
				{ "Subject": "Order", "HtmlBody": "<p>Hi {{name}}{{/b}}", "TextBody": "Hi {{name}}" }""");
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.json()).isEqualTo(Postmark.json("""
				{ "AllContentIsValid": false,
				  "HtmlBody": { "ContentIsValid": false, "ValidationErrors": [
				    { "Message": "It appears that open and closing elements are mismatched.", "Line": 1,
				      "CharacterPosition": 15 } ], "RenderedContent": null },
				  "TextBody": { "ContentIsValid": true, "ValidationErrors": [], "RenderedContent": "Hi name_Value" },
				  "Subject": { "ContentIsValid": true, "ValidationErrors": [], "RenderedContent": "Order" },
				  "SuggestedTemplateModel": { "name": "name_Value" } }"""));
	}

	@Test
	void writesNullForWhatWasNotSent() {
		assertThat(this.templates.validate("{\"Subject\":\"Hi\",\"HtmlBody\":null,\"TestRenderModel\":[]}").json())
			.isEqualTo(Postmark.json("""
					{ "AllContentIsValid": true, "HtmlBody": null, "TextBody": null,
					  "Subject": { "ContentIsValid": true, "ValidationErrors": [], "RenderedContent": "Hi" },
					  "SuggestedTemplateModel": {} }"""));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "{{a}}|{}|{\"a\":\"a_Value\"}|a_Value",
			"{{a.b}}{{a.c}}|{}|{\"a\":{\"b\":\"b_Value\",\"c\":\"c_Value\"}}|b_Valuec_Value",
			"{{#a}}{{b}}{{../c}}{{/a}}|{}|{\"a\":{\"b\":\"b_Value\"},\"c\":\"c_Value\"}|b_Valuec_Value",
			"{{#a}}yes{{^a}}no{{/a}}|{}|{\"a\":\"a_Value\"}|yes", "{{^a}}no{{/a}}|{}|{\"a\":\"a_Value\"}|''",
			"{{#each a}}{{b}}{{../../c}}{{/each}}|{}|{\"a\":[{\"b\":\"b_Value\"}],\"c\":\"c_Value\"}|b_Valuec_Value",
			"{{#each a}}{{.}}{{/each}}|{}|{\"a\":[\"a_Value\"]}|a_Value",
			"{{#each a.b}}{{#each c}}{{.}}{{/each}}{{/each}}|{}|{\"a\":{\"b\":[{\"c\":[\"c_Value\"]}]}}|c_Value",
			"{{a}}{{b.c}}{{b.d}}|{\"a\":\"A\",\"b\":{\"c\":1,\"x\":2},\"y\":3}|{\"a\":\"A\",\"b\":{\"c\":1,\"d\":\"d_Value\",\"x\":2},\"y\":3}|A1d_Value",
			"{{#each a}}{{b}}{{c}};{{/each}}|{\"a\":[{\"b\":1},{\"b\":2}]}|{\"a\":[{\"b\":1},{\"b\":2}]}|1;2;",
			"{{#a}}{{b}}{{^a}}none{{/a}}|{\"a\":false}|{\"a\":false}|none" })
	void suggestsWhatTheTestModelLacksAndRendersWithIt(String template, String model, String suggested,
			String rendered) {
		var json = this.templates.validate("{\"TextBody\":\"" + template + "\",\"TestRenderModel\":" + model + "}")
			.json();
		assertThat(json.get("SuggestedTemplateModel")).isEqualTo(Postmark.json(suggested));
		assertThat(json.get("TextBody").get("RenderedContent").asString()).isEqualTo(rendered);
	}

	@Test
	void reportsEveryErrorWithItsPlace() {
		var json = this.templates.validate("{\"HtmlBody\":\"{{#a}}\\n {{b-c}}\\n{{d e}}\",\"TestRenderModel\":{}}")
			.json();
		assertThat(json.get("HtmlBody").get("ValidationErrors")).isEqualTo(Postmark
			.json("""
					[ { "Message": "The path 'b-c' is not valid. Please see documentation for examples of valid paths.",
					    "Line": 2, "CharacterPosition": 2 },
					  { "Message": "The path 'd e' is not valid. Please see documentation for examples of valid paths.",
					    "Line": 3, "CharacterPosition": 1 },
					  { "Message": "A scope block to the following path was opened but not closed: 'a', please close it using the appropriate syntax.",
					    "Line": 1, "CharacterPosition": 1 } ]"""));
	}

	@Test
	void reportsATestModelThatDoesNotFitWithoutAPlace() {
		var json = this.templates
			.validate("{\"HtmlBody\":\"{{#each list}}x{{/each}}\",\"TestRenderModel\":{\"list\":\"x\"}}")
			.json();
		assertThat(json.get("AllContentIsValid").asBoolean()).isFalse();
		assertThat(json.get("HtmlBody")).isEqualTo(Postmark.json("""
				{ "ContentIsValid": false, "ValidationErrors": [ { "Message":
				  "'list' is used like an array by the template, but is a scalar value or object in your model.",
				  "Line": null, "CharacterPosition": null } ], "RenderedContent": null }"""));
	}

	@Test
	void rendersInsideALayout() {
		this.templates.created("""
				{ "Name": "Frame", "Alias": "frame", "TemplateType": "Layout",
				  "HtmlBody": "<html>{{company}}{{{ @content }}}</html>", "TextBody": "{{{ @content }}}--" }""");
		assertThat(this.templates.validate("""
				{ "Subject": "S", "HtmlBody": "<b>{{name}}</b>", "LayoutTemplate": "frame",
				  "TestRenderModel": { "name": "<Ann>" }, "InlineCssForHtmlTestRender": false }""").json())
			.isEqualTo(Postmark.json("""
					{ "AllContentIsValid": true,
					  "Subject": { "ContentIsValid": true, "ValidationErrors": [], "RenderedContent": "S" },
					  "HtmlBody": { "ContentIsValid": true, "ValidationErrors": [],
					    "RenderedContent": "<html>company_Value<b>&lt;Ann&gt;</b></html>" },
					  "TextBody": null,
					  "SuggestedTemplateModel": { "company": "company_Value", "name": "<Ann>" } }"""));
	}

	@Test
	void asksForTheSlotOfALayoutExactlyOnce() {
		var json = this.templates
			.validate("{\"TemplateType\":\"Layout\",\"HtmlBody\":\"<p>{{{@content}}}</p>{{a}}\",\"TextBody\":\"x\"}")
			.json();
		assertThat(json.get("HtmlBody").get("RenderedContent").asString()).isEqualTo("<p></p>a_Value");
		assertThat(json.get("TextBody").get("ValidationErrors").findValuesAsString("Message"))
			.containsExactly("A layout must contain the placeholder '{{{ @content }}}' exactly once.");
		assertThat(json.get("AllContentIsValid").asBoolean()).isFalse();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "{}|1120", "{\"HtmlBody\":\"\"}|1120", "{\"TextBody\":\"x\",\"LayoutTemplate\":\"nope\"}|1101",
					"{\"TextBody\":\"x\",\"TemplateType\":\"x\"}|1122",
					"{\"TextBody\":\"x\",\"TemplateType\":\"Layout\",\"LayoutTemplate\":\"x\"}|1123",
					"{\"TextBody\":\"x\",\"TestRenderModel\":[1]}|403",
					"{\"TextBody\":\"x\",\"TestRenderModel\":1}|403", "{\"TextBody\":1}|403", "[]|403", "x|402" })
	void refusesARequestThatCannotBeValidated(String body, String code) {
		assertThat(this.templates.validate(body).error()).isEqualTo("422/" + code);
	}

}

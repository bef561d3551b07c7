package io.github.postmarkspring.emulator.template;

import java.nio.charset.StandardCharsets;

import io.github.postmarkspring.emulator.http.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class TemplateLanguageTests {

	private static final String MODEL = """
			{ "name": "Ann", "html": "<b>\\"Q&A\\" 'x'</b>", "empty": "", "zero": 0, "zeroPoint": 0.0, "yes": true, "no": false,
			  "nothing": null, "price": 1.50, "huge": 1e999999999, "emptyList": [], "emptyObject": {}, "umlaut": "ä😀€",
			  "customer": { "name": "Bob", "address": { "city": "Bonn" } },
			  "lines": [ { "sku": "A1", "tags": [ "x", "y" ] }, { "sku": "B2", "tags": [] } ], "words": [ "one", "two" ],
			  "_a1": "under", "été": "summer", "a-b": "hyphen" }
			""";

	@ParameterizedTest
	@CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = false, value = { "Hi {{name}}!|Hi Ann!",
			"{{ name }}|Ann", "{{\tname }}|Ann", "{{customer.name}}|Bob", "{{customer.address.city}}|Bonn",
			"{{_a1}}|under", "{{été}}|summer", "{{ .}}|''",
			// Never encoded, or dropped.
			"{{{name}}}|Ann", "{{& name }}|Ann", "a{{! {name} }}b|a{{! {name} }}b", "a{{! name }}b|ab", "a{{!}}b|ab",
			// Missing values, and what does not print.
			"[{{missing}}]|[]", "[{{missing.deeper}}]|[]", "[{{name.deeper}}]|[]", "[{{nothing}}]|[]",
			"[{{customer}}]|[]", "[{{lines}}]|[]", "[{{NAME}}]|[]", "[{{else}}]|[]",
			// Scalars.
			"{{zero}}|0", "{{price}}|1.50", "{{yes}} {{no}}|True False", "{{huge}}|1E+999999999",
			// Sections render once and change the context.
			"{{#customer}}{{name}} of {{address.city}}{{/customer}}|Bob of Bonn", "{{#name}}{{.}}{{/name}}|Ann",
			"{{#lines}}({{sku}}){{/lines}}|()", "{{#yes}}x{{/yes}}|x", "{{#huge}}x{{/huge}}|x",
			"{{#customer}}{{missing}}{{/customer}}|''",
			// No look-up in outer scopes.
			"{{#customer}}{{price}}{{/customer}}|''", "{{#customer}}{{../price}}{{/customer}}|1.50",
			"{{#customer.address}}{{../name}} {{../../name}}{{/customer.address}}|Bob Ann", "{{../../../name}}|Ann",
			"{{#customer}}{{../../../../name}}{{/customer}}|Ann",
			"{{#customer}}{{#../customer.address}}{{city}}{{/../customer.address}}{{/customer}}|Bonn",
			// Inverted sections, whose context is the missing value.
			"{{^missing}}{{../name}}{{/missing}}|Ann", "{{^missing}}{{name}}{{/missing}}|''", "{{^name}}x{{/name}}|''",
			// The poor man's else.
			"{{#no}}yes{{^no}}no{{/no}}|no", "{{#yes}}yes{{^yes}}no{{/yes}}|yes",
			"{{#yes}}a{{^no}}b{{/no}}c{{/yes}}|abc",
			// Loops.
			"{{#each words}}<{{.}}>{{/each}}|<one><two>", "{{#each lines}}{{sku}};{{/each}}|A1;B2;",
			"{{#each lines}}{{../../name}} {{/each}}|Ann Ann ", "{{#each lines}}{{../name}}{{/each}}|''",
			"{{#each lines}}{{sku}}:{{#each tags}}{{.}}{{../../sku}}{{/each}} {{/each}}|A1:xA1yA1 B2: ",
			"{{#each  words }}{{.}}{{/each}}|onetwo", "{{#each missing}}x{{/each}}|''",
			"{{#each emptyList}}x{{/each}}|''", "{{#customer}}{{#each ../words}}{{.}}{{/each}}{{/customer}}|onetwo",
			// Braces that make no tag.
			"{ {name} }|{ {name} }", "{{name|{{name", "{{name}|{{name}", "{{}}|{{}}", "{{{name}}|{Ann",
			"{{name}}}|Ann}", "{{{{name}}}}|{Ann}", "{{ {{name}}|{{ Ann",
			// Left for the delivery, which knows the recipient.
			"{{{ pm:unsubscribe }}}|{{{ pm:unsubscribe }}}",
			"{{name}} {{{pm:unsubscribe_url}}} {{name}}|Ann {{{pm:unsubscribe_url}}} Ann" })
	void rendersAsMustachioDoes(String template, String expected) {
		assertThat(html(template)).isEqualTo(expected);
	}

	@ParameterizedTest
	@ValueSource(strings = { "missing", "nothing", "no", "zero", "zeroPoint", "empty", "emptyList", "emptyObject",
			"name.deeper" })
	void takesNothingForFalse(String path) {
		assertThat(html("{{#" + path + "}}true{{/" + path + "}}{{^" + path + "}}false{{/" + path + "}}"))
			.isEqualTo("false");
	}

	@Test
	void encodesValuesInTheHtmlOnly() {
		RenderedContent content = new TemplateContent("{{html}}{{umlaut}}", "{{html}}{{umlaut}}", "{{html}}{{umlaut}}",
				null, null)
			.render(Json.parse(MODEL.getBytes(StandardCharsets.UTF_8)));
		assertThat(content.htmlBody()).isEqualTo("&lt;b&gt;&quot;Q&amp;A&quot; &#39;x&#39;&lt;/b&gt;&#228;&#128512;€");
		assertThat(content.subject()).isEqualTo("<b>\"Q&A\" 'x'</b>ä😀€").isEqualTo(content.textBody());
		assertThat(html("{{{html}}}{{&html}}<i>")).isEqualTo("<b>\"Q&A\" 'x'</b>".repeat(2) + "<i>");
	}

	@Test
	void trimsNothing() {
		assertThat(html("a\n{{#yes}}\n  b\r\n{{/yes}}\n")).isEqualTo("a\n\n  b\r\n\n");
	}

	@ParameterizedTest
	@ValueSource(strings = { "name", "customer", "yes" })
	void refusesToLoopOverWhatIsNoArray(String path) {
		RenderedContent content = render("a{{#each " + path + "}}x{{/each}}");
		assertThat(content.failure()).isEqualTo(
				"'" + path + "' is used like an array by the template, but is a scalar value or object in your model.");
		assertThat(content.htmlBody()).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "a-b", "a b", "if name", "> partial", "@index", "@content", "a/b", "a..b", ".a", "a.",
			"..", "../", "a.../b", "'x'", "pm:unsubscribe" })
	void refusesPathsThatAreNotValid(String path) {
		assertThat(errors("{{" + path + "}}")).isEqualTo("The path '" + path
				+ "' is not valid. Please see documentation for examples of valid paths. (line 1, character 1)");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = false, value = {
			"{{ #name}}x{{/name}}|The path '#name' is not valid. Please see documentation for examples of valid paths. (line 1, character 1),"
					+ "It appears that open and closing elements are mismatched. (line 1, character 12)",
			"ab{{/name}}|It appears that open and closing elements are mismatched. (line 1, character 3)",
			"{{/}}|It appears that open and closing elements are mismatched. (line 1, character 1)",
			"{{/each}}|It appears that open and closing elements are mismatched. (line 1, character 1)",
			"{{#name}}{{/each}}{{/name}}|It appears that open and closing elements are mismatched. (line 1, character 10)",
			"{{#each words}}{{/words}}{{/each}}|It appears that open and closing elements are mismatched. (line 1, character 16)",
			"{{#each words}}{{/each }}{{/each}}|It appears that open and closing elements are mismatched. (line 1, character 16)",
			"{{#a}}{{^b}}{{/a}}{{/b}}{{/a}}|It appears that open and closing elements are mismatched. (line 1, character 13)",
			"{{#name}}|A scope block to the following path was opened but not closed: 'name', please close it using the appropriate syntax. (line 1, character 1)",
			"x{{^name}}|A scope block to the following path was opened but not closed: 'name', please close it using the appropriate syntax. (line 1, character 2)",
			"x{{#each words}}|A scope block to the following path was opened but not closed: 'words', please close it using the appropriate syntax. (line 1, character 2)",
			"{{#}}{{/}}|The path '' is not valid. Please see documentation for examples of valid paths. (line 1, character 1)",
			"{{#each}}{{/each}}|A loop must name what it loops over, as in '{{#each list}}'. (line 1, character 1)",
			"{{#eachOne}}{{/each}}|A loop must name what it loops over, as in '{{#each list}}'. (line 1, character 1)" })
	void saysWhatIsWrongAndWhere(String template, String expected) {
		assertThat(errors(template)).isEqualTo(expected);
	}

	@ParameterizedTest
	@CsvSource({ "'{{a-b}}',1,1", "'x\n{{a-b}}',2,1", "'x\n\n  {{a-b}}',3,3", "'x\r\ny{{a-b}}',2,2",
			"'\n{{a-b}}\n',2,1" })
	void countsLinesAndCharactersFromOne(String template, int line, int character) {
		TemplateError error = new TemplateContent(null, template, null, null, null).errors().get(0);
		assertThat(error.line()).isEqualTo(line);
		assertThat(error.character()).isEqualTo(character);
	}

	@Test
	void putsTheContentIntoTheLayout() {
		RenderedContent content = new TemplateContent("{{name}}", "<i>{{html}}</i>", "{{html}}",
				"{{name}}[{{#customer}}{{name}} {{{ @content }}}{{/customer}}]", "-- {{{@content}}} --")
			.render(Json.parse(MODEL.getBytes(StandardCharsets.UTF_8)));
		assertThat(content.subject()).isEqualTo("Ann");
		assertThat(content.htmlBody()).isEqualTo("Ann[Bob <i>&lt;b&gt;&quot;Q&amp;A&quot; &#39;x&#39;&lt;/b&gt;</i>]");
		assertThat(content.textBody()).isEqualTo("-- <b>\"Q&A\" 'x'</b> --");
	}

	private static String html(String template) {
		assertThat(errors(template)).isEmpty();
		return render(template).htmlBody();
	}

	private static RenderedContent render(String template) {
		return new TemplateContent(null, template, null, null, null)
			.render(Json.parse(MODEL.getBytes(StandardCharsets.UTF_8)));
	}

	private static String errors(String template) {
		return String.join(",",
				new TemplateContent(null, template, null, null, null).errors()
					.stream()
					.map(TemplateError::toString)
					.toList());
	}

}

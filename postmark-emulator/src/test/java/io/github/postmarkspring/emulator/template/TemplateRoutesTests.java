package io.github.postmarkspring.emulator.template;

import io.github.postmarkspring.emulator.Postmark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class TemplateRoutesTests {

	private static final String LAYOUT = """
			{ "Name": "Frame", "Alias": "frame", "TemplateType": "Layout", "HtmlBody": "<html>{{{ @content }}}</html>" }
			""";

	private static final String FRAMED = """
			{ "Name": "Order paid", "Alias": "order-paid", "Subject": "Order {{id}}", "HtmlBody": "<b>{{id}}</b>",
			  "TextBody": "{{id}}", "LayoutTemplate": "frame" }
			""";

	@RegisterExtension
	final Postmark postmark = new Postmark();

	private final TemplateClient templates = new TemplateClient(this.postmark);

	@Test
	void answersANewTemplateAsDocumented() {
		this.templates.created(LAYOUT);
		Postmark.Answer answer = this.templates.create(FRAMED);
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.json()).isEqualTo(Postmark.json("""
				{ "TemplateId": %s, "Name": "Order paid", "Active": true, "Alias": "order-paid",
				  "TemplateType": "Standard", "LayoutTemplate": "frame" }""".formatted(id("order-paid"))));
	}

	@Test
	void readsATemplateByIdAndByAlias() {
		this.templates.created(LAYOUT);
		long id = this.templates.created(FRAMED);
		String expected = """
				{ "TemplateId": %s, "Name": "Order paid", "Subject": "Order {{id}}", "HtmlBody": "<b>{{id}}</b>",
				  "TextBody": "{{id}}", "AssociatedServerId": 1, "Active": true, "Alias": "order-paid",
				  "TemplateType": "Standard", "LayoutTemplate": "frame" }""".formatted(id);
		assertThat(this.templates.read(id).json()).isEqualTo(Postmark.json(expected));
		assertThat(this.templates.read("order-paid").json()).isEqualTo(Postmark.json(expected));
		assertThat(this.templates.read("ORDER-paid/").json()).isEqualTo(Postmark.json(expected));
	}

	@Test
	void writesNullForAnAliasAndALayoutThatThereIsNot() {
		long id = this.templates.created("{\"Name\":\"A\",\"Subject\":\"S\",\"TextBody\":\"T\"}");
		assertThat(this.templates.read(id).json()).isEqualTo(Postmark.json("""
				{ "TemplateId": %s, "Name": "A", "Subject": "S", "HtmlBody": "", "TextBody": "T",
				  "AssociatedServerId": 1, "Active": true, "Alias": null, "TemplateType": "Standard",
				  "LayoutTemplate": null }""".formatted(id)));
	}

	@Test
	void changesOnlyWhatAnEditNames() {
		this.templates.created(LAYOUT);
		long id = this.templates.created(FRAMED);
		Postmark.Answer answer = this.templates.edit("order-paid", "{\"name\":\"Paid\",\"Subject\":null}");
		assertThat(answer.json()).isEqualTo(Postmark.json("""
				{ "TemplateId": %s, "Name": "Paid", "Active": true, "Alias": "order-paid",
				  "TemplateType": "Standard", "LayoutTemplate": "frame" }""".formatted(id)));
		assertThat(this.templates.read(id).json()).isEqualTo(Postmark.json("""
				{ "TemplateId": %s, "Name": "Paid", "Subject": "Order {{id}}", "HtmlBody": "<b>{{id}}</b>",
				  "TextBody": "{{id}}", "AssociatedServerId": 1, "Active": true, "Alias": "order-paid",
				  "TemplateType": "Standard", "LayoutTemplate": "frame" }""".formatted(id)));
		assertThat(this.templates.edit(id, "{\"Alias\":\"paid\",\"HtmlBody\":\"\"}").status()).isEqualTo(200);
		assertThat(this.templates.read("order-paid").error()).isEqualTo("422/1101");
		assertThat(this.templates.read("paid").json().get("HtmlBody").asString()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "null", "\"\"" })
	void detachesALayout(String nothing) {
		this.templates.created(LAYOUT);
		long id = this.templates.created(FRAMED);
		assertThat(
				this.templates.edit(id, "{\"LayoutTemplate\":" + nothing + "}").json().get("LayoutTemplate").isNull())
			.isTrue();
		assertThat(this.templates.delete("frame").status()).isEqualTo(200);
	}

	@Test
	void followsALayoutToItsNewAlias() {
		this.templates.created(LAYOUT);
		this.templates.created(FRAMED);
		this.templates.edit("frame", "{\"Alias\":\"border\"}");
		assertThat(this.templates.read("order-paid").json().get("LayoutTemplate").asString()).isEqualTo("border");
	}

	@Test
	void keepsADeletedTemplateReadableAndFreesItsAlias() {
		long id = this.templates.created("{\"Name\":\"A\",\"Alias\":\"a\",\"Subject\":\"S\",\"TextBody\":\"T\"}");
		Postmark.Answer answer = this.templates.delete("a");
		assertThat(answer.json())
			.isEqualTo(Postmark.json("{\"ErrorCode\":0,\"Message\":\"Template " + id + " removed.\"}"));
		assertThat(this.templates.read(id).json().get("Active").asBoolean()).isFalse();
		assertThat(this.templates.read("a").json().get("Active").asBoolean()).isFalse();
		assertThat(list("Count=10&Offset=0")).isEqualTo("0:");
		assertThat(this.templates.delete(id).error()).isEqualTo("422/1101");
		assertThat(this.templates.edit(id, "{\"Name\":\"B\"}").error()).isEqualTo("422/1101");
		long second = this.templates.created("{\"Name\":\"A\",\"Alias\":\"a\",\"Subject\":\"S\",\"TextBody\":\"T\"}");
		assertThat(this.templates.read("a").json().get("TemplateId").asLong()).isEqualTo(second).isNotEqualTo(id);
	}

	@Test
	void listsTemplatesAsDocumented() {
		long layout = this.templates.created(LAYOUT);
		long framed = this.templates.created(FRAMED);
		assertThat(this.postmark.get("/templates?Count=10&Offset=0").json()).isEqualTo(Postmark.json("""
				{ "TotalCount": 2, "Templates": [
				  { "Active": true, "TemplateId": %s, "Name": "Frame", "Alias": "frame", "TemplateType": "Layout",
				    "LayoutTemplate": null },
				  { "Active": true, "TemplateId": %s, "Name": "Order paid", "Alias": "order-paid",
				    "TemplateType": "Standard", "LayoutTemplate": "frame" } ] }""".formatted(layout, framed)));
	}

	@ParameterizedTest
	@CsvSource({ "count=2&offset=0,3:frame plain", "count=2&offset=2,3:order-paid", "count=2&offset=9,3:",
			"Count=9&Offset=0&TemplateType=All,3:frame plain order-paid",
			"Count=9&Offset=0&TemplateType=standard,2:plain order-paid", "Count=9&Offset=0&TemplateType=Layout,1:frame",
			"Count=9&Offset=0&LayoutTemplate=FRAME,1:order-paid", "Count=9&Offset=0&LayoutTemplate=x,0:",
			"Count=9&Offset=0&LayoutTemplate=,3:frame plain order-paid" })
	void pagesAndFilters(String query, String found) {
		this.templates.created(LAYOUT);
		this.templates.created("{\"Name\":\"A\",\"Alias\":\"plain\",\"Subject\":\"S\",\"TextBody\":\"T\"}");
		this.templates.created(FRAMED);
		assertThat(list(query)).isEqualTo(found);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "?Count=1", "?Offset=0", "?Count=0&Offset=0", "?Count=501&Offset=0",
			"?Count=1&Offset=-1", "?Count=1&Offset=0&TemplateType=Newsletter" })
	void refusesABadListWithCode1100(String query) {
		assertThat(this.postmark.get("/templates" + query).error()).isEqualTo("422/1100");
	}

	@Test
	void refusesAnUnknownTemplateWithCode1101() {
		assertThat(this.templates.read("nope").message())
			.isEqualTo("The Template's 'Alias' associated with this request is not valid or was not found.");
		assertThat(this.templates.read("nope").error()).isEqualTo("422/1101");
		assertThat(this.templates.read("99").error()).isEqualTo("422/1101");
		assertThat(this.templates.read("99").message())
			.isEqualTo("The Template's 'TemplateId' associated with this request is not valid or was not found.");
		assertThat(this.templates.read("9".repeat(40)).error()).isEqualTo("422/1101");
		assertThat(this.templates.edit("nope", "{}").error()).isEqualTo("422/1101");
		assertThat(this.templates.delete("nope").error()).isEqualTo("422/1101");
	}

	@Test
	void refusesAnUnknownLayoutWithCode1101() {
		assertThat(this.templates.create(FRAMED).error()).isEqualTo("422/1101");
		this.templates.created("{\"Name\":\"A\",\"Alias\":\"frame\",\"Subject\":\"S\",\"TextBody\":\"T\"}");
		assertThat(this.templates.create(FRAMED).error()).isEqualTo("422/1101");
	}

	@Test
	void refusesThe101stActiveTemplateWithCode1105() {
		for (int i = 0; i < 100; i++) {
			this.templates.created("{\"Name\":\"A\",\"Alias\":\"a" + i + "\",\"Subject\":\"S\",\"TextBody\":\"T\"}");
		}
		String one = "{\"Name\":\"A\",\"Subject\":\"S\",\"TextBody\":\"T\"}";
		assertThat(this.templates.create(one).error()).isEqualTo("422/1105");
		this.templates.delete("a0");
		assertThat(this.templates.create(one).status()).isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "null" })
	void refusesAnEmptyBodyWithCode1109(String body) {
		assertThat(this.templates.create(body).error()).isEqualTo("422/1109");
		assertThat(this.templates.edit("a", body).error()).isEqualTo("422/1109");
		assertThat(this.templates.validate(body).error()).isEqualTo("422/1109");
		assertThat(this.templates.push(body).error()).isEqualTo("422/1109");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "{}|1120", "{\"Name\":\" \",\"Subject\":\"S\",\"TextBody\":\"T\"}|1120",
			"{\"Name\":\"A\",\"Subject\":\"S\"}|1120", "{\"Name\":\"A\",\"TextBody\":\"T\"}|1120",
			"{\"Name\":\"A\",\"Subject\":\"S\",\"HtmlBody\":\"\",\"TextBody\":\"\"}|1120",
			"{\"Name\":\"A\",\"Subject\":\"S\",\"TextBody\":\"T\",\"TemplateType\":\"x\"}|1122",
			"{\"Name\":\"A\",\"Subject\":\"S\",\"TextBody\":\"T\",\"Alias\":\"\"}|1122",
			"{\"Name\":\"A\",\"Subject\":\"S\",\"TextBody\":\"T\",\"Alias\":\"1a\"}|1122",
			"{\"Name\":\"A\",\"Subject\":\"S\",\"TextBody\":\"T\",\"Alias\":\"a b\"}|1122",
			"{\"Name\":\"A\",\"Subject\":\"S\",\"TextBody\":\"T\",\"Alias\":\"TAKEN\"}|1122",
			"{\"Name\":\"A\",\"Subject\":\"{{#a}}\",\"TextBody\":\"T\"}|1122",
			"{\"Name\":\"A\",\"Subject\":\"S\",\"TextBody\":\"{{a-b}}\"}|1122",
			"{\"Name\":\"A\",\"Subject\":\"S\",\"HtmlBody\":\"{{/a}}\"}|1122",
			"{\"Name\":\"A\",\"Subject\":\"S\",\"HtmlBody\":\"{{{ @content }}}\"}|1122",
			"{\"Name\":\"A\",\"TemplateType\":\"Layout\",\"Subject\":\"S\",\"HtmlBody\":\"{{{@content}}}\"}|1123",
			"{\"Name\":\"A\",\"TemplateType\":\"Layout\",\"LayoutTemplate\":\"x\",\"HtmlBody\":\"{{{@content}}}\"}|1123",
			"{\"Name\":\"A\",\"TemplateType\":\"Layout\",\"HtmlBody\":\"x\"}|1131",
			"{\"Name\":\"A\",\"TemplateType\":\"Layout\",\"HtmlBody\":\"{{{@content}}}{{{ @content }}}\"}|1131",
			"{\"Name\":\"A\",\"TemplateType\":\"Layout\",\"HtmlBody\":\"{{{@content}}}\",\"TextBody\":\"x\"}|1131",
			"{\"Name\":1}|403", "[]|403", "{|402" })
	void refusesATemplateThatBreaksARule(String body, String code) {
		this.templates.created("{\"Name\":\"A\",\"Alias\":\"taken\",\"Subject\":\"S\",\"TextBody\":\"T\"}");
		assertThat(this.templates.create(body).error()).isEqualTo("422/" + code);
	}

	@ParameterizedTest
	@CsvSource({ "Name,255", "Alias,255", "Subject,2000", "HtmlBody,1048576", "TextBody,1048576" })
	void refusesAFieldThatIsTooLongWithCode1121(String field, int max) {
		String template = "{\"Name\":\"A\",\"Subject\":\"S\",\"TextBody\":\"T\",\"%s\":\"%s\"}";
		assertThat(this.templates.create(template.formatted(field, "a".repeat(max + 1))).error()).isEqualTo("422/1121");
		assertThat(this.templates.create(template.formatted(field, "a".repeat(max))).status()).isEqualTo(200);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "{\"Alias\":\"\"}|1122", "{\"Alias\":\"frame\"}|1122", "{\"Subject\":\"\"}|1120",
					"{\"HtmlBody\":\"\",\"TextBody\":\"\"}|1120", "{\"Name\":\"\"}|1120",
					"{\"TemplateType\":\"Layout\"}|1122", "{\"LayoutTemplate\":\"nope\"}|1101",
					"{\"TextBody\":\"{{#each}}\"}|1122" })
	void changesNothingIfAnEditBreaksARule(String edit, String code) {
		this.templates.created(LAYOUT);
		long id = this.templates.created(FRAMED);
		String before = this.templates.read(id).body();
		assertThat(this.templates.edit(id, edit).error()).isEqualTo("422/" + code);
		assertThat(this.templates.read(id).body()).isEqualTo(before);
	}

	@Test
	void takesItsOwnAliasAndTypeInAnEdit() {
		this.templates.created(LAYOUT);
		this.templates.created(FRAMED);
		assertThat(this.templates.edit("order-paid", FRAMED).status()).isEqualTo(200);
		assertThat(this.templates.edit("frame", LAYOUT).status()).isEqualTo(200);
	}

	@Test
	void keepsALayoutThatIsInUseWithCode1130() {
		this.templates.created(LAYOUT);
		this.templates.created(FRAMED);
		assertThat(this.templates.delete("frame").error()).isEqualTo("422/1130");
		this.templates.delete("order-paid");
		assertThat(this.templates.delete("frame").status()).isEqualTo(200);
	}

	@Test
	void asksForTheServerToken() {
		assertThat(
				this.postmark.get("/templates?Count=1&Offset=0", "X-Postmark-Account-Token", "account-token").error())
			.isEqualTo("401/10");
		assertThat(this.postmark.get("/templates?Count=1&Offset=0", "X-Postmark-Server-Token", "POSTMARK_API_TEST")
			.error()).isEqualTo("401/10");
	}

	@Test
	void forgetsTheOldestOfTooManyDeletedTemplates() {
		String template = "{\"Name\":\"A\",\"Subject\":\"S\",\"TextBody\":\"T\"}";
		long first = this.templates.created(template);
		this.templates.delete(first);
		for (int i = 0; i < 101; i++) {
			this.templates.delete(this.templates.created(template));
		}
		long last = this.templates.created(template);
		assertThat(this.templates.read(first).error()).isEqualTo("422/1101");
		assertThat(this.templates.read(last - 1).json().get("Active").asBoolean()).isFalse();
	}

	@Test
	void keepsNoMoreThanItCanBearOfTemplatesOfTheLargestSize() {
		String body = "x".repeat(1024 * 1024);
		String template = "{\"Name\":\"A\",\"Subject\":\"S\",\"HtmlBody\":\"%1$s\",\"TextBody\":\"%1$s\"}"
			.formatted(body);
		for (int i = 0; i < 15; i++) {
			assertThat(this.templates.create(template).status()).isEqualTo(200);
		}
		long small = this.templates.created("{\"Name\":\"A\",\"Subject\":\"S\",\"TextBody\":\"T\"}");
		assertThat(this.templates.create(template).error()).isEqualTo("422/1105");
		assertThat(this.templates.edit(small, template).error()).isEqualTo("422/1105");
	}

	private long id(String alias) {
		return this.templates.read(alias).json().get("TemplateId").asLong();
	}

	private String list(String query) {
		var json = this.postmark.get("/templates?" + query).json();
		return json.get("TotalCount").asInt() + ":"
				+ String.join(" ", json.get("Templates").findValuesAsString("Alias"));
	}

}

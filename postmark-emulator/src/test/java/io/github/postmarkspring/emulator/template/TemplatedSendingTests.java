package io.github.postmarkspring.emulator.template;

import io.github.postmarkspring.emulator.Postmark;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class TemplatedSendingTests {

	private static final String MESSAGE = """
			{ "From": "orders@shop.example", "To": "ann@mail.example", "TemplateAlias": "order-paid",
			  "TemplateModel": { "name": "Ann & Bob", "lines": [ { "sku": "A1", "qty": 2 }, { "sku": "B2", "qty": 1 } ] },
			  "InlineCss": true, "Tag": "order", "TrackOpens": true, "TrackLinks": "HtmlAndText",
			  "MessageStream": "outbound" }
			""";

	@RegisterExtension
	final Postmark postmark = new Postmark();

	private final TemplateClient templates = new TemplateClient(this.postmark);

	private long layout;

	private long template;

	@BeforeEach
	void createTemplates() {
		this.layout = this.templates.created("""
				{ "Name": "Frame", "Alias": "frame", "TemplateType": "Layout",
				  "HtmlBody": "<html><style>b { color: red }</style>{{{ @content }}}</html>" }""");
		this.template = this.templates.created("""
				{ "Name": "Order paid", "Alias": "order-paid", "Subject": "Thanks {{name}}",
				  "HtmlBody": "<b>{{name}}</b>{{#each lines}}<i>{{qty}} {{sku}} for {{../../name}}</i>{{/each}}",
				  "TextBody": "{{name}}{{#each lines}} {{sku}}{{/each}}", "LayoutTemplate": "frame" }""");
	}

	@Test
	void rendersSubjectHtmlAndTextIntoTheMailbox() {
		Postmark.Answer answer = this.postmark.post("/email/withTemplate", MESSAGE);
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.json().propertyNames()).containsExactly("To", "SubmittedAt", "MessageID", "ErrorCode",
				"Message");
		assertThat(answer.message()).isEqualTo("OK");
		JsonNode details = details(answer.json());
		assertThat(details.get("Subject").asString()).isEqualTo("Thanks Ann & Bob");
		assertThat(details.get("HtmlBody").asString())
			.isEqualTo("<html><style>b { color: red }</style><b>Ann &amp; Bob</b>"
					+ "<i>2 A1 for Ann &amp; Bob</i><i>1 B2 for Ann &amp; Bob</i></html>");
		assertThat(details.get("TextBody").asString()).isEqualTo("Ann & Bob A1 B2");
		assertThat(details.get("Tag").asString()).isEqualTo("order");
		assertThat(details.get("TrackOpens").asBoolean()).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/email/withTemplate/", "/EMAIL/WITHTEMPLATE", "/email/withtemplate" })
	void takesAnyLetterCaseAndATrailingSlashInThePath(String path) {
		assertThat(this.postmark.post(path, MESSAGE).status()).isEqualTo(200);
	}

	@Test
	void takesTheIdBeforeTheAlias() {
		assertThat(with("\"TemplateId\":" + this.template + ",\"TemplateAlias\":\"nope\"").status()).isEqualTo(200);
		assertThat(with("\"TemplateId\":\"" + this.template + "\"").status()).isEqualTo(200);
		assertThat(with("\"TemplateId\":0,\"TemplateAlias\":\"ORDER-PAID\"").status()).isEqualTo(200);
		assertThat(with("\"TemplateId\":null,\"TemplateAlias\":\"order-paid\"").status()).isEqualTo(200);
		assertThat(with("\"TemplateId\":12,\"TemplateAlias\":\"order-paid\"").error()).isEqualTo("422/1101");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "[]" })
	void takesAnEmptyModel(String model) {
		JsonNode answer = send("\"TemplateAlias\":\"order-paid\",\"TemplateModel\":" + model).json();
		assertThat(details(answer).get("Subject").asString()).isEqualTo("Thanks ");
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"Tag\":\"a\"", "\"TemplateModel\":null" })
	void asksForAModelWithCode1120(String fields) {
		Postmark.Answer answer = send("\"TemplateAlias\":\"order-paid\"," + fields);
		assertThat(answer.error()).isEqualTo("422/1120");
		assertThat(answer.message()).isEqualTo("A 'TemplateModel' is required when using a template to send an email.");
	}

	@Test
	void refusesAnUnknownTemplateWithCode1101() {
		Postmark.Answer answer = with("\"TemplateAlias\":\"nope\"");
		assertThat(answer.error()).isEqualTo("422/1101");
		assertThat(answer.message())
			.isEqualTo("The Template's 'Alias' associated with this request is not valid or was not found.");
		assertThat(with("\"Tag\":\"neither\"").error()).isEqualTo("422/1101");
		assertThat(with("\"TemplateAlias\":\"frame\"").error()).isEqualTo("422/1101");
		assertThat(with("\"TemplateId\":" + this.layout).error()).isEqualTo("422/1101");
		this.templates.delete("order-paid");
		assertThat(with("\"TemplateAlias\":\"order-paid\"").error()).isEqualTo("422/1101");
		assertThat(with("\"TemplateId\":" + this.template).error()).isEqualTo("422/1101");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Subject", "HtmlBody", "TextBody" })
	void refusesContentBesideATemplateWithCode1123(String field) {
		assertThat(with("\"TemplateAlias\":\"order-paid\",\"" + field + "\":\"x\"").error()).isEqualTo("422/1123");
		assertThat(with("\"TemplateAlias\":\"order-paid\",\"" + field + "\":\"\"").status()).isEqualTo(200);
		assertThat(with("\"TemplateAlias\":\"order-paid\",\"" + field + "\":null").status()).isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "@content", "pm:unsubscribe", "pm:unsubscribe_url" })
	void refusesAReservedKeyInTheModelWithCode1122(String key) {
		assertThat(send("\"TemplateAlias\":\"order-paid\",\"TemplateModel\":{\"" + key + "\":1}").error())
			.isEqualTo("422/1122");
		assertThat(send("\"TemplateAlias\":\"order-paid\",\"TemplateModel\":{\"a\":{\"" + key + "\":1}}").status())
			.isEqualTo(200);
	}

	@Test
	void refusesAModelThatIsTooLongWithCode1121() {
		String value = "x".repeat(5 * 1024 * 1024);
		assertThat(send("\"TemplateAlias\":\"order-paid\",\"TemplateModel\":{\"a\":[\"" + value + "\"]}").error())
			.isEqualTo("422/1121");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "\"TemplateModel\":\"x\"|$.TemplateModel", "\"TemplateModel\":[1]|$.TemplateModel",
					"\"TemplateId\":1.5|$.TemplateId", "\"TemplateId\":\"x\"|$.TemplateId",
					"\"TemplateId\":{}|$.TemplateId", "\"TemplateId\":99999999999999999999|$.TemplateId",
					"\"TemplateAlias\":1|$.TemplateAlias", "\"InlineCss\":\"x\"|$.InlineCss" })
	void refusesAWrongTypeWithCode403(String field, String path) {
		Postmark.Answer answer = send(field);
		assertThat(answer.error()).isEqualTo("422/403");
		assertThat(answer.message()).isEqualTo("Invalid request field(s): " + path);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "\"MessageStream\":\"nope\"|1235", "\"MessageStream\":\"inbound\"|1236", "\"From\":\"x\"|300",
					"\"To\":\"nobody\"|300", "\"TrackLinks\":\"x\"|300",
					"\"Attachments\":[{\"Name\":\"a.exe\",\"Content\":\"eA==\",\"ContentType\":\"a/b\"}]|411" })
	void checksEverythingElseLikeAnyMailAndBeforeTheTemplate(String field, String code) {
		assertThat(send(field + ",\"TemplateAlias\":\"nope\"").error()).isEqualTo("422/" + code);
	}

	@Test
	void checksTheLimitsOfWhatWasRendered() {
		assertThat(send("\"TemplateAlias\":\"order-paid\",\"TemplateModel\":{\"name\":\"" + "x".repeat(2000) + "\"}")
			.error()).isEqualTo("422/300");
	}

	@Test
	void acceptsAMailThatCannotBeRenderedAndBouncesItAndShowsWhy() {
		Postmark.Answer answer = send("\"TemplateAlias\":\"order-paid\",\"TemplateModel\":{\"lines\":\"x\"}");
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.json().get("ErrorCode").asInt()).isZero();
		JsonNode details = details(answer.json());
		assertThat(details.get("HtmlBody").asString()).isEmpty();
		assertThat(details.get("TextBody").asString()).isEqualTo("Template rendering failed: 'lines' is used like an "
				+ "array by the template, but is a scalar value or object in your model.");
		assertThat(details.get("MessageEvents").findValuesAsString("Type")).containsOnly("Bounced");
		JsonNode bounces = this.postmark
			.get("/bounces?count=9&offset=0&messageID=" + answer.json().get("MessageID").asString())
			.json()
			.get("Bounces");
		assertThat(bounces.findValuesAsString("Type")).containsOnly("TemplateRenderingFailed");
		assertThat(bounces.get(0).get("TypeCode").asInt()).isEqualTo(100010);
		assertThat(bounces.get(0).get("Inactive").asBoolean()).isFalse();
		assertThat(send("\"TemplateAlias\":\"order-paid\",\"TemplateModel\":{}").error()).isEqualTo("200/0");
	}

	@Test
	void doesNotLookAtTheTemplateWithTheTestToken() {
		String[] test = { "X-Postmark-Server-Token", "POSTMARK_API_TEST", "Content-Type", "application/json" };
		Postmark.Answer answer = this.postmark.post("/email/withTemplate", MESSAGE.replace("order-paid", "nope"), test);
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.message()).isEqualTo("Test job accepted");
		assertThat(this.postmark.post("/email/withTemplate", MESSAGE.replace("ann@", "ann at "), test).error())
			.isEqualTo("422/300");
		JsonNode batch = this.postmark.post("/email/batchWithTemplates", "{\"Messages\":[" + MESSAGE + ",{}]}", test)
			.json();
		assertThat(batch.get(0).get("Message").asString()).isEqualTo("Test job accepted");
		assertThat(batch.get(1).get("ErrorCode").asInt()).isEqualTo(300);
		assertThat(sent()).isZero();
	}

	@Test
	void answersABatchItemByItemInOrder() {
		Postmark.Answer answer = this.postmark.post("/email/batchWithTemplates",
				"""
						{ "Messages": [
						  { "From": "a@shop.example", "To": "ann@mail.example", "TemplateAlias": "order-paid", "TemplateModel": { "name": "Ann" } },
						  { "From": "a@shop.example", "To": "nobody", "TemplateAlias": "order-paid", "TemplateModel": {} },
						  { "From": "a@shop.example", "To": "bob@mail.example", "TemplateAlias": "nope", "TemplateModel": {} },
						  { "From": "a@shop.example", "To": "eve@mail.example", "TemplateId": %s, "TemplateModel": { "name": "Eve" } } ] }"""
					.formatted(this.template));
		assertThat(answer.status()).isEqualTo(200);
		JsonNode items = answer.json();
		assertThat(items.size()).isEqualTo(4);
		assertThat(details(items.get(0)).get("Subject").asString()).isEqualTo("Thanks Ann");
		assertThat(items.get(1))
			.isEqualTo(Postmark.json("{\"ErrorCode\":300,\"Message\":\"Invalid 'To' address: 'nobody'.\"}"));
		assertThat(items.get(2).propertyNames()).containsExactly("ErrorCode", "Message");
		assertThat(items.get(2).get("ErrorCode").asInt()).isEqualTo(1101);
		assertThat(details(items.get(3)).get("Subject").asString()).isEqualTo("Thanks Eve");
		assertThat(sent()).isEqualTo(2);
	}

	@Test
	void takes500MessagesInABatchAndRefuses501WithCode410() {
		String one = "{\"From\":\"a@shop.example\",\"To\":\"b@mail.example\",\"TemplateAlias\":\"order-paid\",\"TemplateModel\":{}}";
		assertThat(this.postmark
			.post("/email/batchWithTemplates", "{\"Messages\":[" + (one + ",").repeat(499) + one + "]}")
			.json()
			.size()).isEqualTo(500);
		assertThat(this.postmark
			.post("/email/batchWithTemplates", "{\"Messages\":[" + (one + ",").repeat(500) + one + "]}")
			.error()).isEqualTo("422/410");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "[]|403", "{\"Messages\":{}}|403", "{\"Messages\":[1]}|403",
			"{\"Messages\":[{\"TemplateModel\":1}]}|403", "{|402" })
	void refusesABatchThatIsNoObjectOfMessages(String body, String code) {
		assertThat(this.postmark.post("/email/batchWithTemplates", body).error()).isEqualTo("422/" + code);
	}

	@Test
	void saysWhichMessageOfABatchHasAWrongType() {
		assertThat(
				this.postmark.post("/email/batchWithTemplates", "{\"Messages\":[{},{\"TemplateModel\":1}]}").message())
			.isEqualTo("Invalid request field(s): $.Messages[1].TemplateModel");
	}

	@Test
	void answersAnEmptyBatchWithAnEmptyArray() {
		assertThat(this.postmark.post("/email/batchWithTemplates", "{\"Messages\":[]}").body()).isEqualTo("[]");
		assertThat(this.postmark.post("/email/batchWithTemplates", "{}").body()).isEqualTo("[]");
	}

	@Test
	void leavesPlaceholdersOfAPlainMailAlone() {
		String id = this.postmark.accepted("""
				{ "From": "a@shop.example", "To": "b@mail.example", "Subject": "{{name}}", "TextBody": "{{#each}}",
				  "TemplateAlias": "nope", "TemplateModel": { "name": "Ann" } }""");
		assertThat(this.postmark.get("/messages/outbound/" + id + "/details").json().get("Subject").asString())
			.isEqualTo("{{name}}");
	}

	@Test
	void survivesABatchThatRendersToFarMoreThanWasSent() {
		this.templates.created("{\"Name\":\"Big\",\"Alias\":\"big\",\"Subject\":\"S\",\"TextBody\":\"%s\"}"
			.formatted("x".repeat(1024 * 1024)));
		String one = "{\"From\":\"a@shop.example\",\"To\":\"b@mail.example\",\"TemplateAlias\":\"big\",\"TemplateModel\":{}}";
		JsonNode items = this.postmark
			.post("/email/batchWithTemplates", "{\"Messages\":[" + (one + ",").repeat(99) + one + "]}")
			.json();
		assertThat(items.findValuesAsString("ErrorCode")).hasSize(100).containsOnly("0");
		assertThat(sent()).isBetween(10, 40);
	}

	private Postmark.Answer with(String fields) {
		return send(fields + ",\"TemplateModel\":{}");
	}

	private Postmark.Answer send(String fields) {
		String from = fields.contains("\"From\"") ? "" : "\"From\":\"a@shop.example\",";
		String to = fields.contains("\"To\"") ? "" : "\"To\":\"b@mail.example\",";
		return this.postmark.post("/email/withTemplate", "{" + from + to + fields + "}");
	}

	private JsonNode details(JsonNode answer) {
		return this.postmark.get("/messages/outbound/" + answer.get("MessageID").asString() + "/details").json();
	}

	private int sent() {
		return this.postmark.get("/messages/outbound?count=1&offset=0").json().get("TotalCount").asInt();
	}

}

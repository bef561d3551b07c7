package io.github.postmarkspring.client.template;

import io.github.postmarkspring.client.page.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.github.postmarkspring.client.ResourceTests;
import io.github.postmarkspring.client.error.PostmarkApiException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class TemplatesTests extends ResourceTests {

	private static final String SUMMARY = """
			{ "TemplateId": 1234, "Name": "Order paid", "Active": true, "Alias": "order-paid",
			  "TemplateType": "Standard", "LayoutTemplate": null }""";

	@Test
	void templatesAreListed() {
		answers("{ \"TotalCount\": 1, \"Templates\": [ " + SUMMARY + " ] }");
		Page<TemplateSummary> page = this.client.templates()
			.list(TemplateQuery.create().count(10).type(TemplateType.STANDARD).layoutTemplate("frame"));
		requested("GET /templates?Count=10&Offset=0&TemplateType=Standard&LayoutTemplate=frame");
		assertThat(page.items())
			.containsExactly(new TemplateSummary(1234, "Order paid", true, "order-paid", TemplateType.STANDARD, null));
	}

	@Test
	void aTemplateIsReadByAliasWhateverIsInItOrById() {
		answers("""
				{ "TemplateId": 1234, "Name": "Order paid", "Subject": "Order {{id}}", "HtmlBody": "<p>", "TextBody": "t",
				  "AssociatedServerId": 9001, "Active": true, "Alias": null, "TemplateType": "Layout",
				  "LayoutTemplate": "frame" }""");
		Template template = this.client.templates().get("a/b?c");
		requested("GET /templates/a%2Fb%3Fc");
		assertThat(template).isEqualTo(new Template(1234, "Order paid", "Order {{id}}", "<p>", "t", 9001L, true, null,
				TemplateType.LAYOUT, "frame"));
		this.postmark.received().clear();
		this.client.templates().get(1234);
		requested("GET /templates/1234");
	}

	@Test
	void aMessageAndALayoutAreCreated() {
		answers(SUMMARY);
		TemplateSummary created = this.client.templates()
			.create(NewTemplate.standard("Order paid", "Order {{id}}")
				.alias("order-paid")
				.htmlBody("<p>")
				.textBody("t")
				.layoutTemplate("frame"));
		requested("POST /templates", """
				{ "Name": "Order paid", "Subject": "Order {{id}}", "TemplateType": "Standard", "Alias": "order-paid",
				  "HtmlBody": "<p>", "TextBody": "t", "LayoutTemplate": "frame" }""");
		assertThat(created.templateId()).isEqualTo(1234);
		this.postmark.received().clear();
		this.client.templates().create(NewTemplate.layout("Frame").htmlBody("{{{ @content }}}"));
		requested("POST /templates",
				"{ \"Name\": \"Frame\", \"TemplateType\": \"Layout\", \"HtmlBody\": \"{{{ @content }}}\" }");
	}

	@Test
	void onlyWhatIsSaidIsChanged() {
		answers(SUMMARY);
		this.client.templates().edit("order-paid", TemplateChange.create().subject("New").layoutTemplate(""));
		requested("PUT /templates/order-paid", "{ \"Subject\": \"New\", \"LayoutTemplate\": \"\" }");
		this.postmark.received().clear();
		this.client.templates().edit(1234, TemplateChange.create().name("N").alias("a").htmlBody("h").textBody("t"));
		requested("PUT /templates/1234",
				"{ \"Name\": \"N\", \"Alias\": \"a\", \"HtmlBody\": \"h\", \"TextBody\": \"t\" }");
	}

	@Test
	void aTemplateIsDeleted() {
		answers("{ \"ErrorCode\": 0, \"Message\": \"Template 1234 removed.\" }");
		this.client.templates().delete(1234);
		requested("DELETE /templates/1234");
	}

	@Test
	void anErrorCodeInASuccessIsARefusal() {
		answers("{ \"ErrorCode\": 1130, \"Message\": \"In use.\" }");
		assertThatExceptionOfType(PostmarkApiException.class).isThrownBy(() -> this.client.templates().delete("frame"))
			.satisfies((ex) -> assertThat(ex.errorCode()).isEqualTo(1130));
	}

	@Test
	void contentIsValidatedWithAModel() {
		answers("""
				{ "AllContentIsValid": false,
				  "HtmlBody": { "ContentIsValid": false, "ValidationErrors": [ { "Message": "Mismatched.", "Line": 1,
				    "CharacterPosition": 12 } ], "RenderedContent": null },
				  "TextBody": { "ContentIsValid": true, "ValidationErrors": [], "RenderedContent": "Hi name_Value" },
				  "Subject": null,
				  "SuggestedTemplateModel": { "name": "name_Value", "lines": [ { "sku": "sku_Value" } ] } }""");
		TemplateValidation validation = this.client.templates()
			.validate(TemplateTrial.create()
				.htmlBody("<p>{{name}")
				.textBody("Hi {{name}}")
				.model(Map.of("name", "Ann"))
				.inlineCss(false)
				.type(TemplateType.STANDARD)
				.layoutTemplate("frame"));
		requested("POST /templates/validate", """
				{ "HtmlBody": "<p>{{name}", "TextBody": "Hi {{name}}", "TestRenderModel": { "name": "Ann" },
				  "InlineCssForHtmlTestRender": false, "TemplateType": "Standard", "LayoutTemplate": "frame" }""");
		assertThat(validation.allContentIsValid()).isFalse();
		assertThat(validation.subject()).isNull();
		assertThat(validation.htmlBody().validationErrors()).containsExactly(new ValidationError("Mismatched.", 1, 12));
		assertThat(validation.textBody().renderedContent()).isEqualTo("Hi name_Value");
		assertThat(validation.suggestedTemplateModel()).containsEntry("name", "name_Value").containsKey("lines");
	}

	@Test
	void templatesArePushedWithTheAccountTokenFirstDry() {
		answers("""
				{ "TotalCount": 1, "Templates": [ { "Action": "Create", "TemplateId": 812045, "Alias": "order-paid",
				  "Name": "Order paid", "TemplateType": "Standard" } ] }""");
		PushResult result = this.account.templatePush().push(PushRequest.dryRun(9001, 9002));
		requested("PUT /templates/push",
				"{ \"SourceServerID\": 9001, \"DestinationServerID\": 9002, \"PerformChanges\": false }");
		assertThat(result.templates()).containsExactly(
				new PushedTemplate(PushAction.CREATE, 812045L, "order-paid", "Order paid", TemplateType.STANDARD));
		this.postmark.received().clear();
		this.account.templatePush().push(PushRequest.perform(9001, 9002));
		requested("PUT /templates/push",
				"{ \"SourceServerID\": 9001, \"DestinationServerID\": 9002, \"PerformChanges\": true }");
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", " ", "\t", ".", ".." })
	void anIdThatLeadsElsewhereIsRefusedBeforeAnyRequest(String id) {
		assertThatIllegalArgumentException().isThrownBy(() -> this.client.templates().get(id))
			.withMessageContaining("'idOrAlias'");
		assertThatIllegalArgumentException().isThrownBy(() -> this.client.templates().delete(id))
			.withMessageContaining("'idOrAlias'");
		assertThat(this.postmark.received()).isEmpty();
	}

	@Test
	void aModelThatCannotBeWrittenIsRefusedBeforeAnyRequest() {
		List<Object> itself = new ArrayList<>();
		itself.add(itself);
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.client.templates().validate(TemplateTrial.create().subject("s").model(itself)))
			.withMessageContaining("'trial'");
		assertThat(this.postmark.received()).isEmpty();
	}

	@Test
	void aTemplateWithoutANameIsRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> NewTemplate.standard(" ", "s"))
			.withMessageContaining("'name'");
	}

}

package io.github.postmarkspring.boot.autoconfigure.roundtrip;

import java.util.Map;

import io.github.postmarkspring.client.server.NewServer;
import io.github.postmarkspring.client.template.NewTemplate;
import io.github.postmarkspring.client.template.PushAction;
import io.github.postmarkspring.client.template.PushRequest;
import io.github.postmarkspring.client.template.PushResult;
import io.github.postmarkspring.client.template.Template;
import io.github.postmarkspring.client.template.TemplateChange;
import io.github.postmarkspring.client.template.TemplateQuery;
import io.github.postmarkspring.client.template.TemplateSummary;
import io.github.postmarkspring.client.template.TemplateTrial;
import io.github.postmarkspring.client.template.TemplateType;
import io.github.postmarkspring.client.template.TemplateValidation;
import io.github.postmarkspring.client.template.Templates;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A template and its layout, from creation to deletion, and to another server.
 */
class TemplatesRoundTrip implements RoundTrip {

	@Override
	public void run(Clients clients) {
		Templates templates = clients.server().templates();
		templates.create(NewTemplate.layout("Base").alias("base").textBody("-- {{{ @content }}}"));
		TemplateSummary created = templates.create(
				NewTemplate.standard("Paid", "Order {{id}}").alias("paid").textBody("Thanks").layoutTemplate("base"));
		clients.wire().requested("POST /templates", """
				{ "Name": "Paid", "Subject": "Order {{id}}", "TemplateType": "Standard", "Alias": "paid",
				  "TextBody": "Thanks", "LayoutTemplate": "base" }""");
		clients.wire().answered("POST /templates", """
				{ "Active": true, "TemplateId": %d, "Name": "Paid", "Alias": "paid", "TemplateType": "Standard",
				  "LayoutTemplate": "base" }""".formatted(created.templateId()));
		assertThat(created.layoutTemplate()).isEqualTo("base");
		templates.edit(created.templateId(), TemplateChange.create().textBody("Thank you"));
		Template read = templates.get("paid");
		assertThat(read.textBody()).isEqualTo("Thank you");
		assertThat(read.subject()).isEqualTo("Order {{id}}");
		assertThat(templates.stream(TemplateQuery.create().type(TemplateType.LAYOUT)).map(TemplateSummary::alias))
			.containsExactly("base");
		validate(templates, clients.wire());
		push(clients);
		templates.delete("paid");
		assertThat(templates.stream(TemplateQuery.create()).map(TemplateSummary::alias)).containsExactly("base");
	}

	private static void validate(Templates templates, Wire wire) {
		TemplateValidation validation = templates
			.validate(TemplateTrial.create().subject("Hi {{name}}").textBody("{{#x}}").model(Map.of("name", "Ann")));
		wire.requested("POST /templates/validate", """
				{ "Subject": "Hi {{name}}", "TextBody": "{{#x}}", "TestRenderModel": { "name": "Ann" } }""");
		wire.answered("POST /templates/validate", """
				{ "AllContentIsValid": false, "HtmlBody": null,
				  "TextBody": { "ContentIsValid": false, "RenderedContent": null,
				    "ValidationErrors": [ { "Message": "<any>", "Line": 1, "CharacterPosition": 1 } ] },
				  "Subject": { "ContentIsValid": true, "ValidationErrors": [], "RenderedContent": "Hi Ann" },
				  "SuggestedTemplateModel": { "x": "x_Value", "name": "Ann" } }""");
		assertThat(validation.allContentIsValid()).isFalse();
		assertThat(validation.subject().renderedContent()).isEqualTo("Hi Ann");
		assertThat(validation.textBody().validationErrors()).hasSize(1);
		assertThat(validation.htmlBody()).isNull();
	}

	private static void push(Clients clients) {
		long source = clients.server().server().get().id();
		long destination = clients.account().servers().create(NewServer.named("Second")).id();
		assertThat(clients.account().templatePush().push(PushRequest.dryRun(source, destination)).templates())
			.allSatisfy((pushed) -> assertThat(pushed.templateId()).isNull());
		PushResult result = clients.account().templatePush().push(PushRequest.perform(source, destination));
		clients.wire()
			.requested("PUT /templates/push", """
					{ "SourceServerID": %d, "DestinationServerID": %d, "PerformChanges": true }""".formatted(source,
					destination));
		clients.wire()
			.answered("PUT /templates/push",
					"""
							{ "TotalCount": 2, "Templates": [
							    { "Action": "Create", "TemplateId": %d, "Alias": "base", "Name": "Base", "TemplateType": "Layout" },
							    { "Action": "Create", "TemplateId": %d, "Alias": "paid", "Name": "Paid", "TemplateType": "Standard" } ] }"""
						.formatted(result.templates().get(0).templateId(), result.templates().get(1).templateId()));
		assertThat(result.templates()).extracting((pushed) -> pushed.action()).containsOnly(PushAction.CREATE);
		assertThat(clients.account().serverClient("Second").templates().get("paid").name()).isEqualTo("Paid");
	}

}

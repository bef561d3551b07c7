package io.github.postmarkspring.emulator.email;

import io.github.postmarkspring.emulator.http.JsonFields;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The template a message is to be made from, as it was sent.
 *
 * @param id the template's number, if given
 * @param alias the template's alias, if given
 * @param model the model, if given
 */
record TemplateUse(@Nullable Long id, @Nullable String alias, @Nullable JsonNode model) {

	static TemplateUse read(JsonFields fields) {
		// Taken, but styles stay where they are.
		fields.flag("InlineCss");
		Long id = fields.number("TemplateId");
		// Clients whose numbers cannot be absent send 0 beside an alias.
		return new TemplateUse((id != null && id != 0) ? id : null, fields.text("TemplateAlias"),
				fields.model("TemplateModel"));
	}

}

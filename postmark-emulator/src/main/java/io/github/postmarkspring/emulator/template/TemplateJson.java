package io.github.postmarkspring.emulator.template;

import io.github.postmarkspring.emulator.http.Json;
import tools.jackson.databind.node.ObjectNode;

/**
 * Templates as Postmark describes them.
 */
final class TemplateJson {

	private TemplateJson() {
	}

	/**
	 * Returns the six fields of lists, and of answers to changes.
	 */
	static ObjectNode summary(TemplateStore.Listed listed) {
		Template template = listed.template();
		return Json.object()
			.put("Active", template.active())
			.put("TemplateId", template.id())
			.put("Name", template.name())
			.put("Alias", template.alias())
			.put("TemplateType", template.type().wireName())
			.put("LayoutTemplate", listed.layoutAlias());
	}

	static ObjectNode details(TemplateStore.Listed listed, long serverId) {
		Template template = listed.template();
		return summary(listed).put("Subject", template.subject())
			.put("HtmlBody", template.htmlBody())
			.put("TextBody", template.textBody())
			.put("AssociatedServerId", serverId);
	}

}

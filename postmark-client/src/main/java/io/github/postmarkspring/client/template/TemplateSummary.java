package io.github.postmarkspring.client.template;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * A template without its content, as lists, creating and editing give it.
 *
 * @param templateId the id
 * @param name the name, for people, or {@code null}
 * @param active whether it can be used, or {@code null}
 * @param alias the alias, unique in the server, or {@code null}
 * @param type what it is for, or {@code null}
 * @param layoutTemplate the alias of the layout around it, or {@code null}
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/templates-api">Postmark: Templates
 * API</a>
 */
public record TemplateSummary(@JsonProperty("TemplateId") long templateId, @JsonProperty("Name") @Nullable String name,
		@JsonProperty("Active") @Nullable Boolean active, @JsonProperty("Alias") @Nullable String alias,
		@JsonProperty("TemplateType") @Nullable TemplateType type,
		@JsonProperty("LayoutTemplate") @Nullable String layoutTemplate) {

}

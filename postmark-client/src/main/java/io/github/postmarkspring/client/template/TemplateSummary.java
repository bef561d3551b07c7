package io.github.postmarkspring.client.template;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.postmarkspring.client.http.PostmarkNames;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonNaming;

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
@JsonNaming(PostmarkNames.class)
public record TemplateSummary(@JsonProperty("TemplateId") long templateId, @Nullable String name,
		@Nullable Boolean active, @Nullable String alias, @JsonProperty("TemplateType") @Nullable TemplateType type,
		@Nullable String layoutTemplate) {

}

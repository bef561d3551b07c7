package io.github.postmarkspring.client.template;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.postmarkspring.client.http.PostmarkNames;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * A template that was pushed, or would be.
 *
 * @param action what becomes of it, or {@code null}
 * @param templateId the id in the other server, if it has one, or {@code null}
 * @param alias the alias, by which templates are matched, or {@code null}
 * @param name the name, for people, or {@code null}
 * @param type what it is for, or {@code null}
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/templates-api">Postmark: Templates
 * API</a>
 */
@JsonNaming(PostmarkNames.class)
public record PushedTemplate(@Nullable PushAction action, @JsonProperty("TemplateId") @Nullable Long templateId,
		@Nullable String alias, @Nullable String name, @JsonProperty("TemplateType") @Nullable TemplateType type) {

}

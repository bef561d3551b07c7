package io.github.postmarkspring.client.template;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.postmarkspring.client.http.PostmarkNames;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * A template with its content.
 *
 * @param templateId the id
 * @param name the name, for people, or {@code null}
 * @param subject the subject, which a layout does not have, or {@code null}
 * @param htmlBody the HTML body, or {@code null}
 * @param textBody the text body, or {@code null}
 * @param associatedServerId the id of the server, or {@code null}
 * @param active whether it can be used: one that was deleted can still be read, or
 * {@code null}
 * @param alias the alias, unique in the server, or {@code null}
 * @param type what it is for, or {@code null}
 * @param layoutTemplate the alias of the layout around it, or {@code null}
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/templates-api">Postmark: Templates
 * API</a>
 */
@JsonNaming(PostmarkNames.class)
public record Template(@JsonProperty("TemplateId") long templateId, @Nullable String name, @Nullable String subject,
		@Nullable String htmlBody, @Nullable String textBody,
		@JsonProperty("AssociatedServerId") @Nullable Long associatedServerId, @Nullable Boolean active,
		@Nullable String alias, @JsonProperty("TemplateType") @Nullable TemplateType type,
		@Nullable String layoutTemplate) {

}

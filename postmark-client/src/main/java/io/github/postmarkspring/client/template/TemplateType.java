package io.github.postmarkspring.client.template;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.postmarkspring.client.http.KnownValues;

/**
 * What a template is for.
 * <p>
 * Postmark may add values; one that is not known here is kept.
 *
 * @param value the value as Postmark writes it
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/templates-api">Postmark: Templates
 * API</a>
 */
public record TemplateType(@JsonValue String value) {

	/** A message. */
	public static final TemplateType STANDARD = new TemplateType("Standard");

	/** A frame that messages share. */
	public static final TemplateType LAYOUT = new TemplateType("Layout");

	private static final KnownValues<TemplateType> KNOWN = KnownValues.of(TemplateType::new, STANDARD, LAYOUT);

	/**
	 * Return the value for a text.
	 * @param value the text, in any case
	 * @return the known value, or one with this very text
	 */
	@JsonCreator
	public static TemplateType of(String value) {
		return KNOWN.get(value);
	}

	/**
	 * Return the value as Postmark writes it.
	 */
	@Override
	public String toString() {
		return this.value;
	}

}

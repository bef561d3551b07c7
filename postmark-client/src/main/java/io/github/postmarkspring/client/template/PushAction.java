package io.github.postmarkspring.client.template;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.postmarkspring.client.http.KnownValues;

/**
 * What pushing does with a template.
 * <p>
 * Postmark may add values; one that is not known here is kept.
 *
 * @param value the value as Postmark writes it
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/templates-api">Postmark: Templates
 * API</a>
 */
public record PushAction(@JsonValue String value) {

	/** The other server gets it. */
	public static final PushAction CREATE = new PushAction("Create");

	/** The other server has one of this alias, which is changed. */
	public static final PushAction EDIT = new PushAction("Edit");

	private static final KnownValues<PushAction> KNOWN = KnownValues.of(PushAction::new, CREATE, EDIT);

	/**
	 * Return the value for a text.
	 * @param value the text, in any case
	 * @return the known value, or one with this very text
	 */
	@JsonCreator
	public static PushAction of(String value) {
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

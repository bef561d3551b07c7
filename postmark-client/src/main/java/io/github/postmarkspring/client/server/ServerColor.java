package io.github.postmarkspring.client.server;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.postmarkspring.client.http.KnownValues;

/**
 * The colour of a server in Postmark's pages.
 * <p>
 * Postmark may add values; one that is not known here is kept.
 *
 * @param value the value as Postmark writes it
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/servers-api">Postmark: Servers
 * API</a>
 */
public record ServerColor(@JsonValue String value) {

	/** Purple. */
	public static final ServerColor PURPLE = new ServerColor("Purple");

	/** Blue. */
	public static final ServerColor BLUE = new ServerColor("Blue");

	/** Turquoise. */
	public static final ServerColor TURQUOISE = new ServerColor("Turquoise");

	/** Green. */
	public static final ServerColor GREEN = new ServerColor("Green");

	/** Red. */
	public static final ServerColor RED = new ServerColor("Red");

	/** Yellow. */
	public static final ServerColor YELLOW = new ServerColor("Yellow");

	/** Grey. */
	public static final ServerColor GREY = new ServerColor("Grey");

	/** Orange. */
	public static final ServerColor ORANGE = new ServerColor("Orange");

	private static final KnownValues<ServerColor> KNOWN = KnownValues.of(ServerColor::new, PURPLE, BLUE, TURQUOISE,
			GREEN, RED, YELLOW, GREY, ORANGE);

	/**
	 * Return the value for a text.
	 * @param value the text, in any case
	 * @return the known value, or one with this very text
	 */
	@JsonCreator
	public static ServerColor of(String value) {
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

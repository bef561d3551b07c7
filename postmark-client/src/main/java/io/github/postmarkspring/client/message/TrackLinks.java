package io.github.postmarkspring.client.message;

/**
 * In which bodies of a message links are tracked.
 *
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/user-guide/tracking-links">Postmark:
 * tracking links</a>
 */
public enum TrackLinks {

	/** In neither body. */
	NONE("None"),

	/** In both bodies. */
	HTML_AND_TEXT("HtmlAndText"),

	/** In the HTML body. */
	HTML_ONLY("HtmlOnly"),

	/** In the text body. */
	TEXT_ONLY("TextOnly");

	private final String value;

	TrackLinks(String value) {
		this.value = value;
	}

	/**
	 * Return Postmark's word for it.
	 * @return the value on the wire
	 */
	public String value() {
		return this.value;
	}

}

package io.github.postmarkspring.client.webhook.event;

import java.io.InputStream;

import com.fasterxml.jackson.annotation.JsonCreator;

import org.springframework.core.io.InputStreamSource;

/**
 * The whole mail that came in, with its headers, as it was sent. Postmark posts it where
 * the server is set to include it.
 *
 * @since 0.1.0
 * @see InboundMimeMessage
 * @see <a href="https://postmarkapp.com/developer/webhooks/inbound-webhook">Postmark:
 * Inbound webhook</a>
 */
public final class RawEmail implements InputStreamSource {

	private final JsonText text;

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	RawEmail(JsonText text) {
		this.text = text;
	}

	/**
	 * Return the mail as text. It may be tens of megabytes long.
	 * @return the text
	 */
	public String text() {
		return this.text.string();
	}

	/**
	 * Return the bytes of the mail, without holding them a second time.
	 * @return the text in UTF-8
	 */
	@Override
	public InputStream getInputStream() {
		return this.text.stream();
	}

	/**
	 * Return a text that is fit for a log, without the mail.
	 */
	@Override
	public String toString() {
		return "raw mail";
	}

}

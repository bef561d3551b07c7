package io.github.postmarkspring.client.webhook.event;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Base64;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.postmarkspring.client.http.ForeignText;
import org.jspecify.annotations.Nullable;

import org.springframework.core.io.AbstractResource;

/**
 * A file in mail that came in. Its content is decoded whenever it is read.
 * <p>
 * Everything about it was chosen by who sent the mail: the type may be wrong, and the
 * name a path. {@link #getFilename()} is fit to be used as a name.
 *
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/webhooks/inbound-webhook">Postmark:
 * Inbound webhook</a>
 */
public final class ReceivedAttachment extends AbstractResource {

	private final @Nullable String name;

	private final @Nullable String contentType;

	private final @Nullable String contentId;

	private final @Nullable Long statedLength;

	private final @Nullable JsonText content;

	/**
	 * Create a new attachment.
	 * @param data the content in the sample that Postmark's dashboard posts
	 */
	@JsonCreator
	ReceivedAttachment(@JsonProperty("Name") @Nullable String name,
			@JsonProperty("ContentType") @Nullable String contentType,
			@JsonProperty("ContentID") @Nullable String contentId,
			@JsonProperty("ContentLength") @Nullable Long contentLength,
			@JsonProperty("Content") @Nullable JsonText content, @JsonProperty("Data") @Nullable JsonText data) {
		this.name = name;
		this.contentType = contentType;
		this.contentId = contentId;
		this.statedLength = contentLength;
		this.content = (content != null) ? content : data;
	}

	/**
	 * Return the name as it was posted, which may be a path or anything else.
	 * @return the name, or {@code null}
	 */
	public @Nullable String name() {
		return this.name;
	}

	/**
	 * Return the media type.
	 * @return the type as it was posted, or {@code null}
	 */
	public @Nullable String contentType() {
		return this.contentType;
	}

	/**
	 * Return the id by which the HTML body shows the file.
	 * @return the id as it was posted, or {@code null}
	 */
	public @Nullable String contentId() {
		return this.contentId;
	}

	/**
	 * Return the length that was posted. It costs nothing, and {@link #contentLength()},
	 * which is the true one, decodes the content.
	 * @return the length in bytes, or {@code null}
	 */
	public @Nullable Long statedLength() {
		return this.statedLength;
	}

	/**
	 * Return a name made of the one that was posted: without directories, without
	 * characters that a file system or a reader stumbles over, of at most 60 characters.
	 * Two attachments may have the same.
	 * @return the name, never empty
	 */
	@Override
	public String getFilename() {
		return SafeFileName.of(this.name);
	}

	@Override
	public boolean exists() {
		return this.content != null;
	}

	/**
	 * Return the content.
	 * @return a new stream, which throws an {@link IOException} where the content is not
	 * Base64
	 * @throws FileNotFoundException if the attachment was posted without content
	 */
	@Override
	public InputStream getInputStream() throws IOException {
		if (this.content == null) {
			throw new FileNotFoundException("The attachment was posted without content");
		}
		return Base64.getDecoder().wrap(new WithoutSpace(this.content.stream()));
	}

	/**
	 * Return a text that is fit for a log, without the name.
	 */
	@Override
	public String getDescription() {
		String type = (this.contentType != null) ? ForeignText.oneLine(this.contentType, 64) : "no type";
		return "attachment of received mail (" + type + ")";
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return this == other;
	}

	@Override
	public int hashCode() {
		return System.identityHashCode(this);
	}

	/**
	 * Base64 may be broken into lines.
	 */
	private static final class WithoutSpace extends InputStream {

		private final InputStream source;

		private WithoutSpace(InputStream source) {
			this.source = source;
		}

		@Override
		public int read() throws IOException {
			int next = this.source.read();
			while (next == '\n' || next == '\r' || next == ' ' || next == '\t') {
				next = this.source.read();
			}
			return next;
		}

	}

}

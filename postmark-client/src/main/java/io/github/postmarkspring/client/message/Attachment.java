package io.github.postmarkspring.client.message;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.InputStreamSource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.MediaTypeFactory;
import org.springframework.util.Assert;

/**
 * A file that travels with a message, or an image shown inside it. Its content is read
 * when the message is sent, and again if it is sent again; it is encoded into the request
 * as it is read.
 * <p>
 * What Postmark refuses is found before sending: a name that is missing or ends in one of
 * the forbidden extensions, and a type that is not a media type. A message may be 10 MB
 * after Base64, which makes about 7.5 MB of files.
 *
 * @since 0.1.0
 * @see <a href=
 * "https://postmarkapp.com/developer/user-guide/send-email-with-api#attachments">Postmark:
 * attachments</a>
 */
public final class Attachment {

	private final String name;

	private final String contentType;

	private final @Nullable String contentId;

	private final InputStreamSource content;

	private Attachment(String name, String contentType, @Nullable String contentId, InputStreamSource content) {
		this.name = name;
		this.contentType = contentType;
		this.contentId = contentId;
		this.content = content;
	}

	/**
	 * Attach bytes.
	 * @param name the file name that the recipient sees; the type is derived from its
	 * extension
	 * @param content the content, not copied
	 * @return the attachment
	 */
	public static Attachment of(String name, byte[] content) {
		Assert.notNull(content, "'content' must not be null");
		return of(name, new ByteArrayResource(content));
	}

	/**
	 * Attach anything that can be read.
	 * @param name the file name that the recipient sees; the type is derived from its
	 * extension
	 * @param content the content. One that can be read only once is read now and kept in
	 * memory
	 * @return the attachment
	 * @throws UncheckedIOException if the content had to be read and could not be
	 */
	public static Attachment of(String name, InputStreamSource content) {
		Assert.notNull(name, "'name' must not be null");
		Assert.notNull(content, "'content' must not be null");
		return new Attachment(name, typeOf(name), null, rereadable(content));
	}

	/**
	 * Attach a resource under its own file name.
	 * @param content the content. One that can be read only once is read now and kept in
	 * memory
	 * @return the attachment
	 * @throws IllegalArgumentException if the resource has no file name
	 * @throws UncheckedIOException if the content had to be read and could not be
	 */
	public static Attachment of(Resource content) {
		Assert.notNull(content, "'content' must not be null");
		String name = content.getFilename();
		Assert.notNull(name, () -> "'content' has no file name, give one: " + content.getDescription());
		return of(name, content);
	}

	/**
	 * Attach a file under its own name.
	 * @param file the file
	 * @return the attachment
	 */
	public static Attachment of(Path file) {
		Assert.notNull(file, "'file' must not be null");
		return of(new FileSystemResource(file));
	}

	private static String typeOf(String name) {
		return MediaTypeFactory.getMediaType(name).orElse(MediaType.APPLICATION_OCTET_STREAM).toString();
	}

	private static InputStreamSource rereadable(InputStreamSource content) {
		if (!(content instanceof Resource resource) || !resource.isOpen()) {
			return content;
		}
		try {
			return new ByteArrayResource(resource.getContentAsByteArray());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Return this attachment with another type.
	 * @param contentType a media type, such as {@code application/pdf}
	 * @return a new attachment
	 */
	public Attachment withContentType(String contentType) {
		Assert.notNull(contentType, "'contentType' must not be null");
		return new Attachment(this.name, contentType, this.contentId, this.content);
	}

	/**
	 * Return this attachment as an image inside the message, where the HTML body shows it
	 * with {@code <img src="cid:logo">}.
	 * @param contentId the id, such as {@code logo}: printable ASCII without spaces, with
	 * or without {@code cid:} in front
	 * @return a new attachment
	 */
	public Attachment inline(String contentId) {
		Assert.hasText(contentId, "'contentId' must not be empty");
		// Postmark wants the prefix here as well as in the body.
		String prefixed = contentId.startsWith("cid:") ? contentId : "cid:" + contentId;
		return new Attachment(this.name, this.contentType, prefixed, this.content);
	}

	/**
	 * Return the file name that the recipient sees.
	 * @return the name
	 */
	public String name() {
		return this.name;
	}

	/**
	 * Return the type.
	 * @return a media type, such as {@code application/pdf}
	 */
	public String contentType() {
		return this.contentType;
	}

	/**
	 * Return the content id.
	 * @return the id with {@code cid:} in front, or {@code null} for an attachment that
	 * is not shown inside the message
	 */
	public @Nullable String contentId() {
		return this.contentId;
	}

	/**
	 * Return the content.
	 * @return the source; each stream of it is new
	 */
	public InputStreamSource content() {
		return this.content;
	}

	@Override
	public String toString() {
		return "Attachment[contentType=" + this.contentType + ", inline=" + (this.contentId != null) + "]";
	}

}

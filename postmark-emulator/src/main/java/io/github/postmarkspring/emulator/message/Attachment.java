package io.github.postmarkspring.emulator.message;

import org.jspecify.annotations.Nullable;

/**
 * A file that came with a message.
 *
 * @param name the file name as sent, which may be anything
 * @param contentType the MIME type as sent, which may be a lie
 * @param contentId what the HTML refers to it by, without {@code cid:}; {@code null} for
 * an ordinary attachment
 * @param content the decoded bytes
 * @since 0.1.0
 */
public record Attachment(String name, String contentType, @Nullable String contentId, byte[] content) {

}

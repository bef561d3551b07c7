package io.github.postmarkspring.emulator.message;

import java.util.List;

/**
 * By which server a message was taken, and to whom it does not go.
 *
 * @param serverId the server's number
 * @param sandboxed whether that server never delivers
 * @param inactive the bare addresses of recipients that are suppressed, as they were sent
 * @since 0.1.0
 */
public record Delivery(long serverId, boolean sandboxed, List<String> inactive) {

}

package io.github.postmarkspring.boot.autoconfigure;

import org.jspecify.annotations.Nullable;

/**
 * Published when a token has changed while the application runs and is in use from now
 * on. A listener is called by the thread that noticed, which may be about to send a mail.
 *
 * @param server the name of the server, {@value PostmarkConnectionDetails#DEFAULT_SERVER}
 * for {@code postmark.server-token}, or {@code null} if it is the token of the account
 * @param property the property it was configured by, such as
 * {@code postmark.servers.newsletter.token}
 * @since 0.1.0
 */
public record PostmarkTokenChangedEvent(@Nullable String server, String property) {

}

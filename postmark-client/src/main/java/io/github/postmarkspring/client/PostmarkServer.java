package io.github.postmarkspring.client;

import io.github.postmarkspring.client.message.PostmarkSender;

/**
 * A Postmark server as {@link PostmarkServers} gives it: what its token can do.
 *
 * @param name the name it is configured by, or an empty text for one that is known by its
 * token only
 * @param sender sends through it
 * @param client everything else that its token can do
 * @since 0.1.0
 */
public record PostmarkServer(String name, PostmarkSender sender, PostmarkServerClient client) {

}

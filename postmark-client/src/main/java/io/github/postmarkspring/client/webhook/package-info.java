/**
 * Who sent a webhook, and whether it has been handled before. Postmark signs nothing: it
 * sends Basic credentials or a secret header, from a few addresses. Signatures are for a
 * relay or gateway in front of the application.
 */
@NullMarked
package io.github.postmarkspring.client.webhook;

import org.jspecify.annotations.NullMarked;

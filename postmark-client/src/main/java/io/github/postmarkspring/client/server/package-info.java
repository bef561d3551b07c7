/**
 * Postmark servers: the one a server token belongs to, and all of an account.
 */
@NullMarked
package io.github.postmarkspring.client.server;

import org.jspecify.annotations.NullMarked;

/**
 * The one way in which requests reach Postmark and answers come back. Used by the clients
 * of this library; applications use those.
 */
@NullMarked
package io.github.postmarkspring.client.http;

import org.jspecify.annotations.NullMarked;

/**
 * Postmark for Java: the clients of a server token and of an account token.
 */
@NullMarked
package io.github.postmarkspring.client;

import org.jspecify.annotations.NullMarked;

/**
 * The local mailbox, which exists in development only.
 */
@NullMarked
package io.github.postmarkspring.sample.mailbox;

import org.jspecify.annotations.NullMarked;

/**
 * Suppressions: the addresses that a message stream does not send to.
 */
@NullMarked
package io.github.postmarkspring.client.suppression;

import org.jspecify.annotations.NullMarked;

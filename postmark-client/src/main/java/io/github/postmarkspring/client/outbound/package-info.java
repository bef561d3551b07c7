/**
 * Messages that went out, and who opened them and clicked in them.
 */
@NullMarked
package io.github.postmarkspring.client.outbound;

import org.jspecify.annotations.NullMarked;

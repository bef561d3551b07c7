/**
 * Statistics of what was sent, and of what became of it.
 */
@NullMarked
package io.github.postmarkspring.client.stats;

import org.jspecify.annotations.NullMarked;

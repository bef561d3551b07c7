/**
 * Ordering, which sends a receipt.
 */
@NullMarked
package io.github.postmarkspring.sample.checkout;

import org.jspecify.annotations.NullMarked;

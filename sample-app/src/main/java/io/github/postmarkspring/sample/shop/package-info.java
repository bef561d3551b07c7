/**
 * What the shop sells, and to whom.
 */
@NullMarked
package io.github.postmarkspring.sample.shop;

import org.jspecify.annotations.NullMarked;

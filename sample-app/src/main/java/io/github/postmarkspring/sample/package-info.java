/**
 * The sample application: a small shop.
 */
@NullMarked
package io.github.postmarkspring.sample;

import org.jspecify.annotations.NullMarked;

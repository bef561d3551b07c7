/**
 * Letters from customers: mail that comes in, and answers to it.
 */
@NullMarked
package io.github.postmarkspring.sample.letter;

import org.jspecify.annotations.NullMarked;

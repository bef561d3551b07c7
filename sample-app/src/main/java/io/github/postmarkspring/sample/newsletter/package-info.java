/**
 * The newsletter: who gets it, writing an issue, and what became of those sent.
 */
@NullMarked
package io.github.postmarkspring.sample.newsletter;

import org.jspecify.annotations.NullMarked;

/**
 * A server that answers as Postmark does, and counts what it gets.
 */
@NullMarked
package io.github.postmarkspring.benchmarks.stub;

import org.jspecify.annotations.NullMarked;

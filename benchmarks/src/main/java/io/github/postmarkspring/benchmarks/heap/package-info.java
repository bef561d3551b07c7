/**
 * The smallest heap that sends a large file.
 */
@NullMarked
package io.github.postmarkspring.benchmarks.heap;

import org.jspecify.annotations.NullMarked;

/**
 * The command, and what it runs.
 */
@NullMarked
package io.github.postmarkspring.benchmarks;

import org.jspecify.annotations.NullMarked;

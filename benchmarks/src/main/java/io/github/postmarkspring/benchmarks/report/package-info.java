/**
 * What is written down.
 */
@NullMarked
package io.github.postmarkspring.benchmarks.report;

import org.jspecify.annotations.NullMarked;

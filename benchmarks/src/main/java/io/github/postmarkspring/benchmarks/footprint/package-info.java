/**
 * The jars that come along.
 */
@NullMarked
package io.github.postmarkspring.benchmarks.footprint;

import org.jspecify.annotations.NullMarked;

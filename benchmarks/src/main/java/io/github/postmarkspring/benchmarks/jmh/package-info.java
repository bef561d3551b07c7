/**
 * What costs in the process alone, without a network.
 */
@NullMarked
package io.github.postmarkspring.benchmarks.jmh;

import org.jspecify.annotations.NullMarked;

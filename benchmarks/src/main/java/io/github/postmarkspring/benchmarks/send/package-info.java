/**
 * Sending: the rounds, the driver and what keeps it honest.
 */
@NullMarked
package io.github.postmarkspring.benchmarks.send;

import org.jspecify.annotations.NullMarked;

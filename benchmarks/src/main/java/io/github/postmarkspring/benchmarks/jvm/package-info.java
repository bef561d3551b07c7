/**
 * Other JVMs, and how they are talked to.
 */
@NullMarked
package io.github.postmarkspring.benchmarks.jvm;

import org.jspecify.annotations.NullMarked;

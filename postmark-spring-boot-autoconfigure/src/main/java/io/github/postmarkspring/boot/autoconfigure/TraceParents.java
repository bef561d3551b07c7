package io.github.postmarkspring.boot.autoconfigure;

import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * Gives the current trace context as W3C writes it, to those who do not know Micrometer
 * Tracing.
 */
interface TraceParents extends Supplier<@Nullable String> {

}

/**
 * What it costs to verify a webhook.
 */
@NullMarked
package io.github.postmarkspring.benchmarks.webhook;

import org.jspecify.annotations.NullMarked;

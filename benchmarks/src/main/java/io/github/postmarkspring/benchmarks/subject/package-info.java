/**
 * What is compared: ways to send mail.
 */
@NullMarked
package io.github.postmarkspring.benchmarks.subject;

import org.jspecify.annotations.NullMarked;

/**
 * The time that Postmark's queries are in: US Eastern.
 */
@NullMarked
package io.github.postmarkspring.client.time;

import org.jspecify.annotations.NullMarked;

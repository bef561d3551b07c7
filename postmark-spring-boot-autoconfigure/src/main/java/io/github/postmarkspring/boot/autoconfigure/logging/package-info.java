/**
 * What is logged of messages that fail.
 */
@NullMarked
package io.github.postmarkspring.boot.autoconfigure.logging;

import org.jspecify.annotations.NullMarked;

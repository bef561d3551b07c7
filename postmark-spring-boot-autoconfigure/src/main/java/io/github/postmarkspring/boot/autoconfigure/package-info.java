/**
 * Auto-configuration of Postmark.
 */
@NullMarked
package io.github.postmarkspring.boot.autoconfigure;

import org.jspecify.annotations.NullMarked;

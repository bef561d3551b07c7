/**
 * The filter that verifies what Postmark posts, and hands it to listeners, once.
 */
@NullMarked
package io.github.postmarkspring.boot.autoconfigure.webhook;

import org.jspecify.annotations.NullMarked;

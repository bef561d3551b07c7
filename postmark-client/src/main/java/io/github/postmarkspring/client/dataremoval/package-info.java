/**
 * The removal of what Postmark knows of a recipient.
 */
@NullMarked
package io.github.postmarkspring.client.dataremoval;

import org.jspecify.annotations.NullMarked;

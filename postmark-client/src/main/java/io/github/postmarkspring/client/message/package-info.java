/**
 * Messages, and the sender that hands them to Postmark.
 */
@NullMarked
package io.github.postmarkspring.client.message;

import org.jspecify.annotations.NullMarked;

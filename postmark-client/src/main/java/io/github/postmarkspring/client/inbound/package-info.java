/**
 * Mail that came in, and the rules that block senders of it.
 */
@NullMarked
package io.github.postmarkspring.client.inbound;

import org.jspecify.annotations.NullMarked;

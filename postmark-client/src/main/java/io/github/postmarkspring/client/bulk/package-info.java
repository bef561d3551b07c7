/**
 * Bulk mail: one content for any number of recipients, on a broadcast stream.
 */
@NullMarked
package io.github.postmarkspring.client.bulk;

import org.jspecify.annotations.NullMarked;

/**
 * Lists that Postmark gives page by page.
 */
@NullMarked
package io.github.postmarkspring.client.page;

import org.jspecify.annotations.NullMarked;

/**
 * The webhooks of a server: where Postmark posts to, and how that goes.
 */
@NullMarked
package io.github.postmarkspring.client.webhookconfig;

import org.jspecify.annotations.NullMarked;

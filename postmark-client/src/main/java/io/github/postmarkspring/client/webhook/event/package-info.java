/**
 * What Postmark posts to a webhook: the events, how they are read, and how a repeated one
 * is known.
 */
@NullMarked
package io.github.postmarkspring.client.webhook.event;

import org.jspecify.annotations.NullMarked;

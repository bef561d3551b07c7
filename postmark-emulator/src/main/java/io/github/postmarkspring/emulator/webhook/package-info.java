/**
 * The configuration of webhooks. Nothing is posted yet. For use inside the emulator only.
 */
@NullMarked
package io.github.postmarkspring.emulator.webhook;

import org.jspecify.annotations.NullMarked;

/**
 * The configuration of webhooks, and what they are told. For use inside the emulator
 * only.
 */
@NullMarked
package io.github.postmarkspring.emulator.webhook;

import org.jspecify.annotations.NullMarked;

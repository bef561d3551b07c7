/**
 * The mailbox page and its private API. For use inside the emulator only.
 */
@NullMarked
package io.github.postmarkspring.emulator.mailbox;

import org.jspecify.annotations.NullMarked;

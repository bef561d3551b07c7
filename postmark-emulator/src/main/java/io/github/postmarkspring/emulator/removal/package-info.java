/**
 * Requests to forget a recipient. For use inside the emulator only.
 */
@NullMarked
package io.github.postmarkspring.emulator.removal;

import org.jspecify.annotations.NullMarked;

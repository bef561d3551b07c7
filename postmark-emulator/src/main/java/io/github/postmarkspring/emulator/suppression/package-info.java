/**
 * Addresses that get no more mail, for each stream. For use inside the emulator only.
 */
@NullMarked
package io.github.postmarkspring.emulator.suppression;

import org.jspecify.annotations.NullMarked;

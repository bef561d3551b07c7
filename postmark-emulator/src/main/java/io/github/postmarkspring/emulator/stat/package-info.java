/**
 * Counting what happens, by day, stream and tag. For use inside the emulator only.
 */
@NullMarked
package io.github.postmarkspring.emulator.stat;

import org.jspecify.annotations.NullMarked;

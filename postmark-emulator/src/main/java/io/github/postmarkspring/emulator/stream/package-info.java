/**
 * The message streams of the emulated server. For use inside the emulator only.
 */
@NullMarked
package io.github.postmarkspring.emulator.stream;

import org.jspecify.annotations.NullMarked;

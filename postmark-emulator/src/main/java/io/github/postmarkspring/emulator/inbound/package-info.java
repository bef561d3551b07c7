/**
 * Mail that comes in, and the rules that keep some of it out. For use inside the emulator
 * only.
 */
@NullMarked
package io.github.postmarkspring.emulator.inbound;

import org.jspecify.annotations.NullMarked;

/**
 * The send endpoints and everything that decides whether a message is accepted. For use
 * inside the emulator only.
 */
@NullMarked
package io.github.postmarkspring.emulator.email;

import org.jspecify.annotations.NullMarked;

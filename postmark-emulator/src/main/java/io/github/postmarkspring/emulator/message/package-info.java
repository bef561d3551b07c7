/**
 * What was accepted: the bounded store of outbound messages and the endpoints that read
 * it. For use inside the emulator only.
 */
@NullMarked
package io.github.postmarkspring.emulator.message;

import org.jspecify.annotations.NullMarked;

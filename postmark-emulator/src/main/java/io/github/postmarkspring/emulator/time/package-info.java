/**
 * Points in time as Postmark reads and writes them. For use inside the emulator only.
 */
@NullMarked
package io.github.postmarkspring.emulator.time;

import org.jspecify.annotations.NullMarked;

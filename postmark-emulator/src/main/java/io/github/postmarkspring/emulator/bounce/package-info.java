/**
 * Bounces and complaints: how they come about and the endpoints that read them. For use
 * inside the emulator only.
 */
@NullMarked
package io.github.postmarkspring.emulator.bounce;

import org.jspecify.annotations.NullMarked;

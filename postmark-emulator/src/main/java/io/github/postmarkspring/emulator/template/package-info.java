/**
 * Templates: their language, what is stored of them, and the endpoints to manage them.
 * For use inside the emulator only.
 */
@NullMarked
package io.github.postmarkspring.emulator.template;

import org.jspecify.annotations.NullMarked;

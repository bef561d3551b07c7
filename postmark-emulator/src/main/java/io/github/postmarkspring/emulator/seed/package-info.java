/**
 * What an emulator has in it from the beginning: one JSON document, made by the same
 * handlers as requests are.
 */
@NullMarked
package io.github.postmarkspring.emulator.seed;

import org.jspecify.annotations.NullMarked;

/**
 * The emulator as a program of its own, for applications that are not written in Java.
 */
@NullMarked
package io.github.postmarkspring.emulator.standalone;

import org.jspecify.annotations.NullMarked;

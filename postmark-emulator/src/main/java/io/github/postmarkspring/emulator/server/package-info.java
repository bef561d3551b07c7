/**
 * The emulated server object, as seen with a server token and with an account token. For
 * use inside the emulator only.
 */
@NullMarked
package io.github.postmarkspring.emulator.server;

import org.jspecify.annotations.NullMarked;

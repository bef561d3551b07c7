/**
 * A local Postmark for development and tests: start it, send to it, look at the mail.
 */
@NullMarked
package io.github.postmarkspring.emulator;

import org.jspecify.annotations.NullMarked;

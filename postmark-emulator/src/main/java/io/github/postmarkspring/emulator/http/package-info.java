/**
 * Server plumbing shared by all subjects: routing, tokens, request, response and
 * Postmark's error envelope. For use inside the emulator only.
 */
@NullMarked
package io.github.postmarkspring.emulator.http;

import org.jspecify.annotations.NullMarked;

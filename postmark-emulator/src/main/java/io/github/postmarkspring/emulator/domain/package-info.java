/**
 * Whom the account may write as: domains and sender signatures. DNS is not asked; what a
 * request wants verified, is. For use inside the emulator only.
 */
@NullMarked
package io.github.postmarkspring.emulator.domain;

import org.jspecify.annotations.NullMarked;

/**
 * Posting to the application, with retries on the emulator's clock. What is posted, and
 * where to, others decide. What tests read of it is public; the rest is for use inside
 * the emulator only.
 */
@NullMarked
package io.github.postmarkspring.emulator.posting;

import org.jspecify.annotations.NullMarked;

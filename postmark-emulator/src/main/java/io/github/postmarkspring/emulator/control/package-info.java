/**
 * What a test can do to the emulator besides what Postmark's API offers.
 */
@NullMarked
package io.github.postmarkspring.emulator.control;

import org.jspecify.annotations.NullMarked;

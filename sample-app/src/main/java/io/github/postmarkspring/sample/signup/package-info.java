/**
 * Signing up for the newsletter, which sends a welcome.
 */
@NullMarked
package io.github.postmarkspring.sample.signup;

import org.jspecify.annotations.NullMarked;

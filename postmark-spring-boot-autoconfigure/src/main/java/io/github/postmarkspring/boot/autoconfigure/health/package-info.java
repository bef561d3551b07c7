/**
 * Health of Postmark, as the tokens of the application see it.
 */
@NullMarked
package io.github.postmarkspring.boot.autoconfigure.health;

import org.jspecify.annotations.NullMarked;

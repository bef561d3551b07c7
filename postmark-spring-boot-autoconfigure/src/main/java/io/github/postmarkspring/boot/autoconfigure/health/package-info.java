/**
 * Health of Postmark, as the tokens of the application see it, and the Actuator endpoint
 * that shows what the application has to do with Postmark.
 */
@NullMarked
package io.github.postmarkspring.boot.autoconfigure.health;

import org.jspecify.annotations.NullMarked;

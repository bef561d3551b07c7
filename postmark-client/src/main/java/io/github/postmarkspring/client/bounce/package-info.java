/**
 * Bounces and spam complaints: what came back, and the addresses it made inactive.
 */
@NullMarked
package io.github.postmarkspring.client.bounce;

import org.jspecify.annotations.NullMarked;

@NullMarked
package io.github.postmarkspring.integration.webhook;

import org.jspecify.annotations.NullMarked;

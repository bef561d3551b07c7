@NullMarked
package io.github.postmarkspring.integration.outbox;

import org.jspecify.annotations.NullMarked;

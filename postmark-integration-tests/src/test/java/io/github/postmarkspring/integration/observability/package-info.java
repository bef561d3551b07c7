@NullMarked
package io.github.postmarkspring.integration.observability;

import org.jspecify.annotations.NullMarked;

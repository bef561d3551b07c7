@NullMarked
package io.github.postmarkspring.integration.sending;

import org.jspecify.annotations.NullMarked;

@NullMarked
package io.github.postmarkspring.boot.autoconfigure.webhook;

import org.jspecify.annotations.NullMarked;

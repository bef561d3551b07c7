@NullMarked
package io.github.postmarkspring.boot.autoconfigure.logging;

import org.jspecify.annotations.NullMarked;

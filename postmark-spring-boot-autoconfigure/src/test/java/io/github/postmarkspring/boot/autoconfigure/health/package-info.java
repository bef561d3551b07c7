@NullMarked
package io.github.postmarkspring.boot.autoconfigure.health;

import org.jspecify.annotations.NullMarked;

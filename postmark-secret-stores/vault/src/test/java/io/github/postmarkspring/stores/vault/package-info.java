@NullMarked
package io.github.postmarkspring.stores.vault;

import org.jspecify.annotations.NullMarked;

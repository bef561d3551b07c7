@NullMarked
package io.github.postmarkspring.stores.azure;

import org.jspecify.annotations.NullMarked;

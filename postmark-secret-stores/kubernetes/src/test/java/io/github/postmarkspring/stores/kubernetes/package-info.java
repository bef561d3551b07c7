@NullMarked
package io.github.postmarkspring.stores.kubernetes;

import org.jspecify.annotations.NullMarked;

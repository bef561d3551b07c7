@NullMarked
package io.github.postmarkspring.stores.gcp;

import org.jspecify.annotations.NullMarked;

@NullMarked
package io.github.postmarkspring.stores.files;

import org.jspecify.annotations.NullMarked;

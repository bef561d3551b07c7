@NullMarked
package io.github.postmarkspring.stores.aws;

import org.jspecify.annotations.NullMarked;

@NullMarked
package io.github.postmarkspring.integration.transaction;

import org.jspecify.annotations.NullMarked;

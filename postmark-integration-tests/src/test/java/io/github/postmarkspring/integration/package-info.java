@NullMarked
package io.github.postmarkspring.integration;

import org.jspecify.annotations.NullMarked;

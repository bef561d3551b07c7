/**
 * What all pages share, and the first of them.
 */
@NullMarked
package io.github.postmarkspring.sample.site;

import org.jspecify.annotations.NullMarked;

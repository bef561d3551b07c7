/**
 * Templates: what a server has, whether they render, and how they get from one server to
 * another.
 */
@NullMarked
package io.github.postmarkspring.client.template;

import org.jspecify.annotations.NullMarked;

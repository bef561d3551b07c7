/**
 * What the account token may do: the servers, the domains, and how a template looks.
 */
@NullMarked
package io.github.postmarkspring.sample.admin;

import org.jspecify.annotations.NullMarked;

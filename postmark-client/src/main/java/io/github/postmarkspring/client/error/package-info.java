/**
 * What can go wrong between an application and Postmark, told apart by what the caller
 * can do about it.
 */
@NullMarked
package io.github.postmarkspring.client.error;

import org.jspecify.annotations.NullMarked;

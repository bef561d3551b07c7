/**
 * What is the same for every secret store: the application, the Postmark it mails
 * through, and what has to hold.
 */
@NullMarked
package io.github.postmarkspring.stores;

import org.jspecify.annotations.NullMarked;

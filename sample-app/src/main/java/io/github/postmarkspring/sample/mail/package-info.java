/**
 * The mail of the shop: start reading at
 * {@link io.github.postmarkspring.sample.mail.ShopMail}.
 */
@NullMarked
package io.github.postmarkspring.sample.mail;

import org.jspecify.annotations.NullMarked;

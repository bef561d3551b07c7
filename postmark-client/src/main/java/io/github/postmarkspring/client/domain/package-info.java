/**
 * Domains that mail may be sent from, and the DNS records they need.
 */
@NullMarked
package io.github.postmarkspring.client.domain;

import org.jspecify.annotations.NullMarked;

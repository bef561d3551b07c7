/**
 * Sender signatures: single addresses that mail may be sent from.
 */
@NullMarked
package io.github.postmarkspring.client.signature;

import org.jspecify.annotations.NullMarked;

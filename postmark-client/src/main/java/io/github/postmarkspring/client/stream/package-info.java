/**
 * Message streams: the lanes that keep a server's mail of different kinds apart.
 */
@NullMarked
package io.github.postmarkspring.client.stream;

import org.jspecify.annotations.NullMarked;

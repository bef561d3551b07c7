package io.github.postmarkspring.client.http;

import java.io.IOException;
import java.io.OutputStream;

/**
 * The JSON of a request, of known length.
 *
 * @since 0.1.0
 */
public interface RequestBody {

	/**
	 * Return the length, which goes out as {@code Content-Length}.
	 * @return the number of bytes that {@link #writeTo} writes
	 */
	long length();

	/**
	 * Write the JSON.
	 * @param out where to; not closed
	 * @throws IOException if the stream fails, or something that the body is made of
	 * cannot be read
	 */
	void writeTo(OutputStream out) throws IOException;

}

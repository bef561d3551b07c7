package io.github.postmarkspring.client.http;

import java.util.Map;

/**
 * What a request asks for in its query string. An argument of this type is all that a
 * method of a resource needs. A body of this type has both.
 *
 * @since 0.1.0
 */
public interface QueryParameters {

	/**
	 * Return the parameters, in the order they are sent.
	 * @return names as Postmark writes them, and values that are not encoded yet
	 * @throws IllegalArgumentException if the parameters do not go together
	 */
	Map<String, String> parameters();

}

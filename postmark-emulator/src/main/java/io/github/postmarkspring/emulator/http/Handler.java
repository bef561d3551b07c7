package io.github.postmarkspring.emulator.http;

/**
 * Answers the requests of one route.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface Handler {

	/**
	 * Answers a request.
	 * @param request the request, whose token, headers and size were found good
	 * @return the answer
	 * @throws ApiException to answer with an error envelope instead
	 */
	Response handle(Request request);

}

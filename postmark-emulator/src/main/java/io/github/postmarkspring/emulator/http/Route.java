package io.github.postmarkspring.emulator.http;

import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * One row of the routing table.
 *
 * @param method the HTTP method, in upper case
 * @param path what the path must look like; letter case is of no account
 * @param access the token that is asked for
 * @param bodyLimit the largest body in bytes; 0 where no body is expected, and then one
 * that is sent is passed over
 * @param handler what answers
 * @since 0.1.0
 */
public record Route(String method, PathPattern path, Access access, int bodyLimit, Handler handler) {

	/**
	 * The largest body where nobody sends mail, in bytes. Postmark publishes none.
	 */
	public static final int SMALL_BODY = 128 * 1024;

	private static final PathPatternParser PATHS = caseInsensitive();

	/**
	 * Returns a route that reads.
	 * @param path the path pattern, such as {@code /messages/outbound/{id}/details}
	 * @param access the token that is asked for
	 * @param handler what answers
	 * @return the route
	 */
	public static Route get(String path, Access access, Handler handler) {
		return new Route("GET", PATHS.parse(path), access, 0, handler);
	}

	/**
	 * Returns a route that takes a JSON body.
	 * @param path the path pattern
	 * @param access the token that is asked for
	 * @param bodyLimit the largest body in bytes, above which HTTP 413 is answered; 0
	 * where no body is expected
	 * @param handler what answers
	 * @return the route
	 */
	public static Route post(String path, Access access, int bodyLimit, Handler handler) {
		return new Route("POST", PATHS.parse(path), access, bodyLimit, handler);
	}

	/**
	 * Returns a route that changes what is there.
	 * @param path the path pattern
	 * @param access the token that is asked for
	 * @param bodyLimit the largest body in bytes, above which HTTP 413 is answered; 0
	 * where no body is expected
	 * @param handler what answers
	 * @return the route
	 */
	public static Route put(String path, Access access, int bodyLimit, Handler handler) {
		return new Route("PUT", PATHS.parse(path), access, bodyLimit, handler);
	}

	/**
	 * Returns a route that changes a part of what is there.
	 * @param path the path pattern
	 * @param access the token that is asked for
	 * @param bodyLimit the largest body in bytes, above which HTTP 413 is answered
	 * @param handler what answers
	 * @return the route
	 */
	public static Route patch(String path, Access access, int bodyLimit, Handler handler) {
		return new Route("PATCH", PATHS.parse(path), access, bodyLimit, handler);
	}

	/**
	 * Returns a route that deletes.
	 * @param path the path pattern
	 * @param access the token that is asked for
	 * @param handler what answers
	 * @return the route
	 */
	public static Route delete(String path, Access access, Handler handler) {
		return new Route("DELETE", PATHS.parse(path), access, 0, handler);
	}

	static PathPattern pattern(String path) {
		return PATHS.parse(path);
	}

	boolean takesBody() {
		return this.bodyLimit > 0;
	}

	private static PathPatternParser caseInsensitive() {
		PathPatternParser parser = new PathPatternParser();
		parser.setCaseSensitive(false);
		return parser;
	}

}

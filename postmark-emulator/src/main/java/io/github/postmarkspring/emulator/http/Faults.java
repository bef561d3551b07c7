package io.github.postmarkspring.emulator.http;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;

/**
 * What is to go wrong with the next requests.
 *
 * @since 0.1.0
 */
public final class Faults {

	private final List<Rule> rules = new ArrayList<>();

	/**
	 * Lets the next requests of a kind go wrong. Of several faults for one request the
	 * one added first comes first.
	 * @param method the HTTP method
	 * @param path the path pattern, such as {@code /email} or <code>/messages/**</code>
	 * @param times how many requests, at least 1
	 * @param fault what goes wrong
	 * @throws IllegalArgumentException if the number is less than 1 or the pattern is
	 * none
	 */
	public synchronized void add(String method, String path, int times, Fault fault) {
		if (times < 1) {
			throw new IllegalArgumentException("A fault must occur once at least");
		}
		this.rules
			.add(new Rule(method, Route.get(path, Access.OPEN, (request) -> Response.json("")).path(), fault, times));
	}

	/**
	 * Lets nothing go wrong any more.
	 */
	public synchronized void clear() {
		this.rules.clear();
	}

	synchronized Fault next(String method, String rawPath) {
		if (this.rules.isEmpty()) {
			return Fault.none();
		}
		PathContainer path = PathContainer.parsePath(Router.withoutTrailingSlash(rawPath));
		for (Iterator<Rule> rules = this.rules.iterator(); rules.hasNext();) {
			Rule rule = rules.next();
			if (rule.method.equalsIgnoreCase(method) && rule.path.matches(path)) {
				rule.times--;
				if (rule.times == 0) {
					rules.remove();
				}
				return rule.fault;
			}
		}
		return Fault.none();
	}

	private static final class Rule {

		private final String method;

		private final PathPattern path;

		private final Fault fault;

		private int times;

		Rule(String method, PathPattern path, Fault fault, int times) {
			this.method = method;
			this.path = path;
			this.fault = fault;
			this.times = times;
		}

	}

}

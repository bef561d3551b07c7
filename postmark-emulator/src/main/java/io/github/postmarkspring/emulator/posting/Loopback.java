package io.github.postmarkspring.emulator.posting;

import java.net.URI;
import java.util.regex.Pattern;

/**
 * Tells this machine from all others by what the URL says. No name is looked up: a name
 * may mean another machine the next time.
 */
final class Loopback {

	private static final Pattern HOST = Pattern
		.compile("(?i)localhost|127(\\.(0|[1-9]\\d{0,2})){3}|\\[(::1|0:0:0:0:0:0:0:1)]");

	private Loopback() {
	}

	static boolean is(URI uri) {
		return uri.getHost() != null && HOST.matcher(uri.getHost()).matches();
	}

}

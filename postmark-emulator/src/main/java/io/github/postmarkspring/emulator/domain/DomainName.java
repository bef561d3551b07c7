package io.github.postmarkspring.emulator.domain;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What is good as a domain to write from.
 */
final class DomainName {

	static final int MAX_LENGTH = 255;

	private static final Pattern PATTERN = Pattern
		.compile("([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z][A-Za-z0-9-]*");

	private static final Set<String> PUBLIC = Set.of("gmail.com", "googlemail.com", "yahoo.com", "hotmail.com",
			"outlook.com", "live.com", "aol.com", "icloud.com", "gmx.com", "gmx.de", "mail.com", "yandex.com");

	private DomainName() {
	}

	static boolean isValid(String name) {
		return name.length() <= MAX_LENGTH && PATTERN.matcher(name).matches();
	}

	/**
	 * Returns whether anybody can have an address there.
	 */
	static boolean isPublic(String name) {
		return PUBLIC.contains(name.toLowerCase(Locale.ROOT));
	}

}

package io.github.postmarkspring.client.message;

import java.util.ArrayList;
import java.util.List;

import org.springframework.util.Assert;

/**
 * Reads addresses as people and property files write them.
 */
final class AddressParser {

	private AddressParser() {
	}

	static EmailAddress parse(String text) {
		Assert.notNull(text, "'text' must not be null");
		String stripped = text.strip();
		int open = stripped.lastIndexOf('<');
		if (open < 0 || !stripped.endsWith(">")) {
			return new EmailAddress(stripped, null);
		}
		String name = stripped.substring(0, open).strip();
		boolean startsQuoted = name.startsWith("\"");
		if (startsQuoted && !isQuoted(name)) {
			// The whole text is not an address: sending refuses it and shows it.
			return new EmailAddress(stripped, null);
		}
		return new EmailAddress(stripped.substring(open + 1, stripped.length() - 1),
				startsQuoted ? unquote(name) : name);
	}

	static List<EmailAddress> parseList(String text) {
		Assert.notNull(text, "'text' must not be null");
		List<EmailAddress> addresses = new ArrayList<>();
		boolean quoted = false;
		int start = 0;
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			if (quoted && c == '\\') {
				i++;
			}
			else if (c == '"') {
				quoted = !quoted;
			}
			else if (c == ',' && !quoted) {
				add(addresses, text.substring(start, i));
				start = i + 1;
			}
		}
		add(addresses, text.substring(start));
		return addresses;
	}

	private static void add(List<EmailAddress> addresses, String text) {
		if (!text.isBlank()) {
			addresses.add(parse(text));
		}
	}

	private static boolean isQuoted(String name) {
		for (int i = 1; i < name.length(); i++) {
			if (name.charAt(i) == '\\') {
				i++;
			}
			else if (name.charAt(i) == '"') {
				return i == name.length() - 1;
			}
		}
		return false;
	}

	private static String unquote(String name) {
		StringBuilder unquoted = new StringBuilder(name.length());
		for (int i = 1; i < name.length() - 1; i++) {
			if (name.charAt(i) == '\\') {
				i++;
			}
			unquoted.append(name.charAt(i));
		}
		return unquoted.toString();
	}

}

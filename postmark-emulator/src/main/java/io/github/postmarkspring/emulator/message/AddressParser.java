package io.github.postmarkspring.emulator.message;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import io.github.postmarkspring.emulator.http.ApiException;
import org.jspecify.annotations.Nullable;

/**
 * Reads one field of addresses, in the grammar that Postmark publishes.
 *
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/support/article/1180">Error 300</a>
 */
public final class AddressParser {

	private static final Pattern MAILBOX = Pattern.compile("[A-Za-z0-9.!#$%&'`*+\\-/=^_{}|~]+");

	// Postmark's own pattern nests quantifiers, which costs Java a stack frame for every
	// letter. This one together with the checks beside it says the same.
	private static final Pattern DOMAIN = Pattern.compile("[A-Za-z0-9.\\-]+");

	private static final int LONGEST = 320;

	private final String field;

	/**
	 * Creates a parser.
	 * @param field the field's name in error messages
	 */
	public AddressParser(String field) {
		this.field = field;
	}

	/**
	 * Parses a field.
	 * @param value addresses separated by commas, or {@code null}
	 * @param limit how many to read; what follows is not looked at
	 * @return the addresses, none if there was no value
	 * @throws ApiException with code 300 if there is an error
	 */
	public List<Address> parse(@Nullable String value, int limit) {
		// One more than wanted, to know whether it is the only one.
		List<String> entries = split((value != null) ? value : "", limit + 1);
		List<Address> addresses = new ArrayList<>();
		for (String entry : entries.subList(0, Math.min(limit, entries.size()))) {
			addresses.add(address(entry, entries.size() == 1));
		}
		return addresses;
	}

	/**
	 * Returns the error for a field that holds no address at all.
	 * @param value what it holds
	 * @return the exception to throw
	 */
	public ApiException invalid(String value) {
		return error("Invalid '" + this.field + "' address: '" + ApiException.quote(value) + "'.");
	}

	/**
	 * Returns whether a text is one bare address, without a name.
	 * @param value the text
	 * @return whether mail could be sent there
	 */
	public static boolean isAddress(@Nullable String value) {
		if (value == null || value.length() > LONGEST || value.indexOf(',') >= 0 || value.indexOf('<') >= 0) {
			return false;
		}
		try {
			return new AddressParser("").parse(value, 1).size() == 1;
		}
		catch (ApiException ex) {
			return false;
		}
	}

	private List<String> split(String value, int most) {
		List<String> entries = new ArrayList<>();
		int start = 0;
		while (start <= value.length() && entries.size() < most) {
			int end = find(value, ',', start);
			String entry = value.substring(start, end).strip();
			if (!entry.isEmpty()) {
				entries.add(entry);
			}
			start = end + 1;
		}
		return entries;
	}

	/**
	 * Finds a character outside quotes.
	 * @return its index, or the length if there is none
	 */
	private int find(String value, char wanted, int start) {
		boolean quoted = false;
		for (int i = start; i < value.length(); i++) {
			char ch = value.charAt(i);
			if (quoted && ch == '\\') {
				i++;
			}
			else if (ch == '"') {
				quoted = !quoted;
			}
			else if (ch == wanted && !quoted) {
				return i;
			}
		}
		if (quoted) {
			throw error("Error parsing '" + this.field + "': Unclosed quoted string");
		}
		return value.length();
	}

	private Address address(String entry, boolean alone) {
		int open = find(entry, '<', 0);
		if (open == entry.length()) {
			return new Address(checked(entry, alone), null);
		}
		if (!entry.endsWith(">")) {
			throw invalid(entry);
		}
		String name = unquote(entry.substring(0, open));
		String email = checked(entry.substring(open + 1, entry.length() - 1).strip(), alone);
		return new Address(email, name.isEmpty() ? null : name);
	}

	private String checked(String email, boolean alone) {
		int at = email.lastIndexOf('@');
		String quoted = ApiException.quote(email);
		if (at < 0 && alone) {
			throw invalid(email);
		}
		if (at < 0) {
			throw parsing("Illegal email address '" + quoted + "'. It must contain the '@' symbol.");
		}
		String mailbox = email.substring(0, at);
		String domain = email.substring(at + 1);
		if (!MAILBOX.matcher(mailbox).matches()) {
			throw parsing("Illegal email mailbox '" + ApiException.quote(mailbox) + "' in address '" + quoted + "'.");
		}
		if (!DOMAIN.matcher(domain).matches() || domain.contains("..") || domain.endsWith(".")) {
			throw parsing("Illegal email domain '" + ApiException.quote(domain) + "' in address '" + quoted + "'.");
		}
		return email;
	}

	private static String unquote(String name) {
		StringBuilder plain = new StringBuilder();
		boolean quoted = false;
		for (int i = 0; i < name.length(); i++) {
			char ch = name.charAt(i);
			if (ch == '"') {
				quoted = !quoted;
			}
			else {
				boolean escape = quoted && ch == '\\' && i + 1 < name.length();
				plain.append(escape ? name.charAt(++i) : ch);
			}
		}
		return plain.toString().strip();
	}

	private ApiException parsing(String what) {
		return error("Error parsing '" + this.field + "': " + what);
	}

	private static ApiException error(String message) {
		return ApiException.unprocessable(300, message);
	}

}

package io.github.postmarkspring.client.message;

import java.net.IDN;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;
import org.springframework.util.StringUtils;

/**
 * An address with or without a display name. Any name comes out right, with commas,
 * quotes, backslashes and letters of any script; a domain of any script goes out in its
 * ASCII form.
 * <p>
 * Whether the address can be one is checked when a message is sent, where the answer can
 * name the field it stands in.
 *
 * @param address the address alone, such as {@code ann@mail.example}
 * @param name the display name as a person would write it, not quoted, or {@code null}
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/email-api">Postmark: Email API</a>
 */
public record EmailAddress(String address, @Nullable String name) {

	public EmailAddress {
		Assert.notNull(address, "'address' must not be null");
		address = address.strip();
		name = StringUtils.hasText(name) ? name.strip() : null;
	}

	/**
	 * Read one address.
	 * @param text such as {@code ann@mail.example}, {@code Ann <ann@mail.example>} or
	 * {@code "Doe, Ann" <ann@mail.example>}
	 * @return the address. Text that is not one becomes an address that is refused when a
	 * message is sent
	 */
	public static EmailAddress parse(String text) {
		return AddressParser.parse(text);
	}

	/**
	 * Read a list of addresses.
	 * @param text addresses as in {@link #parse}, separated by commas
	 * @return the addresses, empty if the text is blank
	 */
	public static List<EmailAddress> parseList(String text) {
		return AddressParser.parseList(text);
	}

	/**
	 * Return the address as it goes out.
	 * @return such as {@code "Doe, Ann" <ann@mail.example>}
	 */
	public String format() {
		return (this.name != null) ? quote(this.name) + " <" + asciiAddress() + ">" : asciiAddress();
	}

	private static String quote(String name) {
		if (name.chars().allMatch((c) -> c == ' ' || c == '-' || c < 128 && Character.isLetterOrDigit(c))) {
			return name;
		}
		return '"' + name.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
	}

	private String asciiAddress() {
		int at = this.address.lastIndexOf('@');
		if (isAscii(this.address, 0) || at < 0) {
			return this.address;
		}
		String domain = asciiDomain(this.address.substring(at + 1));
		return (domain != null) ? this.address.substring(0, at + 1) + domain : this.address;
	}

	/**
	 * The JDK knows the rules of 2003 only, which make another domain of some: the mail
	 * for straße.example would go to strasse.example. Only what comes back unchanged is
	 * taken.
	 */
	private static @Nullable String asciiDomain(String domain) {
		try {
			String ascii = IDN.toASCII(domain);
			String same = Normalizer.normalize(domain, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
			return IDN.toUnicode(ascii).equals(same) ? ascii : null;
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

	/**
	 * Return what is wrong with the address.
	 * @return the problem, or {@code null} if none can be seen without asking Postmark
	 */
	@Nullable String problem() {
		String ascii = asciiAddress();
		int at = ascii.lastIndexOf('@');
		if (this.name != null && this.name.chars().anyMatch(Character::isISOControl)) {
			return "has a display name with a control character in it";
		}
		if (at < 0) {
			return "must contain the '@' symbol";
		}
		if (at == 0 || at == ascii.length() - 1) {
			return "must have something on both sides of the '@' symbol";
		}
		if (!isAscii(ascii, at)) {
			return "has a domain that cannot be converted safely, give it in its ASCII form (xn--…)";
		}
		if (!isClean(ascii) || ascii.indexOf('@') != at) {
			return "has a character in it that an address cannot have";
		}
		return null;
	}

	// Loops and no streams: this is done for every address of every message.

	private static boolean isAscii(String text, int from) {
		for (int i = from; i < text.length(); i++) {
			if (text.charAt(i) > 127) {
				return false;
			}
		}
		return true;
	}

	private static boolean isClean(String address) {
		for (int i = 0; i < address.length(); i++) {
			char c = address.charAt(i);
			if (c <= ' ' || c >= 127 || "()<>[]:;,\\\"".indexOf(c) >= 0) {
				return false;
			}
		}
		return true;
	}

	/**
	 * Return the address as it goes out.
	 */
	@Override
	public String toString() {
		return format();
	}

}

package io.github.postmarkspring.client.webhook;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Reads literal addresses in the forms that containers and proxies write. A name is never
 * looked up.
 */
final class IpAddress {

	private static final int MAX_LENGTH = 100;

	private static final Pattern V4 = Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})");

	private static final Pattern V6 = Pattern.compile("([0-9a-fA-F:]*:)([0-9a-fA-F]*|[0-9.]+)");

	private IpAddress() {
	}

	/**
	 * Read an address, which may stand in brackets and have a zone.
	 * @param text the text
	 * @return four bytes for IPv4 and what is mapped to it, sixteen for IPv6,
	 * {@code null} if it is no address
	 */
	static byte @Nullable [] parse(String text) {
		if (text.length() > MAX_LENGTH) {
			return null;
		}
		boolean brackets = text.startsWith("[") && text.endsWith("]");
		String address = brackets ? text.substring(1, text.length() - 1) : text;
		int zone = address.indexOf('%');
		if (brackets || zone >= 0) {
			return v6((zone >= 0) ? address.substring(0, zone) : address);
		}
		return parsePlain(address);
	}

	/**
	 * Read an address without brackets and zone.
	 */
	static byte @Nullable [] parsePlain(String text) {
		return (text.indexOf(':') >= 0) ? v6(text) : v4(text);
	}

	private static byte @Nullable [] v4(String text) {
		Matcher matcher = V4.matcher(text);
		if (!matcher.matches()) {
			return null;
		}
		byte[] bytes = new byte[4];
		for (int i = 0; i < 4; i++) {
			String part = matcher.group(i + 1);
			// A zero in front means octal to some.
			if (Integer.parseInt(part) > 255 || (part.length() > 1 && part.startsWith("0"))) {
				return null;
			}
			bytes[i] = (byte) Integer.parseInt(part);
		}
		return bytes;
	}

	private static byte @Nullable [] v6(String text) {
		Matcher matcher = V6.matcher(text);
		if (!matcher.matches() || (matcher.group(2).indexOf('.') >= 0 && v4(matcher.group(2)) == null)) {
			return null;
		}
		try {
			// With a colon in it this is never looked up, and mapped IPv4 comes out as
			// IPv4.
			return InetAddress.getByName(text).getAddress();
		}
		catch (UnknownHostException ex) {
			return null;
		}
	}

}

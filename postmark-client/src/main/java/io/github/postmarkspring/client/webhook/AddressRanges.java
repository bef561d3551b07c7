package io.github.postmarkspring.client.webhook;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The addresses that Postmark posts webhooks from, and what can be wrong with ranges.
 *
 * @since 0.1.0
 */
public final class AddressRanges {

	/**
	 * The addresses that Postmark documents. They can change, and one event may come from
	 * another of them at each try: look them up before relying on them, and never rely on
	 * them alone.
	 * @see <a href=
	 * "https://postmarkapp.com/support/article/800-ips-for-firewalls">Postmark: IP
	 * addresses for firewalls</a>
	 */
	public static final List<String> POSTMARK = List.of("3.134.147.250", "50.31.156.6", "50.31.156.77",
			"18.217.206.57");

	private AddressRanges() {
	}

	/**
	 * Check an address or a CIDR range.
	 * @param range such as {@code 203.0.113.7}, {@code 203.0.113.0/24} or
	 * {@code 2001:db8::/32}
	 * @return what is wrong with it, in words that follow the name of a property, or
	 * {@code null}
	 */
	public static @Nullable String problem(String range) {
		try {
			AddressRange.parse(range);
			return null;
		}
		catch (IllegalArgumentException ex) {
			return ex.getMessage();
		}
	}

	/**
	 * Return whether a range lets the machine itself in, and with it, behind a proxy on
	 * the same machine, everybody.
	 * @param range a range without a {@link #problem}
	 * @return whether a loopback address lies in it
	 */
	public static boolean coversLoopback(String range) {
		return AddressRange.parse(range).coversLoopback();
	}

}

package io.github.postmarkspring.client.webhook;

import java.util.regex.Pattern;

import org.springframework.util.Assert;

/**
 * A range of addresses, IPv4 or IPv6.
 */
final class AddressRange {

	private static final Pattern LENGTH = Pattern.compile("0|[1-9]\\d{0,2}");

	// What stands in front of an IPv4 address that is mapped to IPv6.
	private static final int MAPPED_BITS = 96;

	private static final int MIN_V4_PREFIX = 8;

	private static final int MIN_V6_PREFIX = 16;

	private final byte[] network;

	private final int prefix;

	private AddressRange(byte[] network, int prefix) {
		this.network = network;
		this.prefix = prefix;
	}

	/**
	 * Read a range.
	 * @throws IllegalArgumentException with what is wrong, in words that follow a name
	 */
	static AddressRange parse(String text) {
		String[] parts = text.split("/", 2);
		byte[] network = IpAddress.parsePlain(parts[0]);
		Assert.isTrue(network != null,
				"is no IPv4 or IPv6 address, nor a range such as 203.0.113.0/24; host names are not looked up");
		int bits = network.length * 8;
		int mappedBits = (bits == 32 && parts[0].indexOf(':') >= 0) ? MAPPED_BITS : 0;
		int prefix = (parts.length == 1) ? bits : prefixLength(parts[1]) - mappedBits;
		Assert.isTrue(prefix <= bits, "has a prefix length that its kind of address cannot have");
		Assert.isTrue(prefix >= ((bits == 32) ? MIN_V4_PREFIX : MIN_V6_PREFIX),
				"lets in too many addresses to protect anything: use a prefix length of " + MIN_V4_PREFIX
						+ " or more for IPv4, " + MIN_V6_PREFIX + " or more for IPv6");
		AddressRange range = new AddressRange(network, prefix);
		Assert.isTrue(range.isNetwork(), "has bits set after its prefix: give the first address of the range");
		return range;
	}

	private static int prefixLength(String text) {
		return LENGTH.matcher(text).matches() ? Integer.parseInt(text) : Integer.MAX_VALUE;
	}

	boolean contains(byte[] address) {
		return address.length == this.network.length && sameBits(address) >= this.prefix;
	}

	private int sameBits(byte[] address) {
		for (int i = 0; i < address.length; i++) {
			int difference = (address[i] ^ this.network[i]) & 0xff;
			if (difference != 0) {
				return i * 8 + Integer.numberOfLeadingZeros(difference) - 24;
			}
		}
		return address.length * 8;
	}

	private boolean isNetwork() {
		for (int bit = this.prefix; bit < this.network.length * 8; bit++) {
			if ((this.network[bit / 8] >> (7 - bit % 8) & 1) != 0) {
				return false;
			}
		}
		return true;
	}

	boolean coversLoopback() {
		return (this.network.length == 4) ? this.network[0] == 127 : contains(loopbackV6());
	}

	private static byte[] loopbackV6() {
		byte[] address = new byte[16];
		address[15] = 1;
		return address;
	}

}

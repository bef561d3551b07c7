package io.github.postmarkspring.client.http;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds the suppressed addresses in the text of an answer: Postmark gives them nowhere
 * else, neither when it refuses a message nor when it sends one to some of its recipients
 * only.
 *
 * @since 0.1.0
 */
public final class InactiveAddresses {

	private static final String START = "inactive addresses:";

	private static final Pattern ADDRESSES = Pattern.compile(START + "\\s*(.+?)\\.?\\s*(?:Inactive recipients|$)",
			Pattern.DOTALL);

	private InactiveAddresses() {
	}

	/**
	 * Return the addresses that the text names as inactive.
	 * @param apiMessage the {@code Message} of an answer
	 * @return the addresses in lower case, in the order given; empty if there are none
	 */
	public static Set<String> in(String apiMessage) {
		if (!apiMessage.contains(START)) {
			return Set.of();
		}
		Matcher matcher = ADDRESSES.matcher(apiMessage);
		if (!matcher.find()) {
			return Set.of();
		}
		return Arrays.stream(matcher.group(1).split(","))
			.map((address) -> address.strip().toLowerCase(Locale.ROOT))
			.filter((address) -> !address.isEmpty())
			.collect(Collectors.collectingAndThen(Collectors.toCollection(LinkedHashSet::new),
					Collections::unmodifiableSet));
	}

}

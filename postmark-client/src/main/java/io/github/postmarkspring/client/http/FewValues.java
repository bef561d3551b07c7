package io.github.postmarkspring.client.http;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

/**
 * Keeps the values of a key few, as metrics want them: the first 100 names are told
 * apart, and {@code other} stands for the rest, as for what is no name.
 *
 * @since 0.1.0
 */
public final class FewValues {

	private static final int MOST = 100;

	/** Of ids and aliases: neither an address nor a whole text gets through. */
	private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,60}");

	private final Set<String> known = ConcurrentHashMap.newKeySet();

	/**
	 * Return the value to tell.
	 * @param name the value as it is, or {@code null}
	 * @return the value, {@code other} in its place, or {@code none} if there is none
	 */
	public String of(@Nullable String name) {
		if (!StringUtils.hasText(name)) {
			return "none";
		}
		if (this.known.contains(name)) {
			return name;
		}
		if (this.known.size() >= MOST || !NAME.matcher(name).matches()) {
			return "other";
		}
		this.known.add(name);
		return name;
	}

}

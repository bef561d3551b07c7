package io.github.postmarkspring.emulator.tracking;

import java.util.LinkedHashMap;
import java.util.Map;

import io.github.postmarkspring.emulator.http.JsonFields;
import org.jspecify.annotations.Nullable;

/**
 * Who opened a message or clicked in it, as far as it is known.
 *
 * @param userAgent what the program calls itself, perhaps empty
 * @param client {@code Name}, {@code Company} and {@code Family} of the mail client or
 * browser, each if known
 * @param os the same of the operating system
 * @param platform {@code WebMail}, {@code Desktop}, {@code Mobile} or {@code Unknown}
 * @param geo where it was, by Postmark's names, such as {@code City}
 * @since 0.1.0
 */
public record Visitor(String userAgent, Map<String, String> client, Map<String, String> os, String platform,
		Map<String, String> geo) {

	/**
	 * Somebody nothing is known of.
	 */
	public static final Visitor UNKNOWN = new Visitor("", Map.of(), Map.of(), "Unknown", Map.of());

	/**
	 * Reads a visitor by the names that opens and clicks have.
	 * @param fields the fields {@code UserAgent}, {@code Client}, {@code OS},
	 * {@code Platform} and {@code Geo}, each of which may be absent
	 * @return the visitor
	 */
	public static Visitor read(JsonFields fields) {
		@Nullable String agent = fields.text("UserAgent");
		@Nullable String platform = fields.text("Platform");
		return new Visitor((agent != null) ? agent : "", new LinkedHashMap<>(fields.texts("Client")),
				new LinkedHashMap<>(fields.texts("OS")), (platform != null) ? platform : "Unknown",
				new LinkedHashMap<>(fields.texts("Geo")));
	}

}

package io.github.postmarkspring.client.webhookconfig;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * What the requests that create and change a webhook have in common.
 */
final class WebhookFields {

	private WebhookFields() {
	}

	static Map<String, String> auth(String username, String password) {
		Map<String, String> auth = new LinkedHashMap<>();
		auth.put("Username", username);
		auth.put("Password", password);
		return auth;
	}

	static List<Map<String, String>> headers(Map<String, String> headers) {
		Assert.isTrue(headers.size() <= 30, () -> "'headers' must be 30 at most, not " + headers.size());
		return headers.entrySet().stream().map((entry) -> {
			Map<String, String> header = new LinkedHashMap<>();
			header.put("Name", entry.getKey());
			header.put("Value", entry.getValue());
			return header;
		}).toList();
	}

	/**
	 * Postmark documents {@code Verify} as a field of the body and as a parameter of the
	 * query, so it gets both.
	 */
	static Map<String, String> verifyParameter(Map<String, Object> fields) {
		return Boolean.FALSE.equals(fields.get("Verify")) ? Map.of("verify", "false") : Map.of();
	}

	static Map<String, Object> triggers(@Nullable Object before, String name, boolean enabled,
			Map<String, Boolean> more) {
		Map<String, Object> triggers = new LinkedHashMap<>();
		if (before instanceof Map<?, ?> map) {
			map.forEach((other, settings) -> triggers.put((String) other, settings));
		}
		Map<String, Object> settings = new LinkedHashMap<>();
		settings.put("Enabled", enabled);
		settings.putAll(more);
		triggers.put(name, settings);
		return triggers;
	}

}

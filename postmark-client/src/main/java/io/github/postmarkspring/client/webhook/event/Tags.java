package io.github.postmarkspring.client.webhook.event;

import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

/**
 * A message without a tag is posted with an empty one, with {@code null}, or without the
 * field.
 */
final class Tags {

	private Tags() {
	}

	static @Nullable String of(@Nullable String tag) {
		return StringUtils.hasLength(tag) ? tag : null;
	}

}

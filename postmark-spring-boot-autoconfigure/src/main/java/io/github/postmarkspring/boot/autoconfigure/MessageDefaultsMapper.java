package io.github.postmarkspring.boot.autoconfigure;

import java.util.List;

import io.github.postmarkspring.client.message.EmailAddress;
import io.github.postmarkspring.client.message.MessageDefaults;
import io.github.postmarkspring.client.message.MessageHeader;
import io.github.postmarkspring.client.message.TrackLinks;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.diagnostics.FailureAnalyzedException;
import org.springframework.util.Assert;
import org.springframework.util.StringUtils;

/**
 * Makes message defaults of the properties.
 */
final class MessageDefaultsMapper {

	private static final List<TrackLinks> TRACK_LINKS = List.of(TrackLinks.NONE, TrackLinks.HTML_AND_TEXT,
			TrackLinks.HTML_ONLY, TrackLinks.TEXT_ONLY);

	private MessageDefaultsMapper() {
	}

	static MessageDefaults map(PostmarkProperties.Defaults properties, String prefix) {
		try {
			return new MessageDefaults(from(properties.from()), replyTo(properties.replyTo()),
					properties.messageStream(), properties.tag(), properties.trackOpens(),
					known(properties.trackLinks()), headers(properties), properties.metadata());
		}
		catch (IllegalArgumentException ex) {
			throw new FailureAnalyzedException(
					"A default for messages in '" + prefix + "' is not valid: " + ex.getMessage(),
					"Correct it, or leave it to the messages.", ex);
		}
	}

	private static @Nullable TrackLinks known(@Nullable TrackLinks trackLinks) {
		Assert.isTrue(trackLinks == null || TRACK_LINKS.contains(trackLinks),
				() -> "track-links: it must be one of " + TRACK_LINKS);
		return trackLinks;
	}

	private static @Nullable EmailAddress from(@Nullable String from) {
		return StringUtils.hasText(from) ? EmailAddress.parse(from) : null;
	}

	private static List<EmailAddress> replyTo(@Nullable String replyTo) {
		return (replyTo != null) ? EmailAddress.parseList(replyTo) : List.of();
	}

	private static List<MessageHeader> headers(PostmarkProperties.Defaults properties) {
		return properties.headers()
			.entrySet()
			.stream()
			.map((header) -> new MessageHeader(header.getKey(), header.getValue()))
			.toList();
	}

}

package io.github.postmarkspring.client.message;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.github.postmarkspring.client.error.InvalidMessageException;
import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

/**
 * What a message says where it is silent itself. Headers and metadata are added one by
 * one, unless the message has one of the same name in any case.
 *
 * @param from the sender, or {@code null}
 * @param replyTo where answers go, may be empty
 * @param messageStream the id of the message stream, or {@code null}
 * @param tag the tag, or {@code null}
 * @param trackOpens whether opens are tracked, or {@code null}
 * @param trackLinks where links are tracked, or {@code null}
 * @param headers headers, may be empty
 * @param metadata metadata, may be empty
 * @since 0.1.0
 */
public record MessageDefaults(@Nullable EmailAddress from, List<EmailAddress> replyTo, @Nullable String messageStream,
		@Nullable String tag, @Nullable Boolean trackOpens, @Nullable TrackLinks trackLinks,
		List<MessageHeader> headers, Map<String, String> metadata) {

	private static final MessageDefaults NONE = new MessageDefaults(null, List.of(), null, null, null, null, List.of(),
			Map.of());

	/**
	 * Create defaults.
	 * @throws IllegalArgumentException if Postmark is sure to refuse one of them
	 */
	public MessageDefaults {
		replyTo = List.copyOf(replyTo);
		headers = List.copyOf(headers);
		metadata = Map.copyOf(metadata);
		try {
			MessageChecks.checkDefaults(from, replyTo, tag, headers, metadata);
		}
		catch (InvalidMessageException ex) {
			throw new IllegalArgumentException(ex.field() + ": " + ex.apiMessage(), ex);
		}
	}

	/**
	 * No defaults.
	 * @return defaults that leave every message as it is
	 */
	public static MessageDefaults none() {
		return NONE;
	}

	/**
	 * Return the stream that a message goes to: Postmark's own default where nobody says
	 * it.
	 * @param messageStream what the message says, {@code null} or blank if nothing
	 * @return the id of the stream
	 */
	public String stream(@Nullable String messageStream) {
		String stream = StringUtils.hasText(messageStream) ? messageStream : this.messageStream;
		return StringUtils.hasText(stream) ? stream : "outbound";
	}

	OutboundMessage applyTo(OutboundMessage message) {
		if (equals(NONE)) {
			return message;
		}
		if (message instanceof Email email) {
			return email.with(fill(email.envelope()));
		}
		TemplatedEmail email = (TemplatedEmail) message;
		return email.with(fill(email.envelope()));
	}

	private Envelope fill(Envelope message) {
		return new Envelope((message.from() != null) ? message.from() : this.from, message.to(), message.cc(),
				message.bcc(), message.replyTo().isEmpty() ? this.replyTo : message.replyTo(),
				StringUtils.hasText(message.tag()) ? message.tag() : this.tag, headers(message.headers()),
				metadata(message.metadata()), message.reconciliationKey(), message.attachments(),
				StringUtils.hasText(message.messageStream()) ? message.messageStream() : this.messageStream,
				(message.trackOpens() != null) ? message.trackOpens() : this.trackOpens,
				(message.trackLinks() != null) ? message.trackLinks() : this.trackLinks);
	}

	private List<MessageHeader> headers(List<MessageHeader> own) {
		List<MessageHeader> headers = new ArrayList<>(own);
		this.headers.stream()
			.filter((header) -> own.stream().noneMatch((other) -> other.name().equalsIgnoreCase(header.name())))
			.forEach(headers::add);
		return headers;
	}

	private Map<String, String> metadata(Map<String, String> own) {
		Map<String, String> anyCase = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
		anyCase.putAll(own);
		Map<String, String> metadata = new LinkedHashMap<>(own);
		this.metadata.forEach((name, value) -> {
			if (!anyCase.containsKey(name)) {
				metadata.put(name, value);
			}
		});
		return metadata;
	}

}

package io.github.postmarkspring.emulator.email;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

import io.github.postmarkspring.emulator.http.ApiException;
import io.github.postmarkspring.emulator.message.Attachment;
import io.github.postmarkspring.emulator.message.Content;
import io.github.postmarkspring.emulator.message.Envelope;
import io.github.postmarkspring.emulator.message.Options;
import io.github.postmarkspring.emulator.message.OutboundMessage;
import io.github.postmarkspring.emulator.stream.MessageStream;
import io.github.postmarkspring.emulator.stream.MessageStreams;

/**
 * Decides whether a message is accepted. The first rule that is broken is the one
 * answered, in a fixed order: stream, From, recipients, body, limits, attachments.
 */
final class EmailAcceptance {

	private final MessageStreams streams;

	private final Clock clock;

	EmailAcceptance(MessageStreams streams, Clock clock) {
		this.streams = streams;
		this.clock = clock;
	}

	/**
	 * Makes a message of a request.
	 * @throws ApiException if a rule is broken
	 */
	OutboundMessage accept(EmailRequest request) {
		MessageStream stream = stream(request);
		Envelope envelope = EnvelopeCheck.check(request);
		LimitsCheck.check(request);
		List<Attachment> attachments = request.attachments().stream().map(AttachmentCheck::check).toList();
		String subject = (request.subject() != null) ? request.subject() : "";
		Content content = new Content(subject, request.htmlBody(), request.textBody(), attachments);
		Options options = new Options(stream.id(), (request.tag() != null) ? request.tag() : "", request.headers(),
				request.metadata(), Boolean.TRUE.equals(request.trackOpens()),
				LimitsCheck.trackLinks(request.trackLinks()));
		return new OutboundMessage(UUID.randomUUID().toString(), this.clock.instant(), envelope, content, options,
				SentJson.of(request.json()));
	}

	private MessageStream stream(EmailRequest request) {
		String id = (request.messageStream() != null) ? request.messageStream() : MessageStreams.DEFAULT;
		MessageStream stream = this.streams.find(id);
		if (stream == null) {
			throw ApiException.unprocessable(1235,
					"The stream provided: '" + ApiException.quote(id) + "' does not exist on this server.");
		}
		if (!stream.sends()) {
			throw ApiException.unprocessable(1236, "The stream provided: '" + stream.id() + "' cannot send messages.");
		}
		return stream;
	}

}

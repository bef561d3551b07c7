package io.github.postmarkspring.emulator.email;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;

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
 * answered, in a fixed order: stream, From, recipients, body, limits, attachments,
 * template.
 */
final class EmailAcceptance {

	private final MessageStreams streams;

	private final UnaryOperator<EmailRequest> filling;

	private final Clock clock;

	/**
	 * Creates the rules.
	 * @param streams the streams there are
	 * @param filling what gives a message the content of its template
	 * @param clock tells when
	 */
	EmailAcceptance(MessageStreams streams, UnaryOperator<EmailRequest> filling, Clock clock) {
		this.streams = streams;
		this.filling = filling;
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
		Content content = content(request, attachments);
		Options options = new Options(stream.id(), (request.tag() != null) ? request.tag() : "", request.headers(),
				request.metadata(), Boolean.TRUE.equals(request.trackOpens()),
				LimitsCheck.trackLinks(request.trackLinks()));
		return new OutboundMessage(UUID.randomUUID().toString(), this.clock.instant(), envelope, content, options,
				SentJson.of(request.json()));
	}

	private Content content(EmailRequest request, List<Attachment> attachments) {
		EmailRequest filled = this.filling.apply(request);
		if (filled != request) {
			LimitsCheck.check(filled);
		}
		String subject = (filled.subject() != null) ? filled.subject() : "";
		return new Content(subject, filled.htmlBody(), filled.textBody(), attachments);
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

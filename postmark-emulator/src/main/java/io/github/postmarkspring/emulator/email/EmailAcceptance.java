package io.github.postmarkspring.emulator.email;

import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;

import io.github.postmarkspring.emulator.domain.SenderCheck;
import io.github.postmarkspring.emulator.http.ApiException;
import io.github.postmarkspring.emulator.message.Attachment;
import io.github.postmarkspring.emulator.message.Content;
import io.github.postmarkspring.emulator.message.Delivery;
import io.github.postmarkspring.emulator.message.Envelope;
import io.github.postmarkspring.emulator.message.Options;
import io.github.postmarkspring.emulator.message.OutboundMessage;
import io.github.postmarkspring.emulator.server.EmulatedServer;
import io.github.postmarkspring.emulator.stream.MessageStream;
import io.github.postmarkspring.emulator.stream.MessageStreams;
import io.github.postmarkspring.emulator.suppression.Suppressions;
import io.github.postmarkspring.emulator.template.TemplateStore;

/**
 * Decides whether a message is accepted. The first rule that is broken is the one
 * answered, in a fixed order: stream, From, recipients, body, limits, attachments,
 * template, sender, suppressions.
 */
final class EmailAcceptance {

	private EmailAcceptance() {
	}

	/**
	 * Makes a message of a request.
	 * @throws ApiException if a rule is broken
	 */
	static OutboundMessage accept(EmailRequest request, EmulatedServer server, SenderCheck senders) {
		return accept(request, server, senders, new TemplateFilling(TemplateStore.of(server))::fill);
	}

	/**
	 * Checks a message as far as Postmark's test token does, which looks at no template
	 * and at no sender signature.
	 * @throws ApiException if a rule is broken
	 */
	static OutboundMessage trial(EmailRequest request, EmulatedServer server) {
		return accept(request, server, SenderCheck.NONE, UnaryOperator.identity());
	}

	private static OutboundMessage accept(EmailRequest request, EmulatedServer server, SenderCheck senders,
			UnaryOperator<EmailRequest> filling) {
		MessageStream stream = stream(request, server);
		Envelope envelope = EnvelopeCheck.check(request);
		LimitsCheck.check(request);
		List<Attachment> attachments = request.attachments().stream().map(AttachmentCheck::check).toList();
		Content content = content(request, attachments, filling);
		senders.check(envelope.from().email());
		Options options = new Options(stream.id(), (request.tag() != null) ? request.tag() : "", request.headers(),
				request.metadata(), server.settings().trackOpens() || Boolean.TRUE.equals(request.trackOpens()),
				(request.trackLinks() != null) ? LimitsCheck.trackLinks(request.trackLinks())
						: server.settings().trackLinks());
		Delivery delivery = new Delivery(server.id(), server.sandbox(), inactive(envelope, stream, server));
		return new OutboundMessage(UUID.randomUUID().toString(), server.now(), envelope, content, options, delivery,
				SentJson.of(request.json()));
	}

	private static Content content(EmailRequest request, List<Attachment> attachments,
			UnaryOperator<EmailRequest> filling) {
		EmailRequest filled = filling.apply(request);
		if (filled != request) {
			LimitsCheck.check(filled);
		}
		String subject = (filled.subject() != null) ? filled.subject() : "";
		return new Content(subject, filled.htmlBody(), filled.textBody(), attachments, filled.unrenderable());
	}

	private static MessageStream stream(EmailRequest request, EmulatedServer server) {
		String id = (request.messageStream() != null) ? request.messageStream() : MessageStreams.DEFAULT;
		MessageStream stream = MessageStreams.of(server).find(id);
		// What Postmark answers for an archived stream is not known.
		if (stream == null || stream.archived()) {
			throw ApiException.unprocessable(1235,
					"The stream provided: '" + ApiException.quote(id) + "' does not exist on this server.");
		}
		if (!stream.sends()) {
			throw ApiException.unprocessable(1236, "The stream provided: '" + stream.id() + "' cannot send messages.");
		}
		return stream;
	}

	private static List<String> inactive(Envelope envelope, MessageStream stream, EmulatedServer server) {
		Suppressions suppressions = Suppressions.of(server);
		List<String> recipients = envelope.recipients();
		List<String> inactive = recipients.stream()
			.filter((address) -> suppressions.find(stream.id(), address) != null)
			.distinct()
			.toList();
		if (!inactive.isEmpty() && inactive.containsAll(recipients)) {
			throw ApiException.unprocessable(406,
					"You tried to send to recipient(s) that have been marked as inactive. Found inactive addresses: "
							+ String.join(", ", inactive) + ". Inactive recipients are ones that have generated a "
							+ "hard bounce, a spam complaint, or a manual suppression.");
		}
		return inactive;
	}

}

package io.github.postmarkspring.client.message;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A message with its own subject and bodies.
 *
 * <pre class="code">
 * Email.builder()
 *     .from("Shop &lt;orders@shop.example&gt;")
 *     .to("ann@mail.example")
 *     .subject("Order 42")
 *     .textBody("Thanks")
 *     .build();
 * </pre>
 *
 * Nothing is checked before it is sent, so that one bad message of many is told by its
 * own result.
 *
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/email-api">Postmark: Email API</a>
 */
public final class Email implements OutboundMessage {

	private final Envelope envelope;

	private final @Nullable String subject;

	private final @Nullable String htmlBody;

	private final @Nullable String textBody;

	private Email(Envelope envelope, @Nullable String subject, @Nullable String htmlBody, @Nullable String textBody) {
		this.envelope = envelope;
		this.subject = subject;
		this.htmlBody = htmlBody;
		this.textBody = textBody;
	}

	/**
	 * Start a message.
	 * @return a new builder
	 */
	public static Builder builder() {
		return new Builder();
	}

	/**
	 * Return the subject.
	 * @return the subject, or {@code null}
	 */
	public @Nullable String subject() {
		return this.subject;
	}

	/**
	 * Return the HTML body.
	 * @return the body, or {@code null}
	 */
	public @Nullable String htmlBody() {
		return this.htmlBody;
	}

	/**
	 * Return the text body.
	 * @return the body, or {@code null}
	 */
	public @Nullable String textBody() {
		return this.textBody;
	}

	@Override
	public @Nullable EmailAddress from() {
		return this.envelope.from();
	}

	@Override
	public List<EmailAddress> to() {
		return this.envelope.to();
	}

	@Override
	public List<EmailAddress> cc() {
		return this.envelope.cc();
	}

	@Override
	public List<EmailAddress> bcc() {
		return this.envelope.bcc();
	}

	@Override
	public List<EmailAddress> replyTo() {
		return this.envelope.replyTo();
	}

	@Override
	public @Nullable String tag() {
		return this.envelope.tag();
	}

	@Override
	public List<MessageHeader> headers() {
		return this.envelope.headers();
	}

	@Override
	public Map<String, String> metadata() {
		return this.envelope.metadata();
	}

	@Override
	public @Nullable String reconciliationKey() {
		return this.envelope.reconciliationKey();
	}

	@Override
	public List<Attachment> attachments() {
		return this.envelope.attachments();
	}

	@Override
	public @Nullable String messageStream() {
		return this.envelope.messageStream();
	}

	@Override
	public @Nullable Boolean trackOpens() {
		return this.envelope.trackOpens();
	}

	@Override
	public @Nullable TrackLinks trackLinks() {
		return this.envelope.trackLinks();
	}

	Envelope envelope() {
		return this.envelope;
	}

	Email with(Envelope envelope) {
		return new Email(envelope, this.subject, this.htmlBody, this.textBody);
	}

	/**
	 * Return how large the message is, and nothing of what is in it.
	 */
	@Override
	public String toString() {
		return "Email[recipients=" + this.envelope.recipients().size() + ", attachments=" + attachments().size()
				+ ", messageStream=" + messageStream() + "]";
	}

	/**
	 * Builds an {@link Email}. Its methods are called as Postmark's fields are.
	 *
	 * @since 0.1.0
	 */
	public static final class Builder extends OutboundMessageBuilder<Builder> {

		private @Nullable String subject;

		private @Nullable String htmlBody;

		private @Nullable String textBody;

		private Builder() {
		}

		@Override
		Builder self() {
			return this;
		}

		/**
		 * Set the subject.
		 * @param subject the subject, at most 2,000 characters
		 * @return this builder
		 */
		public Builder subject(@Nullable String subject) {
			this.subject = subject;
			return this;
		}

		/**
		 * Set the HTML body. A message needs this, a text body, or both.
		 * @param htmlBody the body, at most 5 MB
		 * @return this builder
		 */
		public Builder htmlBody(@Nullable String htmlBody) {
			this.htmlBody = htmlBody;
			return this;
		}

		/**
		 * Set the text body. A message needs this, an HTML body, or both.
		 * @param textBody the body, at most 5 MB
		 * @return this builder
		 */
		public Builder textBody(@Nullable String textBody) {
			this.textBody = textBody;
			return this;
		}

		/**
		 * Build the message.
		 * @return the message
		 */
		public Email build() {
			return new Email(envelope(), this.subject, this.htmlBody, this.textBody);
		}

	}

}

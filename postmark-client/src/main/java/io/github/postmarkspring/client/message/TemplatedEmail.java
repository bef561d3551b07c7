package io.github.postmarkspring.client.message;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * A message whose subject and bodies Postmark makes from a template and a model.
 *
 * <pre class="code">
 * TemplatedEmail.builder()
 *     .from("orders@shop.example")
 *     .to("ann@mail.example")
 *     .templateAlias("order-paid")
 *     .templateModel(Map.of("name", "Ann"))
 *     .build();
 * </pre>
 *
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/templates-api">Postmark: Templates
 * API</a>
 */
public final class TemplatedEmail implements OutboundMessage {

	private final Envelope envelope;

	private final @Nullable Long templateId;

	private final @Nullable String templateAlias;

	private final Object templateModel;

	private final @Nullable Boolean inlineCss;

	private TemplatedEmail(Envelope envelope, @Nullable Long templateId, @Nullable String templateAlias,
			Object templateModel, @Nullable Boolean inlineCss) {
		this.envelope = envelope;
		this.templateId = templateId;
		this.templateAlias = templateAlias;
		this.templateModel = templateModel;
		this.inlineCss = inlineCss;
	}

	/**
	 * Start a message.
	 * @return a new builder
	 */
	public static Builder builder() {
		return new Builder();
	}

	/**
	 * Return the id of the template.
	 * @return the id, or {@code null} if the alias names it
	 */
	public @Nullable Long templateId() {
		return this.templateId;
	}

	/**
	 * Return the alias of the template.
	 * @return the alias, or {@code null} if the id names it
	 */
	public @Nullable String templateAlias() {
		return this.templateAlias;
	}

	/**
	 * Return the values for the template.
	 * @return the model, which becomes a JSON object
	 */
	public Object templateModel() {
		return this.templateModel;
	}

	/**
	 * Return whether style rules are moved into the elements.
	 * @return the choice, or {@code null} for Postmark's default, which is to do so
	 */
	public @Nullable Boolean inlineCss() {
		return this.inlineCss;
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

	TemplatedEmail with(Envelope envelope) {
		return new TemplatedEmail(envelope, this.templateId, this.templateAlias, this.templateModel, this.inlineCss);
	}

	TemplatedEmail withModel(Object templateModel) {
		return new TemplatedEmail(this.envelope, this.templateId, this.templateAlias, templateModel, this.inlineCss);
	}

	/**
	 * Return the template and how large the message is, and nothing of what is in it.
	 */
	@Override
	public String toString() {
		return "TemplatedEmail[template=" + ((this.templateId != null) ? this.templateId : this.templateAlias)
				+ ", recipients=" + this.envelope.recipients().size() + ", attachments=" + attachments().size()
				+ ", messageStream=" + messageStream() + "]";
	}

	/**
	 * Builds a {@link TemplatedEmail}. Its methods are called as Postmark's fields are.
	 *
	 * @since 0.1.0
	 */
	public static final class Builder extends OutboundMessageBuilder<Builder> {

		private @Nullable Long templateId;

		private @Nullable String templateAlias;

		private Object templateModel = Map.of();

		private @Nullable Boolean inlineCss;

		private Builder() {
		}

		@Override
		Builder self() {
			return this;
		}

		/**
		 * Name the template by its id. A message needs this or an alias; where both are
		 * set Postmark takes the id.
		 * @param templateId the id
		 * @return this builder
		 */
		public Builder templateId(@Nullable Long templateId) {
			this.templateId = templateId;
			return this;
		}

		/**
		 * Name the template by its alias.
		 * @param templateAlias the alias
		 * @return this builder
		 */
		public Builder templateAlias(@Nullable String templateAlias) {
			this.templateAlias = templateAlias;
			return this;
		}

		/**
		 * Set the values for the template. Without, the model is empty.
		 * @param templateModel a map, a record or a bean: whatever becomes a JSON object.
		 * Names come out as they stand there, whatever the application's own JSON
		 * settings say
		 * @return this builder
		 */
		public Builder templateModel(Object templateModel) {
			Assert.notNull(templateModel, "'templateModel' must not be null");
			this.templateModel = templateModel;
			return this;
		}

		/**
		 * Choose whether style rules are moved into the elements.
		 * @param inlineCss the choice, or {@code null} for Postmark's default, which is
		 * to do so
		 * @return this builder
		 */
		public Builder inlineCss(@Nullable Boolean inlineCss) {
			this.inlineCss = inlineCss;
			return this;
		}

		/**
		 * Build the message.
		 * @return the message
		 */
		public TemplatedEmail build() {
			return new TemplatedEmail(envelope(), this.templateId, this.templateAlias, this.templateModel,
					this.inlineCss);
		}

	}

}

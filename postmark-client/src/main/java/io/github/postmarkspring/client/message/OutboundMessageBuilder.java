package io.github.postmarkspring.client.message;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * The fields that plain and templated messages have in common.
 *
 * @param <B> the builder itself
 * @since 0.1.0
 * @see Email#builder()
 * @see TemplatedEmail#builder()
 */
public abstract sealed class OutboundMessageBuilder<B extends OutboundMessageBuilder<B>>
		permits Email.Builder, TemplatedEmail.Builder {

	private @Nullable EmailAddress from;

	private final List<EmailAddress> to = new ArrayList<>();

	private final List<EmailAddress> cc = new ArrayList<>();

	private final List<EmailAddress> bcc = new ArrayList<>();

	private final List<EmailAddress> replyTo = new ArrayList<>();

	private @Nullable String tag;

	private final List<MessageHeader> headers = new ArrayList<>();

	private final Map<String, String> metadata = new LinkedHashMap<>();

	private @Nullable String reconciliationKey;

	private final List<Attachment> attachments = new ArrayList<>();

	private @Nullable String messageStream;

	private @Nullable Boolean trackOpens;

	private @Nullable TrackLinks trackLinks;

	OutboundMessageBuilder() {
	}

	abstract B self();

	/**
	 * Set the sender: a confirmed sender signature, or any address of a verified domain.
	 * @param from an address such as {@code orders@shop.example} or
	 * {@code Shop <orders@shop.example>}, at most 255 characters. Without one the default
	 * is used
	 * @return this builder
	 */
	public B from(String from) {
		return from(EmailAddress.parse(from));
	}

	/**
	 * Set the sender: a confirmed sender signature, or any address of a verified domain.
	 * @param from the address. Without one the default is used
	 * @return this builder
	 */
	public B from(EmailAddress from) {
		Assert.notNull(from, "'from' must not be null");
		this.from = from;
		return self();
	}

	/**
	 * Add recipients.
	 * @param to addresses such as {@code ann@mail.example} or
	 * {@code "Doe, Ann" <ann@mail.example>}, each text one or several separated by
	 * commas. To, Cc and Bcc together may have 50
	 * @return this builder
	 */
	public B to(String... to) {
		for (String addresses : to) {
			this.to.addAll(EmailAddress.parseList(addresses));
		}
		return self();
	}

	/**
	 * Add recipients.
	 * @param to the addresses. To, Cc and Bcc together may have 50
	 * @return this builder
	 */
	public B to(EmailAddress... to) {
		this.to.addAll(List.of(to));
		return self();
	}

	/**
	 * Add recipients of a copy.
	 * @param cc addresses such as {@code ann@mail.example} or
	 * {@code "Doe, Ann" <ann@mail.example>}, each text one or several separated by
	 * commas. To, Cc and Bcc together may have 50
	 * @return this builder
	 */
	public B cc(String... cc) {
		for (String addresses : cc) {
			this.cc.addAll(EmailAddress.parseList(addresses));
		}
		return self();
	}

	/**
	 * Add recipients of a copy.
	 * @param cc the addresses. To, Cc and Bcc together may have 50
	 * @return this builder
	 */
	public B cc(EmailAddress... cc) {
		this.cc.addAll(List.of(cc));
		return self();
	}

	/**
	 * Add recipients of a copy whom the others do not see.
	 * @param bcc addresses such as {@code ann@mail.example} or
	 * {@code "Doe, Ann" <ann@mail.example>}, each text one or several separated by
	 * commas. To, Cc and Bcc together may have 50
	 * @return this builder
	 */
	public B bcc(String... bcc) {
		for (String addresses : bcc) {
			this.bcc.addAll(EmailAddress.parseList(addresses));
		}
		return self();
	}

	/**
	 * Add recipients of a copy whom the others do not see.
	 * @param bcc the addresses. To, Cc and Bcc together may have 50
	 * @return this builder
	 */
	public B bcc(EmailAddress... bcc) {
		this.bcc.addAll(List.of(bcc));
		return self();
	}

	/**
	 * Add addresses for answers.
	 * @param replyTo addresses such as {@code ann@mail.example} or
	 * {@code "Doe, Ann" <ann@mail.example>}, each text one or several separated by
	 * commas. Without any the default is used
	 * @return this builder
	 */
	public B replyTo(String... replyTo) {
		for (String addresses : replyTo) {
			this.replyTo.addAll(EmailAddress.parseList(addresses));
		}
		return self();
	}

	/**
	 * Add addresses for answers.
	 * @param replyTo the addresses. Without any the default is used
	 * @return this builder
	 */
	public B replyTo(EmailAddress... replyTo) {
		this.replyTo.addAll(List.of(replyTo));
		return self();
	}

	/**
	 * Set the tag, by which Postmark can filter and count.
	 * @param tag the tag, at most 1,000 characters
	 * @return this builder
	 */
	public B tag(@Nullable String tag) {
		this.tag = tag;
		return self();
	}

	/**
	 * Add a header of the user's own.
	 * @param name the name. Headers that Postmark has a field for are refused
	 * @param value the value, on one line
	 * @return this builder
	 */
	public B header(String name, String value) {
		this.headers.add(new MessageHeader(name, value));
		return self();
	}

	/**
	 * Add something that the application wants to see again in searches and webhooks; no
	 * recipient ever sees it. At most 10 of them.
	 * @param name the name, at most 20 characters, unique whatever its case
	 * @param value the value, at most 80 characters
	 * @return this builder
	 */
	public B metadata(String name, String value) {
		Assert.notNull(name, "'name' must not be null");
		Assert.notNull(value, "'value' must not be null");
		this.metadata.put(name, value);
		return self();
	}

	/**
	 * Add several things that the application wants to see again.
	 * @param metadata the names and values
	 * @return this builder
	 * @see #metadata(String, String)
	 */
	public B metadata(Map<String, String> metadata) {
		metadata.forEach(this::metadata);
		return self();
	}

	/**
	 * Give the message a key by which it can be looked up afterwards, such as the id of
	 * the event it is sent for. It travels in the metadata, as one of the 10 entries.
	 * @param reconciliationKey the key: 1 to 80 printable ASCII characters without
	 * spaces, and of this message alone. {@code null} leaves it to the sender, which
	 * makes one if {@code postmark.retry.reconcile} is on
	 * @return this builder
	 * @see PostmarkSender#findSent(String)
	 */
	public B reconciliationKey(@Nullable String reconciliationKey) {
		this.reconciliationKey = reconciliationKey;
		return self();
	}

	/**
	 * Add an attachment, or an image shown inside the message.
	 * @param attachment the attachment
	 * @return this builder
	 * @see Attachment#inline
	 */
	public B attachment(Attachment attachment) {
		Assert.notNull(attachment, "'attachment' must not be null");
		this.attachments.add(attachment);
		return self();
	}

	/**
	 * Choose the message stream.
	 * @param messageStream the id of a stream, or {@code null} for the default
	 * @return this builder
	 */
	public B messageStream(@Nullable String messageStream) {
		this.messageStream = messageStream;
		return self();
	}

	/**
	 * Choose whether opens are tracked.
	 * @param trackOpens the choice, or {@code null} to leave it to the server's settings.
	 * Postmark ignores {@code false} if the server has it on
	 * @return this builder
	 */
	public B trackOpens(@Nullable Boolean trackOpens) {
		this.trackOpens = trackOpens;
		return self();
	}

	/**
	 * Choose where links are tracked.
	 * @param trackLinks the choice, or {@code null} to leave it to the server's settings
	 * @return this builder
	 */
	public B trackLinks(@Nullable TrackLinks trackLinks) {
		this.trackLinks = trackLinks;
		return self();
	}

	Envelope envelope() {
		return new Envelope(this.from, this.to, this.cc, this.bcc, this.replyTo, this.tag, this.headers, this.metadata,
				this.reconciliationKey, this.attachments, this.messageStream, this.trackOpens, this.trackLinks);
	}

}

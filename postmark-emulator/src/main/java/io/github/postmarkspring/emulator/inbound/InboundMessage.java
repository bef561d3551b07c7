package io.github.postmarkspring.emulator.inbound;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;

import io.github.postmarkspring.emulator.http.Json;
import io.github.postmarkspring.emulator.message.Address;
import io.github.postmarkspring.emulator.stream.MessageStreams;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Mail that came in, and what became of it.
 *
 * @param id the message ID, a UUID in lower case
 * @param receivedAt when it came in
 * @param mail the mail
 * @param status what became of it
 * @param blockedReason why it was blocked, empty if it was not
 * @since 0.1.0
 */
public record InboundMessage(String id, Instant receivedAt, InboundMail mail, Status status, String blockedReason) {

	InboundMessage with(Status status) {
		return new InboundMessage(this.id, this.receivedAt, this.mail, status, "");
	}

	String originalRecipient() {
		return this.mail.to().get(0).email();
	}

	/**
	 * Estimates the memory this mail takes.
	 */
	long weight() {
		long characters = this.mail.subject().length() + this.mail.textBody().length() + this.mail.htmlBody().length();
		return 2 * characters + this.mail.attachments().stream().mapToLong((file) -> file.content().length).sum();
	}

	/**
	 * Returns what stands behind the plus sign of the address it came to.
	 * @return the {@code MailboxHash}, perhaps empty
	 */
	public String mailboxHash() {
		return mailboxHash(originalRecipient());
	}

	ObjectNode item() {
		ObjectNode json = Json.object().put("From", this.mail.from().email());
		json.put("FromName", name(this.mail.from()));
		address(json.putObject("FromFull"), this.mail.from());
		addresses(json, "To", this.mail.to());
		addresses(json, "Cc", this.mail.cc());
		addresses(json, "Bcc", List.of());
		json.put("ReplyTo", "").put("OriginalRecipient", originalRecipient()).put("Subject", this.mail.subject());
		json.put("Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(this.receivedAt.atOffset(ZoneOffset.UTC)));
		json.put("MailboxHash", mailboxHash()).put("Tag", "");
		ArrayNode attachments = json.putArray("Attachments");
		this.mail.attachments()
			.forEach((file) -> attachments.addObject()
				.put("Name", file.name())
				.put("ContentID", (file.contentId() != null) ? file.contentId() : "")
				.put("ContentType", file.contentType())
				.put("ContentLength", file.content().length));
		json.put("MessageID", this.id).put("Status", this.status.wireName());
		return json.put("MessageStream", MessageStreams.INBOUND);
	}

	ObjectNode details() {
		ObjectNode json = item().put("TextBody", this.mail.textBody()).put("HtmlBody", this.mail.htmlBody());
		ArrayNode headers = json.putArray("Headers");
		this.mail.headers()
			.forEach((header) -> headers.addObject().put("Name", header.name()).put("Value", header.value()));
		return json.put("BlockedReason", this.blockedReason);
	}

	private static void addresses(ObjectNode json, String name, List<Address> addresses) {
		json.put(name, addresses.stream().map(Address::toString).collect(Collectors.joining(", ")));
		ArrayNode full = json.putArray(name + "Full");
		addresses.forEach((address) -> address(full.addObject(), address));
	}

	private static void address(ObjectNode json, Address address) {
		json.put("Email", address.email()).put("Name", name(address)).put("MailboxHash", mailboxHash(address.email()));
	}

	private static String name(Address address) {
		return (address.name() != null) ? address.name() : "";
	}

	private static String mailboxHash(String email) {
		String mailbox = email.substring(0, Math.max(email.lastIndexOf('@'), 0));
		int plus = mailbox.indexOf('+');
		return (plus < 0) ? "" : mailbox.substring(plus + 1);
	}

	/**
	 * What became of it.
	 */
	public enum Status {

		/** A rule keeps it out. */
		BLOCKED("Blocked"),

		/** The hook has taken it, or there is none. */
		PROCESSED("Processed"),

		/** It is about to be posted to the hook. */
		QUEUED("Queued"),

		/** The hook did not take it. */
		FAILED("Failed"),

		/** The hook will be tried again. */
		SCHEDULED("Scheduled");

		private final String wireName;

		Status(String wireName) {
			this.wireName = wireName;
		}

		/**
		 * Returns the status as the API has it.
		 * @return such as {@code Processed}
		 */
		public String wireName() {
			return this.wireName;
		}

	}

}

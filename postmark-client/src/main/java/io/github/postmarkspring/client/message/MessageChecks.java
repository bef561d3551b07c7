package io.github.postmarkspring.client.message;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import io.github.postmarkspring.client.http.ForeignText;
import io.github.postmarkspring.client.error.InvalidMessageException;
import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

/**
 * What can be known to be wrong with a message without asking Postmark. It refuses what
 * Postmark is sure to refuse, and leaves every doubt to Postmark.
 *
 * @see <a href="https://postmarkapp.com/developer/api/email-api">Postmark: Email API</a>
 */
final class MessageChecks {

	/** The {@code ErrorCode} that Postmark has for a message that is not valid. */
	static final int INVALID = 300;

	private static final int TEMPLATE_MISSING = 1101;

	private static final int MAX_FROM = 255;

	private static final int MAX_RECIPIENTS = 50;

	private static final int MAX_SUBJECT = 2_000;

	private static final int MAX_TAG = 1_000;

	// Nowhere is it said whether a MB is 10^6 or 2^20 bytes: the smaller is safe.
	private static final int MAX_BODY = 5_000_000;

	private static final int MAX_METADATA = 10;

	private static final int MAX_METADATA_NAME = 20;

	private static final int MAX_METADATA_VALUE = 80;

	private static final Pattern HEADER_NAME = Pattern.compile("[!-9;-~]+");

	/** Headers that Postmark has a field for, or makes itself. */
	private static final Set<String> REFUSED_HEADERS = caseInsensitive("Return-Path", "X-PM-RCPT", "From", "Reply-To",
			"Sender", "Received", "Date", "Content-Type", "Cc", "Bcc", "Subject", "Tag", "Attachment", "To",
			"Track-Opens", "Track-Links", "Postmark-Template-Alias", "Message-Stream");

	private MessageChecks() {
	}

	/**
	 * Check everything but the size of the whole, which is known when it is written.
	 * @param message the message
	 * @throws InvalidMessageException if something is wrong; it names the field and the
	 * limit
	 */
	static void check(OutboundMessage message) {
		checkFrom(message.from());
		checkAddresses("To", message.to());
		checkAddresses("Cc", message.cc());
		checkAddresses("Bcc", message.bcc());
		checkAddresses("ReplyTo", message.replyTo());
		checkRecipientCount(message);
		checkLength("Tag", message.tag(), MAX_TAG);
		message.headers().forEach(MessageChecks::checkHeader);
		checkMetadata(message.metadata());
		message.attachments().forEach(AttachmentChecks::check);
		if (message instanceof Email email) {
			checkContent(email);
		}
		else if (message instanceof TemplatedEmail email && email.templateId() == null
				&& !StringUtils.hasText(email.templateAlias())) {
			throw new InvalidMessageException("TemplateAlias", TEMPLATE_MISSING,
					"a template is needed, by templateAlias or by templateId", null);
		}
	}

	/**
	 * Check what is said for messages that are silent.
	 * @throws InvalidMessageException if every message that takes it would be refused
	 */
	static void checkDefaults(@Nullable EmailAddress from, List<EmailAddress> replyTo, @Nullable String tag,
			List<MessageHeader> headers, Map<String, String> metadata) {
		if (from != null) {
			checkFrom(from);
		}
		checkAddresses("ReplyTo", replyTo);
		checkLength("Tag", tag, MAX_TAG);
		headers.forEach(MessageChecks::checkHeader);
		checkMetadata(metadata);
	}

	private static void checkFrom(@Nullable EmailAddress from) {
		if (from == null) {
			throw invalid("From", "it is missing, and no default is set (with Spring Boot: 'postmark.defaults.from')");
		}
		checkAddresses("From", List.of(from));
		checkLength("From", from.format(), MAX_FROM);
	}

	private static void checkAddresses(String field, List<EmailAddress> addresses) {
		for (EmailAddress address : addresses) {
			String problem = address.problem();
			if (problem != null) {
				throw invalid(field, "the address " + shown(address.address()) + " " + problem);
			}
		}
	}

	private static void checkRecipientCount(OutboundMessage message) {
		int count = message.to().size() + message.cc().size() + message.bcc().size();
		if (count == 0) {
			throw invalid("To", "a recipient is needed");
		}
		if (count > MAX_RECIPIENTS) {
			throw invalid("To", "To, Cc and Bcc have " + count + " recipients together, and " + MAX_RECIPIENTS
					+ " is the limit: send several messages");
		}
	}

	private static void checkHeader(MessageHeader header) {
		if (!HEADER_NAME.matcher(header.name()).matches()) {
			throw invalid("Headers", "the name " + shown(header.name())
					+ " may have printable ASCII characters only, and no space or colon");
		}
		if (REFUSED_HEADERS.contains(header.name())) {
			throw invalid("Headers", "the header " + header.name()
					+ " is Postmark's to set, use the field of the message that stands for it");
		}
		if (header.value().chars().anyMatch((c) -> c == '\r' || c == '\n' || c == 0)) {
			throw invalid("Headers", "the value of " + header.name() + " has a line break in it");
		}
	}

	private static void checkMetadata(Map<String, String> metadata) {
		if (metadata.isEmpty()) {
			return;
		}
		if (metadata.size() > MAX_METADATA) {
			throw invalid("Metadata", "it has " + metadata.size() + " entries, and " + MAX_METADATA + " is the limit");
		}
		Set<String> names = caseInsensitive();
		metadata.forEach((name, value) -> {
			if (name.isBlank()) {
				throw invalid("Metadata", "a name is blank");
			}
			if (!names.add(name)) {
				throw invalid("Metadata", "the name " + shown(name) + " is there twice, its case does not count");
			}
			if (name.length() > MAX_METADATA_NAME) {
				throw tooLong("Metadata", "the name " + shown(name), name.length(), MAX_METADATA_NAME);
			}
			if (value.length() > MAX_METADATA_VALUE) {
				throw tooLong("Metadata", "the value of " + shown(name), value.length(), MAX_METADATA_VALUE);
			}
		});
	}

	/**
	 * Check that one more entry can go into the metadata of a message.
	 * @param name the name of the entry
	 * @param what what it is
	 * @param ifTaken what to do, other than rename, if the message has one of that name
	 * @param ifFull what to do, other than leave one out, if there is no place for it
	 */
	static void checkPlaceInMetadata(Map<String, String> metadata, String name, String what, String ifTaken,
			String ifFull) {
		if (metadata.keySet().stream().anyMatch(name::equalsIgnoreCase)) {
			throw invalid("Metadata",
					"the entry '" + name + "' is where " + what + " goes: give the entry another name, " + ifTaken);
		}
		if (metadata.size() >= MAX_METADATA) {
			throw invalid("Metadata", "it has " + metadata.size() + " entries with the defaults, and " + what
					+ " would be one more than the " + MAX_METADATA + " that Postmark takes: leave one out, " + ifFull);
		}
	}

	private static void checkContent(Email email) {
		checkLength("Subject", email.subject(), MAX_SUBJECT);
		if (!StringUtils.hasLength(email.htmlBody()) && !StringUtils.hasLength(email.textBody())) {
			throw invalid("TextBody", "a text body or an HTML body is needed, also beside attachments");
		}
		checkBody("HtmlBody", email.htmlBody());
		checkBody("TextBody", email.textBody());
	}

	private static void checkBody(String field, @Nullable String body) {
		// No character needs more than three bytes per UTF-16 unit.
		if (body == null || body.length() <= MAX_BODY / 3) {
			return;
		}
		long bytes = body.codePoints().mapToLong((c) -> (c < 0x80) ? 1 : (c < 0x800) ? 2 : (c < 0x10000) ? 3 : 4).sum();
		if (bytes > MAX_BODY) {
			throw invalid(field, "it has " + bytes + " bytes in UTF-8, and " + MAX_BODY + " (5 MB) is the limit");
		}
	}

	private static void checkLength(String field, @Nullable String value, int limit) {
		if (value != null && value.length() > limit) {
			throw tooLong(field, "it", value.length(), limit);
		}
	}

	private static InvalidMessageException tooLong(String field, String what, int length, int limit) {
		return invalid(field, what + " has " + length + " characters, and " + limit + " is the limit");
	}

	static InvalidMessageException invalid(String field, String problem) {
		return new InvalidMessageException(field, INVALID, problem, null);
	}

	/**
	 * Quote something from a message, fit for an exception and so for a log.
	 * @param text the text
	 * @return one line of bounded length
	 */
	static String shown(String text) {
		return "'" + ForeignText.oneLine(text, 100) + "'";
	}

	private static Set<String> caseInsensitive(String... names) {
		Set<String> set = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
		set.addAll(List.of(names));
		return set;
	}

}

package io.github.postmarkspring.boot.autoconfigure.logging;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import io.github.postmarkspring.boot.autoconfigure.logging.PostmarkLoggingProperties.Recipients;
import io.github.postmarkspring.client.http.ForeignText;
import io.github.postmarkspring.client.message.EmailAddress;
import io.github.postmarkspring.client.message.OutboundMessage;

import org.springframework.util.StringUtils;

/**
 * Shows addresses in a log as the application wants them, also where somebody else's text
 * quotes them.
 */
class AddressText {

	private static final String HMAC = "HmacSHA256";

	private static final int MOST = 3;

	// Bounded, because a long text without an '@' would be looked through from each
	// place.
	private static final Pattern ADDRESS = Pattern.compile("[^\\s<>()'\",;:]{1,320}@[^\\s<>()'\",;:]+");

	private static final Pattern QUOTED = Pattern.compile("(?<!\\w)'[^']*'(?!\\w)|\"[^\"]*\"");

	// Names of fields, our own properties, and what is hidden already.
	private static final Pattern HARMLESS = Pattern
		.compile("[\\w$.-]{1,30}|postmark[\\w.=-]{1,60}|.*(\\*\\*\\*|#\\p{XDigit}{12}).*");

	private final Recipients mode;

	private final SecretKeySpec key;

	AddressText(PostmarkLoggingProperties properties) {
		this.mode = properties.recipients();
		byte[] key = new byte[32];
		if (StringUtils.hasText(properties.hashKey())) {
			key = properties.hashKey().getBytes(StandardCharsets.UTF_8);
		}
		else if (this.mode == Recipients.HASHED) {
			new SecureRandom().nextBytes(key);
		}
		this.key = new SecretKeySpec(key, HMAC);
	}

	/** The recipients of a message, or the first of them. */
	String recipients(OutboundMessage message) {
		List<EmailAddress> recipients = recipientsOf(message);
		List<String> shown = recipients.stream().limit(MOST).map((recipient) -> show(recipient.address())).toList();
		String more = (recipients.size() > MOST) ? " and " + (recipients.size() - MOST) + " more" : "";
		return shown.isEmpty() ? "nobody" : String.join(", ", shown) + more;
	}

	private static List<EmailAddress> recipientsOf(OutboundMessage message) {
		List<EmailAddress> recipients = new ArrayList<>(message.to());
		recipients.addAll(message.cc());
		recipients.addAll(message.bcc());
		return recipients;
	}

	private String show(String address) {
		String line = ForeignText.oneLine(address, 300);
		return switch (this.mode) {
			case SHOWN -> line;
			case HASHED -> "#" + hash(address);
			case MASKED -> mask(line);
		};
	}

	private static String mask(String address) {
		int at = address.lastIndexOf('@');
		String first = address.isEmpty() ? "" : address.substring(0, address.offsetByCodePoints(0, 1));
		return (at > 0) ? first + "***" + address.substring(at) : first + "***";
	}

	private String hash(String address) {
		try {
			Mac mac = Mac.getInstance(HMAC);
			mac.init(this.key);
			byte[] hash = mac.doFinal(address.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
			return HexFormat.of().formatHex(hash, 0, 6);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Return what somebody says of a message, in one line, with its addresses and
	 * whatever else looks like one shown as they are to be.
	 * @param text the text, which may quote parts of an address, too
	 * @param maxLength the length to cut it at
	 */
	String in(String text, OutboundMessage message, int maxLength) {
		String shown = ForeignText.oneLine(text, 20_000);
		if (this.mode != Recipients.SHOWN) {
			for (EmailAddress known : addressesOf(message)) {
				shown = hide(shown, known);
			}
			shown = replace(shown, ADDRESS, (found) -> found.contains("***") ? found : show(found));
			shown = replace(shown, QUOTED, (found) -> HARMLESS.matcher(found.substring(1, found.length() - 1)).matches()
					? found : found.charAt(0) + "***" + found.charAt(0));
		}
		return ForeignText.oneLine(shown, maxLength);
	}

	private static List<EmailAddress> addressesOf(OutboundMessage message) {
		List<EmailAddress> addresses = recipientsOf(message);
		addresses.addAll(message.replyTo());
		if (message.from() != null) {
			addresses.add(message.from());
		}
		return addresses;
	}

	private String hide(String text, EmailAddress known) {
		String address = known.address();
		String shown = show(address);
		String hidden = literal(text, address, shown);
		hidden = literal(hidden, new EmailAddress(address, null).format(), shown);
		if (known.name() != null) {
			hidden = literal(hidden, known.name(), "***");
		}
		int at = address.lastIndexOf('@');
		return (at > 0) ? literal(hidden, "'" + address.substring(0, at) + "'", "'***'") : hidden;
	}

	private static String literal(String text, String found, String replacement) {
		String line = ForeignText.oneLine(found, 300);
		return (line.length() < 2) ? text : replace(text, Pattern.compile("(?<!\\w)" + Pattern.quote(line) + "(?!\\w)",
				Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE), (match) -> replacement);
	}

	private static String replace(String text, Pattern pattern, UnaryOperator<String> replacement) {
		return pattern.matcher(text)
			.replaceAll((MatchResult match) -> Matcher.quoteReplacement(replacement.apply(match.group())));
	}

}

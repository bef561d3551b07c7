package io.github.postmarkspring.boot.autoconfigure.logging;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
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
 * Shows addresses in a log as the application wants them.
 */
class AddressText {

	private static final String HMAC = "HmacSHA256";

	private static final int MOST = 3;

	// What follows the domain may be a name, or somebody else.
	private static final Pattern ADDRESS = Pattern.compile("(.+)@([\\p{L}\\p{M}\\p{N}.-]*)(.*)", Pattern.DOTALL);

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
		List<EmailAddress> recipients = new ArrayList<>(message.to());
		recipients.addAll(message.cc());
		recipients.addAll(message.bcc());
		List<String> shown = recipients.stream().limit(MOST).map((recipient) -> show(recipient.address())).toList();
		String more = (recipients.size() > MOST) ? " and " + (recipients.size() - MOST) + " more" : "";
		return shown.isEmpty() ? "nobody" : String.join(", ", shown) + more;
	}

	/** What is to be shown of what somebody says of these messages. */
	ReasonText reasons(Collection<? extends OutboundMessage> messages) {
		return (this.mode == Recipients.SHOWN) ? ForeignText::oneLine : new HidingReasonText(messages, this::show);
	}

	private String show(String address) {
		return ForeignText.oneLine((this.mode == Recipients.SHOWN) ? address : hide(address), 300);
	}

	private String hide(String address) {
		Matcher parts = ADDRESS.matcher(address);
		if (!parts.matches()) {
			return (this.mode == Recipients.HASHED) ? hash(address) : mask(address);
		}
		String domain = "@" + parts.group(2);
		String shown = (this.mode == Recipients.HASHED) ? hash(parts.group(1) + domain) : mask(parts.group(1)) + domain;
		return parts.group(3).isEmpty() ? shown : shown + "…";
	}

	private static String mask(String text) {
		return (text.isEmpty() ? "" : text.substring(0, text.offsetByCodePoints(0, 1))) + "***";
	}

	private String hash(String address) {
		try {
			Mac mac = Mac.getInstance(HMAC);
			mac.init(this.key);
			byte[] hash = mac.doFinal(address.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
			return "#" + HexFormat.of().formatHex(hash, 0, 6);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

}

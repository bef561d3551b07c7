package io.github.postmarkspring.emulator.bounce;

import java.util.Locale;

import io.github.postmarkspring.emulator.message.Header;
import io.github.postmarkspring.emulator.message.OutboundMessage;
import org.jspecify.annotations.Nullable;

/**
 * The domain whose addresses bounce for testing's sake.
 *
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/support/article/1239">Generating fake bounces</a>
 */
public final class TestBounce {

	private static final String DOMAIN = "@bounce-testing.postmarkapp.com";

	private TestBounce() {
	}

	/**
	 * Returns how a message comes back from a recipient: by the header
	 * {@code X-PM-Bounce-Type} if there is one, or else by what stands before the @.
	 * Whatever is not known there, and a complaint, becomes a hard bounce.
	 * @param message the message
	 * @param recipient the recipient's bare address
	 * @return the type, or {@code null} if the recipient is an ordinary one
	 */
	public static @Nullable BounceType of(OutboundMessage message, String recipient) {
		if (!recipient.toLowerCase(Locale.ROOT).endsWith(DOMAIN)) {
			return null;
		}
		String wanted = message.options()
			.headers()
			.stream()
			.filter((header) -> header.name().equalsIgnoreCase("X-PM-Bounce-Type"))
			.map(Header::value)
			.findFirst()
			.orElse(recipient.substring(0, recipient.indexOf('@')));
		BounceType type = BounceType.of(wanted);
		return (type != null && type != BounceType.SPAM_COMPLAINT) ? type : BounceType.HARD_BOUNCE;
	}

}

package io.github.postmarkspring.client.webhook;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;

/**
 * Verifies Basic credentials (RFC 7617).
 */
final class BasicVerifier implements WebhookVerifier {

	private static final String SCHEME = "Basic ";

	private final LiveSecrets<BasicCredentials> live;

	BasicVerifier(Supplier<List<BasicCredentials>> live) {
		this.live = new LiveSecrets<>(live, BasicVerifier::digest);
	}

	private static byte @Nullable [] digest(BasicCredentials credentials) {
		return (SecretCheck.password(credentials.password()) == null) ? Sha256.digest(credentials.bytes()) : null;
	}

	@Override
	public WebhookVerification verify(WebhookRequest request) {
		try {
			String header = OneHeader.read(request.headers(), HttpHeaders.AUTHORIZATION, "credentials");
			return this.live.verify(decode(header), "credentials-wrong");
		}
		catch (RefusedException ex) {
			return ex.toVerification();
		}
	}

	/**
	 * Return the bytes of name, colon and password. A name has no colon, so the first one
	 * ends it, and equal bytes are an equal name and an equal password.
	 */
	private static byte[] decode(String header) throws RefusedException {
		if (!header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
			throw new RefusedException("credentials-malformed");
		}
		byte[] bytes = StrictBase64.decode(header.substring(SCHEME.length()));
		if (bytes == null || !isNameAndPassword(bytes)) {
			throw new RefusedException("credentials-malformed");
		}
		return bytes;
	}

	private static boolean isNameAndPassword(byte[] bytes) {
		try {
			CharBuffer text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
			return text.chars().noneMatch(Character::isISOControl) && text.toString().indexOf(':') >= 0;
		}
		catch (CharacterCodingException ex) {
			return false;
		}
	}

	@Override
	public boolean needsBody() {
		return false;
	}

	@Override
	public String name() {
		return "basic";
	}

}

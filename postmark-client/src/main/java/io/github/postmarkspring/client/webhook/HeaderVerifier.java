package io.github.postmarkspring.client.webhook;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Verifies the secret value of a header.
 */
final class HeaderVerifier implements WebhookVerifier {

	private final String header;

	private final LiveSecrets<String> live;

	HeaderVerifier(String header, Supplier<List<String>> live) {
		String problem = HeaderCheck.secretHeader(header);
		Assert.isTrue(problem == null, () -> "the name of the header " + problem);
		this.header = header;
		this.live = new LiveSecrets<>(live, HeaderVerifier::digest);
	}

	private static byte @Nullable [] digest(String value) {
		return (SecretCheck.headerValue(value) == null) ? Sha256.digest(value.getBytes(StandardCharsets.UTF_8)) : null;
	}

	@Override
	public WebhookVerification verify(WebhookRequest request) {
		try {
			String value = OneHeader.read(request.headers(), this.header, "header");
			return this.live.verify(value.getBytes(StandardCharsets.UTF_8), "header-wrong");
		}
		catch (RefusedException ex) {
			return ex.toVerification();
		}
	}

	@Override
	public boolean needsBody() {
		return false;
	}

	@Override
	public String name() {
		return "header";
	}

}

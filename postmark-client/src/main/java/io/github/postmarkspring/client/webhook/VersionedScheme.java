package io.github.postmarkspring.client.webhook;

import java.util.ArrayList;
import java.util.List;

import org.springframework.http.HttpHeaders;

/**
 * Standard Webhooks, and Svix where it comes from: a list of signatures, each with a
 * version in front.
 */
final class VersionedScheme extends SignatureScheme {

	private static final String VERSION = "v1,";

	private static final int MAX_ID_LENGTH = 256;

	private static final int MAX_SIGNATURES = 16;

	private final String name;

	private final String headerPrefix;

	VersionedScheme(String name, String headerPrefix) {
		this.name = name;
		this.headerPrefix = headerPrefix;
	}

	@Override
	String name() {
		return this.name;
	}

	@Override
	Algorithm algorithm() {
		return Algorithm.SHA_256;
	}

	@Override
	KeyFormat keyFormat() {
		return KeyFormat.WHSEC;
	}

	@Override
	SignedHeaders read(HttpHeaders headers) throws RefusedException {
		List<byte[]> signatures = signatures(OneHeader.read(headers, this.headerPrefix + "signature", "signature"));
		String timestamp = SignedHeaders
			.timestamp(OneHeader.read(headers, this.headerPrefix + "timestamp", "timestamp"));
		String head = id(OneHeader.read(headers, this.headerPrefix + "id", "id")) + "." + timestamp;
		return new SignedHeaders(head + ".", timestamp, signatures, head);
	}

	/**
	 * Return the id. With a full stop in it there would be several ways to take apart
	 * what is signed.
	 */
	private static String id(String text) throws RefusedException {
		if (text.isEmpty() || text.length() > MAX_ID_LENGTH
				|| !text.chars().allMatch((c) -> c > ' ' && c <= '~' && c != '.')) {
			throw new RefusedException("id-malformed");
		}
		return text;
	}

	private List<byte[]> signatures(String header) throws RefusedException {
		String[] parts = header.split(" ", MAX_SIGNATURES + 1);
		if (parts.length > MAX_SIGNATURES) {
			throw new RefusedException("signature-malformed");
		}
		List<byte[]> signatures = new ArrayList<>();
		for (String part : parts) {
			byte[] signature = part.startsWith(VERSION) ? StrictBase64.decode(part.substring(VERSION.length())) : null;
			if (signature != null && signature.length == algorithm().length()) {
				signatures.add(signature);
			}
		}
		if (signatures.isEmpty()) {
			throw new RefusedException("signature-malformed");
		}
		return signatures;
	}

}

package io.github.postmarkspring.client.webhook;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.util.Assert;

/**
 * One signature in a header, over the body with or without a timestamp in front.
 */
final class PlainScheme extends SignatureScheme {

	private static final int NONCE_BYTES = 16;

	private final String name;

	private final String header;

	private final @Nullable String secondHeader;

	private final @Nullable String timestampHeader;

	private final Algorithm algorithm;

	private final Encoding encoding;

	private final String prefix;

	PlainScheme(String name, String header, @Nullable String secondHeader, @Nullable String timestampHeader,
			Algorithm algorithm, Encoding encoding, String prefix) {
		this.name = name;
		this.header = header;
		this.secondHeader = secondHeader;
		this.timestampHeader = timestampHeader;
		this.algorithm = algorithm;
		this.encoding = encoding;
		this.prefix = prefix;
	}

	static SignatureScheme checked(String header, Algorithm algorithm, Encoding encoding, String prefix,
			@Nullable String timestampHeader) {
		check("header", header);
		if (timestampHeader != null) {
			check("timestampHeader", timestampHeader);
			Assert.isTrue(!header.equalsIgnoreCase(timestampHeader),
					"'timestampHeader' must be another one than 'header'");
		}
		Assert.notNull(algorithm, "'algorithm' must not be null");
		Assert.notNull(encoding, "'encoding' must not be null");
		Assert.isTrue(prefix.length() <= 50 && prefix.chars().allMatch((c) -> c > ' ' && c <= '~'),
				"'prefix' must have visible ASCII characters only, 50 at most");
		return new PlainScheme("generic", header, null, timestampHeader, algorithm, encoding, prefix);
	}

	private static void check(String parameter, String header) {
		String problem = HeaderCheck.signatureHeader(header);
		Assert.isTrue(problem == null, () -> "'" + parameter + "' " + problem);
	}

	@Override
	String name() {
		return this.name;
	}

	@Override
	Algorithm algorithm() {
		return this.algorithm;
	}

	@Override
	KeyFormat keyFormat() {
		return KeyFormat.TEXT;
	}

	@Override
	SignedHeaders read(HttpHeaders headers) throws RefusedException {
		List<byte[]> signatures = new ArrayList<>();
		signatures.add(decode(OneHeader.read(headers, this.header, "signature")));
		if (this.secondHeader != null && headers.containsHeader(this.secondHeader)) {
			signatures.add(decode(OneHeader.read(headers, this.secondHeader, "signature")));
		}
		if (this.timestampHeader == null) {
			return new SignedHeaders("", null, signatures, null);
		}
		String head = SignedHeaders.timestamp(OneHeader.read(headers, this.timestampHeader, "timestamp")) + ".";
		return new SignedHeaders(head, head.substring(0, head.length() - 1), signatures,
				head + nonce(signatures.get(0)));
	}

	/**
	 * There is no id: what was signed identifies itself. A part will do, and does not let
	 * whoever reads it make the signature of it.
	 */
	private static String nonce(byte[] signature) {
		return HexFormat.of().formatHex(Arrays.copyOf(signature, NONCE_BYTES));
	}

	private byte[] decode(String text) throws RefusedException {
		byte[] signature = text.startsWith(this.prefix) ? decodeAfterPrefix(text.substring(this.prefix.length()))
				: null;
		if (signature == null || signature.length != this.algorithm.length()) {
			throw new RefusedException("signature-malformed");
		}
		return signature;
	}

	private byte @Nullable [] decodeAfterPrefix(String text) {
		if (this.encoding == Encoding.BASE64) {
			return StrictBase64.decode(text);
		}
		try {
			return HexFormat.of().parseHex(text);
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

}

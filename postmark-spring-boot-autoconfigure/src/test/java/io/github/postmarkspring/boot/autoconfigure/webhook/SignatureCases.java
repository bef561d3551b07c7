package io.github.postmarkspring.boot.autoconfigure.webhook;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/**
 * Signed requests that are not what was signed, where credentials, a header and a
 * signature must all be right.
 */
final class SignatureCases {

	private static final String BASIC = RawHttp.basic(WebhookApplication.CREDENTIALS);

	private static final String HEADER = "X-Webhook-Secret: " + WebhookApplication.HEADER_VALUE;

	private static final String BODY = WebhookApplication.BOUNCE;

	private static final String ID = "msg_1";

	private SignatureCases() {
	}

	static List<HostileCase> combinations() {
		String[] signed = Signed.headers(ID, BODY);
		return List.of(of("nothing", "credentials-missing"), of("credentials only", "header-missing", BASIC),
				of("header only", "credentials-missing", HEADER), of("signature only", "credentials-missing", signed),
				of("credentials and header", "signature-missing", BASIC, HEADER),
				of("credentials and signature", "header-missing", with(signed, BASIC)),
				of("header and signature", "credentials-missing", with(signed, HEADER)),
				of("wrong credentials", "credentials-wrong", with(signed, RawHttp.basic("postmark:x"), HEADER)),
				of("a wrong header", "header-wrong", with(signed, BASIC, HEADER + "x")),
				of("the header in capitals", "header-wrong",
						with(signed, BASIC, "X-Webhook-Secret: HX7LQ2NW9RT4VZ6KB8PM")),
				of("an empty header", "header-wrong", with(signed, BASIC, "X-Webhook-Secret:")),
				of("the header twice", "header-repeated", with(signed, BASIC, HEADER, HEADER)),
				of("the header as a list", "header-wrong",
						with(signed, BASIC, HEADER + ", " + WebhookApplication.HEADER_VALUE)),
				of("a long header", "header-malformed", with(signed, BASIC, "X-Webhook-Secret: " + "x".repeat(1025))),
				of("the password in the header", "header-wrong",
						with(signed, BASIC, "X-Webhook-Secret: " + WebhookApplication.PASSWORD)));
	}

	static List<HostileCase> signatures() {
		long now = Instant.now().getEpochSecond();
		String right = Signed.signature(Signed.KEY, ID, now, BODY);
		byte[] bytes = Base64.getDecoder().decode(right);
		bytes[31] ^= 1;
		List<HostileCase> cases = new ArrayList<>();
		cases.add(signed("one bit wrong", "signature-wrong", now, "v1," + Base64.getEncoder().encodeToString(bytes)));
		cases.add(signed("another key", "signature-wrong", now,
				"v1," + Signed.signature("whsec_" + "A".repeat(40), ID, now, BODY)));
		cases.add(signed("the body alone signed", "signature-wrong", now,
				"v1," + Base64.getEncoder()
					.encodeToString(Signed.hmac(Base64.getDecoder().decode(Signed.KEY.substring(6)),
							BODY.getBytes(StandardCharsets.UTF_8)))));
		cases.add(signed("the key as text", "signature-wrong", now,
				"v1," + Base64.getEncoder()
					.encodeToString(Signed.hmac(Signed.KEY.getBytes(StandardCharsets.UTF_8),
							(ID + "." + now + "." + BODY).getBytes(StandardCharsets.UTF_8)))));
		cases.add(signed("signed for another time", "signature-wrong", now + 1, "v1," + right));
		cases.add(signed("another version", "signature-malformed", now, "v2," + right));
		cases.add(signed("the version of another kind of key", "signature-malformed", now, "v1a," + right));
		cases.add(signed("no version", "signature-malformed", now, right));
		cases.add(signed("in hexadecimal digits", "signature-malformed", now,
				"v1," + HexFormat.of().formatHex(Base64.getDecoder().decode(right))));
		cases.add(signed("without padding", "signature-malformed", now, "v1," + right.replace("=", "")));
		cases.add(signed("nothing after the version", "signature-malformed", now, "v1,"));
		cases.add(signed("empty", "signature-malformed", now, ""));
		cases.add(signed("a signature that is cut", "signature-malformed", now, "v1," + right.substring(0, 40)));
		cases.add(all("twice", "signature-repeated", now, "v1," + right, "webhook-signature: v1," + right));
		cases.add(all("two ids", "id-repeated", now, "v1," + right, "webhook-id: msg_2"));
		cases.add(all("two times", "timestamp-repeated", now, "v1," + right, "webhook-timestamp: " + now));
		cases.add(of("no id", "id-missing",
				with(new String[0], BASIC, HEADER, "webhook-timestamp: " + now, "webhook-signature: v1," + right)));
		cases.add(of("no time", "timestamp-missing",
				with(new String[0], BASIC, HEADER, "webhook-id: " + ID, "webhook-signature: v1," + right)));
		return cases;
	}

	static List<HostileCase> times() {
		long now = Instant.now().getEpochSecond();
		List<HostileCase> cases = new ArrayList<>();
		for (String time : List.of("", "now", "-1", "+" + now, now + ".0", "0x1", "9".repeat(13), " ")) {
			cases.add(of("time '" + time + "'", "timestamp-malformed",
					with(new String[0], BASIC, HEADER, "webhook-id: " + ID, "webhook-timestamp: " + time,
							"webhook-signature: v1," + Signed.signature(Signed.KEY, ID, now, BODY))));
		}
		cases.add(signed("too old", "timestamp-stale", now - 400));
		cases.add(signed("as old as it gets", "timestamp-stale", 0));
		cases.add(signed("in the future", "timestamp-in-future", now + 400));
		cases.add(signed("in milliseconds", "timestamp-in-future", 999_999_999_999L));
		return cases;
	}

	static List<HostileCase> bodies() {
		String[] signed = with(Signed.headers(ID, BODY), BASIC, HEADER);
		return List.of(body("tampered with", BODY.replace("ann@", "eve@"), signed),
				body("the same JSON in other white space", BODY.replaceAll("\\s+", " "), signed),
				body("with a line feed at its end", BODY + "\n", signed),
				body("with other line ends", BODY.replace("\n", "\r\n"), signed), body("empty", "", signed),
				body("not JSON at all", "nonsense", signed));
	}

	private static HostileCase signed(String name, String reason, long time) {
		return signed(name, reason, time, "v1," + Signed.signature(Signed.KEY, ID, time, BODY));
	}

	private static HostileCase signed(String name, String reason, long time, String signature) {
		return of(name, reason, with(new String[0], BASIC, HEADER, "webhook-id: " + ID, "webhook-timestamp: " + time,
				"webhook-signature: " + signature));
	}

	private static HostileCase all(String name, String reason, long time, String signature, String more) {
		return of(name, reason, with(new String[0], BASIC, HEADER, "webhook-id: " + ID, "webhook-timestamp: " + time,
				"webhook-signature: " + signature, more));
	}

	private static HostileCase of(String name, String reason, String... headers) {
		return HostileCase.post(name, 401, reason, headers);
	}

	private static HostileCase body(String name, String body, String... headers) {
		return new HostileCase(name, HostileCase.request("POST /postmark/webhook", body, headers), 401,
				"signature-wrong");
	}

	static String[] with(String[] headers, String... more) {
		String[] all = Arrays.copyOf(headers, headers.length + more.length);
		System.arraycopy(more, 0, all, headers.length, more.length);
		return all;
	}

}

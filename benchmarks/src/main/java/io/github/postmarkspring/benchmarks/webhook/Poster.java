package io.github.postmarkspring.benchmarks.webhook;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Posts bounces over one connection. Every request has the credentials and the signature,
 * whatever the path looks at, so that posting costs the same.
 */
final class Poster implements Callable<Long> {

	private static final String BOUNCE = """
			{ "RecordType": "Bounce", "MessageStream": "outbound", "ID": %s, "Type": "HardBounce", "TypeCode": 1,
			  "Name": "Hard bounce", "Tag": "order", "MessageID": "0b8f1d3e-5a0c-4c61-9f6e-3f2a7c1d9e10",
			  "Metadata": { "orderId": "42" }, "ServerID": 9001, "Description": "%s",
			  "Details": "smtp;550 5.1.1 no such user", "Email": "ann@mail.example", "From": "orders@shop.example",
			  "BouncedAt": "2026-11-02T09:15:41.5070259Z", "DumpAvailable": true, "Inactive": true, "CanActivate": true,
			  "Subject": "Order 42" }
			""";

	private static final String DESCRIPTION = "The server was unable to deliver your message. ".repeat(17);

	private final Socket socket;

	private final String head;

	private final AtomicLong ids;

	private final long end;

	Poster(Socket socket, Way way, AtomicLong ids, long end) {
		this.socket = socket;
		this.head = "POST " + way.path() + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
				+ "User-Agent: Postmark\r\nAuthorization: Basic "
				+ Base64.getEncoder()
					.encodeToString(("postmark:" + WebhookServer.PASSWORD).getBytes(StandardCharsets.US_ASCII))
				+ "\r\n" + WebhookServer.SIGNATURE_HEADER + ": ";
		this.ids = ids;
		this.end = end;
	}

	@Override
	public Long call() throws IOException, GeneralSecurityException {
		Mac mac = Mac.getInstance("HmacSHA256");
		mac.init(new SecretKeySpec(WebhookServer.KEY.getBytes(StandardCharsets.US_ASCII), "HmacSHA256"));
		InputStream in = new BufferedInputStream(this.socket.getInputStream());
		OutputStream out = this.socket.getOutputStream();
		long posted = 0;
		while (System.nanoTime() < this.end) {
			byte[] body = String.format(BOUNCE, 1_000_000_000 + this.ids.getAndIncrement(), DESCRIPTION)
				.getBytes(StandardCharsets.US_ASCII);
			ByteArrayOutputStream request = new ByteArrayOutputStream(2048);
			request.writeBytes((this.head + HexFormat.of().formatHex(mac.doFinal(body)) + "\r\nContent-Length: "
					+ body.length + "\r\n\r\n")
				.getBytes(StandardCharsets.US_ASCII));
			request.writeBytes(body);
			request.writeTo(out);
			readAnswer(in);
			posted++;
		}
		return posted;
	}

	private static void readAnswer(InputStream in) throws IOException {
		String status = line(in);
		if (!status.startsWith("HTTP/1.1 200")) {
			throw new IOException("The webhook was answered " + status);
		}
		long length = 0;
		for (String header = line(in); !header.isEmpty(); header = line(in)) {
			if (header.regionMatches(true, 0, "content-length:", 0, 15)) {
				length = Long.parseLong(header.substring(15).strip());
			}
		}
		in.skipNBytes(length);
	}

	private static String line(InputStream in) throws IOException {
		StringBuilder line = new StringBuilder();
		for (int c = in.read(); c != '\n'; c = in.read()) {
			if (c < 0) {
				throw new IOException("The webhook was not answered");
			}
			if (c != '\r') {
				line.append((char) c);
			}
		}
		return line.toString();
	}

}

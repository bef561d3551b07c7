package io.github.postmarkspring.benchmarks.jmh;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import io.github.postmarkspring.client.webhook.BasicCredentials;
import io.github.postmarkspring.client.webhook.SignatureScheme;
import io.github.postmarkspring.client.webhook.WebhookRequest;
import io.github.postmarkspring.client.webhook.WebhookVerification;
import io.github.postmarkspring.client.webhook.WebhookVerifier;
import io.github.postmarkspring.client.webhook.event.WebhookEvent;
import io.github.postmarkspring.client.webhook.event.WebhookEventParser;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

import org.springframework.http.HttpHeaders;

/**
 * What is done with a webhook of 1.4 KB.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class WebhookBenchmark {

	private static final String PASSWORD = "benchmark-password-0123456789";

	private static final String KEY = "benchmark-key-0123456789-0123456789";

	private static final byte[] BODY = ("""
			{ "RecordType": "Bounce", "MessageStream": "outbound", "ID": 4302117755, "Type": "HardBounce", "TypeCode": 1,
			  "Name": "Hard bounce", "Tag": "order", "MessageID": "0b8f1d3e-5a0c-4c61-9f6e-3f2a7c1d9e10",
			  "Metadata": { "orderId": "42" }, "ServerID": 9001, "Details": "smtp;550 5.1.1 no such user",
			  "Email": "ann@mail.example", "From": "orders@shop.example", "BouncedAt": "2026-11-02T09:15:41.5070259Z",
			  "DumpAvailable": true, "Inactive": true, "CanActivate": true, "Subject": "Order 42", "Description": \""""
			+ "The server was unable to deliver your message. ".repeat(18) + "\" }")
		.getBytes(StandardCharsets.US_ASCII);

	private final WebhookVerifier basic = WebhookVerifier
		.basic(() -> List.of(new BasicCredentials("postmark", PASSWORD)));

	private final WebhookVerifier signature = WebhookVerifier.signature(
			SignatureScheme.generic("X-Gateway-Signature", SignatureScheme.Algorithm.SHA_256,
					SignatureScheme.Encoding.HEX, "", null),
			() -> List.of(KEY), Duration.ofMinutes(5), Clock.systemUTC());

	private final WebhookEventParser parser = new WebhookEventParser();

	private WebhookRequest request = new WebhookRequest("POST", "/", new HttpHeaders(), null, BODY);

	@Setup
	public void sign() throws GeneralSecurityException {
		Mac mac = Mac.getInstance("HmacSHA256");
		mac.init(new SecretKeySpec(KEY.getBytes(StandardCharsets.US_ASCII), "HmacSHA256"));
		HttpHeaders headers = new HttpHeaders();
		headers.setBasicAuth("postmark", PASSWORD);
		headers.set("X-Gateway-Signature", HexFormat.of().formatHex(mac.doFinal(BODY)));
		this.request = new WebhookRequest("POST", "/webhook", headers, "127.0.0.1", BODY);
		require(basic());
		require(signature());
	}

	private static void require(WebhookVerification verification) {
		if (!(verification instanceof WebhookVerification.Accepted)) {
			throw new IllegalStateException("It should be accepted: " + verification);
		}
	}

	@Benchmark
	public WebhookVerification basic() {
		return this.basic.verify(this.request);
	}

	@Benchmark
	public WebhookVerification signature() {
		return this.signature.verify(this.request);
	}

	@Benchmark
	public WebhookEvent parse() {
		return this.parser.parse(BODY, "default");
	}

}

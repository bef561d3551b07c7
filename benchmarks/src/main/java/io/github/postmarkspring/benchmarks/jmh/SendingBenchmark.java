package io.github.postmarkspring.benchmarks.jmh;

import java.net.URI;
import java.util.concurrent.TimeUnit;

import io.github.postmarkspring.benchmarks.subject.Mail;
import io.github.postmarkspring.client.PostmarkClientFactory;
import io.github.postmarkspring.client.message.Attachment;
import io.github.postmarkspring.client.message.Email;
import io.github.postmarkspring.client.message.MessageDefaults;
import io.github.postmarkspring.client.message.PostmarkSender;
import io.github.postmarkspring.client.message.SendResult;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

import org.springframework.web.client.RestClient;

/**
 * From a message to its JSON, and from an answer to its result.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class SendingBenchmark {

	private final PostmarkSender sender = PostmarkClientFactory
		.create(URI.create("http://127.0.0.1:1"),
				RestClient.builder().requestFactory((uri, method) -> new Nowhere(uri)))
		.sender(() -> "benchmark-token", MessageDefaults.none());

	private final String html = Mail.html5k();

	private final byte[] file = Mail.noise(1024 * 1024);

	@Benchmark
	public SendResult smallMail() {
		return this.sender.send(mail().build());
	}

	@Benchmark
	public SendResult largeAttachment() {
		return this.sender.send(mail().attachment(Attachment.of("receipt.pdf", this.file)).build());
	}

	private Email.Builder mail() {
		return Email.builder().from("shop@shop.example").to("ann@mail.example").subject("Order 42").htmlBody(this.html);
	}

}

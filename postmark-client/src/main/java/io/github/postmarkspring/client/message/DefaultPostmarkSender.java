package io.github.postmarkspring.client.message;

import io.github.postmarkspring.client.http.ApiToken;
import io.github.postmarkspring.client.http.PostmarkHttp;

import org.springframework.util.Assert;

/**
 * Fills a message with the defaults, checks it, writes it once and hands it over.
 */
class DefaultPostmarkSender implements PostmarkSender {

	// See MessageChecks on what a MB is.
	private static final long MAX_MESSAGE = 10_000_000;

	private final PostmarkHttp http;

	private final ApiToken token;

	private final MessageDefaults defaults;

	private final MessageWriter writer;

	DefaultPostmarkSender(PostmarkHttp http, ApiToken token, MessageDefaults defaults) {
		this.http = http;
		this.token = token;
		this.defaults = defaults;
		this.writer = new MessageWriter(http::jsonMapper);
	}

	@Override
	public SendResult send(OutboundMessage message) {
		Assert.notNull(message, "'message' must not be null");
		OutboundMessage complete = this.defaults.applyTo(message);
		MessageChecks.check(complete);
		JsonBody body = this.writer.write(complete);
		if (body.length() > MAX_MESSAGE) {
			throw MessageChecks.invalid("Attachments", "the message has " + body.length()
					+ " bytes with its attachments in Base64, and " + MAX_MESSAGE + " (10 MB) is the limit");
		}
		String path = (complete instanceof TemplatedEmail) ? "/email/withTemplate" : "/email";
		return this.http.send(this.token, path, body, SendAnswer.class).toResult();
	}

}

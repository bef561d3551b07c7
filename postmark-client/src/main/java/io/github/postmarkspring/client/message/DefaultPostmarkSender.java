package io.github.postmarkspring.client.message;

import io.github.postmarkspring.client.http.ApiToken;
import io.github.postmarkspring.client.http.PostmarkHttp;

import org.springframework.util.Assert;

/**
 * Fills a message with the defaults, checks it, writes it once and hands it over.
 *
 * @since 0.1.0
 * @see io.github.postmarkspring.client.PostmarkClientFactory#sender
 */
public final class DefaultPostmarkSender implements PostmarkSender {

	// See MessageChecks on what a MB is.
	private static final long MAX_MESSAGE = 10_000_000;

	private final PostmarkHttp http;

	private final ApiToken token;

	private final MessageDefaults defaults;

	private final MessageWriter writer;

	/**
	 * Create a sender.
	 * @param http the way to Postmark
	 * @param token the token of the server to send with
	 * @param defaults what messages say where they are silent
	 */
	public DefaultPostmarkSender(PostmarkHttp http, ApiToken token, MessageDefaults defaults) {
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

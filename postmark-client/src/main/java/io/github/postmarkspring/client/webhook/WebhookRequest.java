package io.github.postmarkspring.client.webhook;

import java.nio.ByteBuffer;

import io.github.postmarkspring.client.http.ForeignText;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.util.Assert;

/**
 * What a {@link WebhookVerifier} sees of a request. All of it was written by somebody who
 * is not known yet.
 *
 * @since 0.1.0
 */
public final class WebhookRequest {

	private final String method;

	private final String path;

	private final HttpHeaders headers;

	private final @Nullable String remoteAddress;

	private final byte @Nullable [] body;

	/**
	 * Create a view of a request.
	 * @param method the HTTP method
	 * @param path the path, without the query
	 * @param headers all headers, each with all its occurrences, in {@code HttpHeaders}
	 * that are not laid over a map which minds the case of names. They are not copied: do
	 * not change them afterwards
	 * @param remoteAddress the address of the client as the container resolved it, a
	 * literal; {@code null} if it is not known
	 * @param body the bytes exactly as they were received, {@code null} if they have not
	 * been read yet. They are not copied, because an inbound mail may have 50 MiB: do not
	 * change them afterwards
	 */
	public WebhookRequest(String method, String path, HttpHeaders headers, @Nullable String remoteAddress,
			byte @Nullable [] body) {
		this(method, path, HttpHeaders.readOnlyHttpHeaders(headers), body, remoteAddress);
	}

	private WebhookRequest(String method, String path, HttpHeaders headers, byte @Nullable [] body,
			@Nullable String remoteAddress) {
		Assert.notNull(method, "'method' must not be null");
		Assert.notNull(path, "'path' must not be null");
		this.method = method;
		this.path = path;
		this.headers = headers;
		this.remoteAddress = remoteAddress;
		this.body = body;
	}

	/**
	 * Return the HTTP method.
	 * @return the method
	 */
	public String method() {
		return this.method;
	}

	/**
	 * Return the path.
	 * @return the path, without the query
	 */
	public String path() {
		return this.path;
	}

	/**
	 * Return the headers.
	 * @return the headers, with all their occurrences, read-only
	 */
	public HttpHeaders headers() {
		return this.headers;
	}

	/**
	 * Return the address of the client.
	 * @return the address as the container resolved it, or {@code null}
	 */
	public @Nullable String remoteAddress() {
		return this.remoteAddress;
	}

	/**
	 * Return the bytes that were received.
	 * @return a read-only buffer with a position of its own, {@code null} if the body has
	 * not been read yet
	 */
	public @Nullable ByteBuffer body() {
		return (this.body != null) ? ByteBuffer.wrap(this.body).asReadOnlyBuffer() : null;
	}

	/**
	 * Return this request with its body.
	 * @param body the bytes exactly as they were received; they are not copied: do not
	 * change them afterwards
	 * @return a new view
	 */
	public WebhookRequest withBody(byte[] body) {
		Assert.notNull(body, "'body' must not be null");
		return new WebhookRequest(this.method, this.path, this.headers, body, this.remoteAddress);
	}

	/**
	 * Return the method and the path only: headers and body may hold secrets.
	 */
	@Override
	public String toString() {
		return ForeignText.oneLine(this.method, 20) + " " + ForeignText.oneLine(this.path, 200);
	}

}

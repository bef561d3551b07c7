package io.github.postmarkspring.boot.autoconfigure.webhook;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Set;

import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import org.jspecify.annotations.Nullable;

/**
 * A verified request for a controller of the application's: its body can be read again,
 * and the credentials are gone, so that neither a login nor a request log gets them.
 */
final class VerifiedRequest extends HttpServletRequestWrapper {

	private final byte[] body;

	private final Set<String> hiddenHeaders;

	private @Nullable ServletInputStream in;

	private @Nullable BufferedReader reader;

	VerifiedRequest(HttpServletRequest request, byte[] body, Set<String> hiddenHeaders) {
		super(request);
		this.body = body;
		this.hiddenHeaders = hiddenHeaders;
	}

	@Override
	public ServletInputStream getInputStream() {
		if (this.reader != null) {
			throw new IllegalStateException("The reader of this request is in use");
		}
		if (this.in == null) {
			this.in = new BodyInputStream(this.body);
		}
		return this.in;
	}

	@Override
	public BufferedReader getReader() {
		if (this.in != null) {
			throw new IllegalStateException("The input stream of this request is in use");
		}
		if (this.reader == null) {
			this.reader = new BufferedReader(
					new InputStreamReader(new ByteArrayInputStream(this.body), StandardCharsets.UTF_8));
		}
		return this.reader;
	}

	@Override
	public int getContentLength() {
		return this.body.length;
	}

	@Override
	public long getContentLengthLong() {
		return this.body.length;
	}

	@Override
	public @Nullable String getHeader(String name) {
		return isHidden(name) ? null : super.getHeader(name);
	}

	@Override
	public int getIntHeader(String name) {
		return isHidden(name) ? -1 : super.getIntHeader(name);
	}

	@Override
	public long getDateHeader(String name) {
		return isHidden(name) ? -1 : super.getDateHeader(name);
	}

	@Override
	public Enumeration<String> getHeaders(String name) {
		return isHidden(name) ? Collections.emptyEnumeration() : super.getHeaders(name);
	}

	@Override
	public Enumeration<String> getHeaderNames() {
		return Collections
			.enumeration(Collections.list(super.getHeaderNames()).stream().filter((name) -> !isHidden(name)).toList());
	}

	private boolean isHidden(String name) {
		return this.hiddenHeaders.stream().anyMatch(name::equalsIgnoreCase);
	}

}

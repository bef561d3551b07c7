package io.github.postmarkspring.boot.autoconfigure.webhook;

import java.io.IOException;
import java.time.Duration;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;

/**
 * Drops the body of a request that has been answered already. Left to the container, a
 * thread would wait for each byte of it; many clients that send slowly would take all
 * threads. Here a thread comes only when there are bytes, and soon no more of them are
 * waited for.
 */
final class UnreadBody implements ReadListener {

	private static final long MAX_BYTES = 2 * 1024 * 1024;

	private static final Duration MAX_TIME = Duration.ofSeconds(5);

	private final AsyncContext async;

	private final ServletInputStream in;

	private final byte[] scratch = new byte[4096];

	private final long deadline = System.nanoTime() + MAX_TIME.toNanos();

	private long dropped;

	private UnreadBody(AsyncContext async, ServletInputStream in) {
		this.async = async;
		this.in = in;
	}

	static void drop(HttpServletRequest request) throws IOException {
		if (!request.isAsyncSupported() || request.isAsyncStarted() || !hasBody(request)) {
			return;
		}
		ServletInputStream in = request.getInputStream();
		if (in.isFinished()) {
			return;
		}
		AsyncContext async = request.startAsync();
		// Who sends nothing at all is left to the time-out of the connection.
		async.setTimeout(0);
		in.setReadListener(new UnreadBody(async, in));
	}

	private static boolean hasBody(HttpServletRequest request) {
		return request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
	}

	@Override
	public void onDataAvailable() throws IOException {
		while (this.in.isReady()) {
			int read = this.in.read(this.scratch);
			if (read < 0) {
				return;
			}
			this.dropped += read;
			if (this.dropped > MAX_BYTES || System.nanoTime() - this.deadline > 0) {
				// Makes the container close the connection.
				throw new IOException("The request has been answered, and its body is too long to wait for");
			}
		}
	}

	@Override
	public void onAllDataRead() {
		this.async.complete();
	}

	@Override
	public void onError(Throwable failure) {
		this.async.complete();
	}

}

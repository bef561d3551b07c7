package io.github.postmarkspring.boot.autoconfigure.webhook;

import java.io.IOException;
import java.time.Duration;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.util.FastByteArrayOutputStream;

/**
 * Reads a body of a sender that only the body can prove. A thread comes when there are
 * bytes and does not wait for them, so that many who send slowly keep no one else out;
 * and all of them together hold a bounded part of the memory.
 */
final class AsyncBody implements ReadListener, AsyncListener {

	private static final Log logger = LogFactory.getLog(AsyncBody.class);

	static final Duration MAX_TIME = Duration.ofSeconds(30);

	private final AsyncContext async;

	private final ServletInputStream in;

	private final long maxBytes;

	private final BodyBudget.Share share;

	private final Result result;

	private final FastByteArrayOutputStream body = new FastByteArrayOutputStream(1024);

	private final byte[] buffer = new byte[8192];

	private boolean ended;

	private AsyncBody(AsyncContext async, ServletInputStream in, long maxBytes, BodyBudget.Share share, Result result) {
		this.async = async;
		this.in = in;
		this.maxBytes = maxBytes;
		this.share = share;
		this.result = result;
	}

	/**
	 * Read the body of a request, and end its asynchronous handling with the result.
	 * @param request the request
	 * @param maxBytes the most bytes to read
	 * @param budget what all bodies may take together
	 * @param result takes the body, or the answer if there is none
	 * @throws IOException if there is nothing to read from
	 */
	static void read(HttpServletRequest request, long maxBytes, BodyBudget budget, Result result) throws IOException {
		AsyncContext async = request.startAsync();
		async.setTimeout(MAX_TIME.toMillis());
		AsyncBody reading = new AsyncBody(async, request.getInputStream(), maxBytes, budget.share(), result);
		async.addListener(reading);
		request.getInputStream().setReadListener(reading);
	}

	@Override
	public void onDataAvailable() throws IOException {
		while (!this.ended && this.in.isReady()) {
			int read = this.in.read(this.buffer);
			if (read < 0) {
				return;
			}
			if (this.body.size() + read > this.maxBytes) {
				end((result) -> result.refused(Answer.rejected(413, "too-large")));
			}
			else if (!this.share.take(read)) {
				end((result) -> result.refused(Answer.unavailable("too-many-bodies")));
			}
			else {
				this.body.write(this.buffer, 0, read);
			}
		}
	}

	@Override
	public void onAllDataRead() {
		end((result) -> result.read(this.body.toByteArrayUnsafe()));
	}

	@Override
	public void onError(Throwable failure) {
		end((result) -> result.refused(Answer.rejected(400, "incomplete")));
	}

	@Override
	public void onTimeout(AsyncEvent event) {
		end((result) -> result.refused(Answer.unavailable("too-slow")));
	}

	@Override
	public void onError(AsyncEvent event) {
		onError(event.getThrowable());
	}

	private synchronized void end(Ending how) {
		if (this.ended) {
			return;
		}
		this.ended = true;
		try {
			how.end(this.result);
		}
		catch (IOException ex) {
			// The sender went away before it had its answer, and will try again.
			logger.debug("The answer to a webhook could not be written", ex);
		}
		finally {
			this.share.close();
			this.async.complete();
		}
	}

	@Override
	public void onComplete(AsyncEvent event) {
		// Ended by ourselves.
	}

	@Override
	public void onStartAsync(AsyncEvent event) {
		// Nobody starts it again.
	}

	@FunctionalInterface
	private interface Ending {

		void end(Result result) throws IOException;

	}

	/**
	 * What comes of reading.
	 */
	interface Result {

		void read(byte[] body) throws IOException;

		void refused(Answer answer) throws IOException;

	}

}

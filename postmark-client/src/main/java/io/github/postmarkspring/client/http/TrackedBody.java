package io.github.postmarkspring.client.http;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

import io.github.postmarkspring.client.error.PostmarkException;
import io.github.postmarkspring.client.error.PostmarkTransportException;
import org.jspecify.annotations.Nullable;

import org.springframework.http.StreamingHttpOutputMessage;

/**
 * Knows whether the end of the body may have left. As long as it has not, the server
 * cannot have a complete request, so it cannot have accepted one: this tells "not sent"
 * from "unknown" whatever the engine, or somebody between it and us, makes of a failure.
 */
class TrackedBody implements StreamingHttpOutputMessage.Body {

	private final RequestBody body;

	private final AtomicReference<State> state = new AtomicReference<>(State.INCOMPLETE);

	// Engines may write on a thread of their own.
	private volatile @Nullable PostmarkException failure;

	TrackedBody(RequestBody body) {
		this.body = body;
	}

	long length() {
		return this.body.length();
	}

	@Override
	public void writeTo(OutputStream out) throws IOException {
		try {
			this.body.writeTo(new TrackedStream(out));
		}
		catch (PostmarkException ex) {
			this.failure = ex;
			throw ex;
		}
		catch (Error ex) {
			// HttpComponents takes an error for the end of all its connections, and the
			// client of the JDK does not see it and waits for the rest.
			PostmarkTransportException unwritten = new PostmarkTransportException(
					"Nothing was sent, the request could not be written: "
							+ TransportFailures.describe(ex, UnaryOperator.identity()),
					ex);
			this.failure = unwritten;
			throw unwritten;
		}
	}

	/**
	 * Return what kept the body from being written. Other failures of the kind that are
	 * found in one of the engine may be of another message: an interceptor may send, too.
	 * @return the failure, or {@code null} if it was not the body that failed
	 */
	@Nullable PostmarkException failure() {
		return this.failure;
	}

	/**
	 * Give the body up. An engine may still be writing it on a thread of its own: from
	 * here on it cannot write the end any more.
	 * @return whether that is certain: {@code false} if the end may have left already
	 */
	boolean abandon() {
		return this.state.compareAndSet(State.INCOMPLETE, State.ABANDONED);
	}

	private enum State {

		INCOMPLETE, ENDING, ABANDONED

	}

	private final class TrackedStream extends FilterOutputStream {

		private long remaining = TrackedBody.this.body.length();

		private TrackedStream(OutputStream out) {
			super(out);
		}

		@Override
		public void write(int b) throws IOException {
			beforeWriting(1);
			this.out.write(b);
		}

		@Override
		public void write(byte[] bytes, int offset, int length) throws IOException {
			beforeWriting(length);
			this.out.write(bytes, offset, length);
		}

		private void beforeWriting(int length) throws IOException {
			this.remaining -= length;
			if (this.remaining <= 0) {
				TrackedBody.this.state.compareAndSet(State.INCOMPLETE, State.ENDING);
			}
			if (TrackedBody.this.state.get() == State.ABANDONED) {
				throw new IOException("The request was given up");
			}
		}

	}

}

package io.github.postmarkspring.boot.autoconfigure;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;

import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.ExecChainHandler;
import org.apache.hc.core5.concurrent.Cancellable;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.io.entity.HttpEntityWrapper;

/**
 * Lets a request of HttpComponents take no longer than its read timeout, from its
 * beginning to the last byte of its answer, as Spring does with the JDK's client.
 * HttpComponents' own timeout is for each read, and there is none for what is written:
 * who sends a byte now and then, or reads none, could keep a thread for ever.
 */
class AttemptTimeout implements ExecChainHandler {

	private final AttemptWatch watch;

	private final String explanation;

	AttemptTimeout(Duration timeout) {
		this.watch = new AttemptWatch(timeout);
		this.explanation = "No complete answer within " + timeout.toMillis() + " ms";
	}

	@Override
	public ClassicHttpResponse execute(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
			throws IOException, HttpException {
		if (!(scope.originalRequest instanceof Cancellable cancellable)) {
			return chain.proceed(request, scope);
		}
		AttemptWatch.Attempt attempt = this.watch.begin(cancellable::cancel);
		HttpEntity entity = null;
		try {
			ClassicHttpResponse response = chain.proceed(request, scope);
			entity = response.getEntity();
			if (entity != null) {
				response.setEntity(new BoundedEntity(entity, attempt));
			}
			return response;
		}
		catch (IOException ex) {
			throw explained(ex, attempt);
		}
		finally {
			if (entity == null) {
				this.watch.end(attempt);
			}
		}
	}

	private IOException explained(IOException failure, AttemptWatch.Attempt attempt) {
		if (!attempt.isTimedOut()) {
			return failure;
		}
		SocketTimeoutException timeout = new SocketTimeoutException(this.explanation);
		// Not its cause, as which it would be told.
		timeout.addSuppressed(failure);
		return timeout;
	}

	private final class BoundedEntity extends HttpEntityWrapper {

		private final AttemptWatch.Attempt attempt;

		private BoundedEntity(HttpEntity entity, AttemptWatch.Attempt attempt) {
			super(entity);
			this.attempt = attempt;
		}

		@Override
		public InputStream getContent() throws IOException {
			return new BoundedStream(super.getContent(), this.attempt);
		}

	}

	private final class BoundedStream extends FilterInputStream {

		private final AttemptWatch.Attempt attempt;

		private BoundedStream(InputStream in, AttemptWatch.Attempt attempt) {
			super(in);
			this.attempt = attempt;
		}

		@Override
		public int read() throws IOException {
			try {
				return super.read();
			}
			catch (IOException ex) {
				throw explained(ex, this.attempt);
			}
		}

		@Override
		public int read(byte[] bytes, int offset, int length) throws IOException {
			try {
				return super.read(bytes, offset, length);
			}
			catch (IOException ex) {
				throw explained(ex, this.attempt);
			}
		}

		@Override
		public void close() throws IOException {
			try {
				// Reads what is left, so that the connection can be used again.
				super.close();
			}
			finally {
				AttemptTimeout.this.watch.end(this.attempt);
			}
		}

	}

}

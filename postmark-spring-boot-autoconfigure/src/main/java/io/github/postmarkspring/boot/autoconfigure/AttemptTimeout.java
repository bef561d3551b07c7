package io.github.postmarkspring.boot.autoconfigure;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

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

	private final Duration timeout;

	AttemptTimeout(Duration timeout) {
		this.timeout = timeout;
	}

	@Override
	public ClassicHttpResponse execute(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
			throws IOException, HttpException {
		Attempt attempt = new Attempt(scope.originalRequest, this.timeout);
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
			throw attempt.explained(ex);
		}
		finally {
			if (entity == null) {
				attempt.end();
			}
		}
	}

	/** A request under way. */
	private static final class Attempt {

		private final Duration timeout;

		private final CompletableFuture<Void> end = new CompletableFuture<>();

		private Attempt(ClassicHttpRequest request, Duration timeout) {
			this.timeout = timeout;
			if (request instanceof Cancellable cancellable) {
				// The first of these is what whoever waits is told by.
				this.end.orTimeout(timeout.toNanos(), TimeUnit.NANOSECONDS).exceptionally((ex) -> {
					cancellable.cancel();
					return null;
				});
			}
		}

		private void end() {
			this.end.complete(null);
		}

		private IOException explained(IOException failure) {
			if (!this.end.isCompletedExceptionally()) {
				return failure;
			}
			SocketTimeoutException timeout = new SocketTimeoutException(
					"No complete answer within " + this.timeout.toMillis() + " ms");
			// Not its cause, as which it would be told.
			timeout.addSuppressed(failure);
			return timeout;
		}

	}

	private static final class BoundedEntity extends HttpEntityWrapper {

		private final Attempt attempt;

		private BoundedEntity(HttpEntity entity, Attempt attempt) {
			super(entity);
			this.attempt = attempt;
		}

		@Override
		public InputStream getContent() throws IOException {
			return new BoundedStream(super.getContent(), this.attempt);
		}

	}

	private static final class BoundedStream extends FilterInputStream {

		private final Attempt attempt;

		private BoundedStream(InputStream in, Attempt attempt) {
			super(in);
			this.attempt = attempt;
		}

		@Override
		public int read() throws IOException {
			try {
				return super.read();
			}
			catch (IOException ex) {
				throw this.attempt.explained(ex);
			}
		}

		@Override
		public int read(byte[] bytes, int offset, int length) throws IOException {
			try {
				return super.read(bytes, offset, length);
			}
			catch (IOException ex) {
				throw this.attempt.explained(ex);
			}
		}

		@Override
		public void close() throws IOException {
			try {
				// Reads what is left, so that the connection can be used again.
				super.close();
			}
			finally {
				this.attempt.end();
			}
		}

	}

}

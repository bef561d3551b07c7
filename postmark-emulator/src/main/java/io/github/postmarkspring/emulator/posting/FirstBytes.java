package io.github.postmarkspring.emulator.posting;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

import org.jspecify.annotations.Nullable;

/**
 * Keeps the beginning of a body, passes over some more so that the connection can be used
 * again, and hangs up on what is endless.
 */
final class FirstBytes implements HttpResponse.BodySubscriber<byte[]> {

	private static final int KEPT = 2048;

	private static final long BORNE = 1024 * 1024;

	private final CompletableFuture<byte[]> result = new CompletableFuture<>();

	private final ByteArrayOutputStream kept = new ByteArrayOutputStream();

	private Flow.@Nullable Subscription subscription;

	private long total;

	@Override
	public CompletionStage<byte[]> getBody() {
		return this.result;
	}

	@Override
	public void onSubscribe(Flow.Subscription subscription) {
		this.subscription = subscription;
		subscription.request(Long.MAX_VALUE);
	}

	@Override
	public void onNext(List<ByteBuffer> buffers) {
		for (ByteBuffer buffer : buffers) {
			this.total += buffer.remaining();
			byte[] bytes = new byte[Math.min(buffer.remaining(), KEPT - this.kept.size())];
			buffer.get(bytes);
			this.kept.writeBytes(bytes);
		}
		if (this.total > BORNE && this.subscription != null) {
			this.subscription.cancel();
			onComplete();
		}
	}

	@Override
	public void onError(Throwable ex) {
		this.result.completeExceptionally(ex);
	}

	@Override
	public void onComplete() {
		this.result.complete(this.kept.toByteArray());
	}

}

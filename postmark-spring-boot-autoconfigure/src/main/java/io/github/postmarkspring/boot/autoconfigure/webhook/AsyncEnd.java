package io.github.postmarkspring.boot.autoconfigure.webhook;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;

/**
 * Tells when a controller has answered that does so later, and whether it failed to.
 */
final class AsyncEnd implements AsyncListener {

	private final Consumer<Boolean> end;

	private final AtomicBoolean failed = new AtomicBoolean();

	AsyncEnd(Consumer<Boolean> end) {
		this.end = end;
	}

	@Override
	public void onComplete(AsyncEvent event) {
		this.end.accept(this.failed.get());
	}

	@Override
	public void onTimeout(AsyncEvent event) {
		this.failed.set(true);
	}

	@Override
	public void onError(AsyncEvent event) {
		this.failed.set(true);
	}

	@Override
	public void onStartAsync(AsyncEvent event) {
		event.getAsyncContext().addListener(this);
	}

}

package io.github.postmarkspring.client;

import java.io.IOException;
import java.util.stream.Stream;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import org.junit.jupiter.params.provider.Arguments;

/**
 * A handler of observations that fails in one of its methods.
 *
 * @param <T> the contexts it is for
 * @param contexts what it is told of
 * @param failing where it fails: {@code start}, {@code open}, {@code close},
 * {@code error} or {@code stop}
 * @param failure with what, checked or not
 */
public record FailingHandler<T extends Observation.Context>(Class<T> contexts, String failing,
		Throwable failure) implements ObservationHandler<T> {

	/** Each place with each kind of failure. */
	static Stream<Arguments> failures() {
		return Stream.of("start", "open", "close", "error", "stop")
			.flatMap((failing) -> Stream
				.of(new IllegalStateException("as wanted"), new NoClassDefFoundError("as wanted"),
						new IOException("as wanted"))
				.map((failure) -> Arguments.of(failing, failure)));
	}

	@Override
	public void onStart(T context) {
		fail("start");
	}

	@Override
	public void onScopeOpened(T context) {
		fail("open");
	}

	@Override
	public void onScopeClosed(T context) {
		fail("close");
	}

	@Override
	public void onError(T context) {
		fail("error");
	}

	@Override
	public void onStop(T context) {
		fail("stop");
	}

	private void fail(String what) {
		if (what.equals(this.failing)) {
			FailingHandler.<RuntimeException>raise(this.failure);
		}
	}

	/** Throw anything, as languages without checked exceptions do. */
	@SuppressWarnings("unchecked")
	public static <E extends Throwable> void raise(Throwable failure) throws E {
		throw (E) failure;
	}

	@Override
	public boolean supportsContext(Observation.Context context) {
		return this.contexts.isInstance(context);
	}

}

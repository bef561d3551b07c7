package io.github.postmarkspring.client.http;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Stands for a failure that quotes the token: it has the same words without it.
 */
@SuppressWarnings("serial")
final class TokenlessFailure extends RuntimeException {

	/** What a stack trace shows can run in a circle, or for ever. */
	private static final int MOST = 50;

	private TokenlessFailure(String text, StackTraceElement[] stackTrace) {
		super(text);
		setStackTrace(stackTrace);
	}

	/**
	 * Return a failure without the token. Its causes and what it suppressed count, too,
	 * because they are printed with it.
	 * @param failure the failure
	 * @param hidden hides the token in a text
	 * @return the failure itself, if none of them quotes the token; otherwise what stands
	 * for it, with those of them that do not
	 */
	static Throwable of(Throwable failure, UnaryOperator<String> hidden) {
		return of(failure, hidden, identitySet());
	}

	private static Throwable of(Throwable failure, UnaryOperator<String> hidden, Set<Throwable> seen) {
		if (!isQuoting(failure, hidden)) {
			return failure;
		}
		seen.add(failure);
		TokenlessFailure standIn = new TokenlessFailure(hidden.apply(failure.toString()), failure.getStackTrace());
		Throwable cause = failure.getCause();
		if (cause != null && isNext(cause, seen)) {
			standIn.initCause(of(cause, hidden, seen));
		}
		for (Throwable suppressed : failure.getSuppressed()) {
			if (isNext(suppressed, seen)) {
				standIn.addSuppressed(of(suppressed, hidden, seen));
			}
		}
		return standIn;
	}

	private static boolean isNext(Throwable failure, Set<Throwable> seen) {
		return seen.size() < MOST && seen.add(failure);
	}

	private static boolean isQuoting(Throwable failure, UnaryOperator<String> hidden) {
		Set<Throwable> seen = identitySet();
		Deque<Throwable> open = new ArrayDeque<>(List.of(failure));
		while (!open.isEmpty()) {
			Throwable next = open.remove();
			if (seen.size() == MOST || quotes(next, hidden)) {
				return true;
			}
			if (seen.add(next)) {
				Stream.concat(Stream.ofNullable(next.getCause()), Stream.of(next.getSuppressed())).forEach(open::add);
			}
		}
		return false;
	}

	private static boolean quotes(Throwable failure, UnaryOperator<String> hidden) {
		// Not the name of its class, which a short token may happen to be a part of.
		String printed = failure.toString().replace(failure.getClass().getName(), "");
		return Stream.of(printed, failure.getMessage())
			.filter(Objects::nonNull)
			.anyMatch((text) -> !hidden.apply(text).equals(text));
	}

	private static Set<Throwable> identitySet() {
		return Collections.newSetFromMap(new IdentityHashMap<>());
	}

}

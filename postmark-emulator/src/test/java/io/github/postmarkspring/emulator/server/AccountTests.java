package io.github.postmarkspring.emulator.server;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import io.github.postmarkspring.emulator.http.Tokens;
import io.github.postmarkspring.emulator.posting.Outbox;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AccountTests {

	private static final int REPLACEMENTS = 100_000;

	private final Account account = new Account("account", InitialServer.first("0"), "http://localhost/",
			Clock.systemUTC(), Outbox.closed(Clock.systemUTC()));

	/**
	 * Without sockets, so that an instant is long enough to be seen.
	 */
	@Test
	void hasNoInstantAtWhichBothTokensAreGoodOrNeitherIs() throws Exception {
		AtomicBoolean over = new AtomicBoolean();
		ExecutorService threads = Executors.newFixedThreadPool(3);
		try {
			List<Future<?>> readers = new ArrayList<>();
			for (int i = 0; i < 3; i++) {
				readers.add(threads.submit(() -> {
					while (!over.get()) {
						look();
					}
				}));
			}
			for (int i = 0; i < REPLACEMENTS && readers.stream().noneMatch(Future::isDone); i++) {
				this.account.replaceServerToken(Integer.toString(i), Integer.toString(i + 1));
			}
			over.set(true);
			for (Future<?> reader : readers) {
				reader.get(60, TimeUnit.SECONDS);
			}
		}
		finally {
			over.set(true);
			threads.shutdown();
		}
	}

	private void look() {
		Tokens tokens = this.account.tokens();
		String token = this.account.serverToken();
		boolean good = tokens.server().applyAsLong(token) != 0;
		assertThat(good || !this.account.serverToken().equals(token)).as("the token of the moment is good").isTrue();
		String before = Integer.toString(Integer.parseInt(token) - 1);
		assertThat(tokens.server().applyAsLong(before)).as("the token before it is not").isZero();
	}

}

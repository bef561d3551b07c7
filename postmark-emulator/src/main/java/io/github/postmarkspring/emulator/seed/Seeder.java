package io.github.postmarkspring.emulator.seed;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

import io.github.postmarkspring.emulator.http.DirectCalls;
import io.github.postmarkspring.emulator.http.Route;
import io.github.postmarkspring.emulator.message.MessageStore;
import io.github.postmarkspring.emulator.server.Account;

/**
 * Makes what a seed says.
 *
 * @since 0.1.0
 */
public final class Seeder {

	private final Account account;

	private final MessageStore store;

	private final BiFunction<Account, MessageStore, List<Route>> routes;

	/**
	 * Creates a seeder. For use inside the emulator only.
	 * @param account the emulator's account
	 * @param store the emulator's messages
	 * @param routes makes the routing table of an account and its messages
	 */
	public Seeder(Account account, MessageStore store, BiFunction<Account, MessageStore, List<Route>> routes) {
		this.account = account;
		this.store = store;
		this.routes = routes;
	}

	/**
	 * Makes a seed where nobody sees it, so that one with a mistake changes nothing.
	 * @param seed the seed
	 * @throws SeedException if it has a mistake
	 */
	public void rehearse(Seed seed) {
		sow(seed, this.account.blank(), this.store.blank(), UnaryOperator.identity());
	}

	/**
	 * Makes a seed in an emulator that has been emptied.
	 * @param seed the seed
	 * @throws SeedException if it has a mistake
	 */
	public void sow(Seed seed) {
		sow(seed, this.account, this.store, UnaryOperator.identity());
	}

	/**
	 * Makes the seed that an emulator was started with, but for tokens that were replaced
	 * since: they stay so.
	 * @param seed the seed
	 * @throws SeedException if it has a mistake
	 */
	public void sowInitial(Seed seed) {
		sow(seed, this.account, this.store, this.account::keep);
	}

	private void sow(Seed seed, Account account, MessageStore store, UnaryOperator<String> tokens) {
		DirectCalls calls = new DirectCalls(this.routes.apply(account, store), account.tokens());
		new Sowing(account, calls, tokens).sow(seed.fields());
	}

}
